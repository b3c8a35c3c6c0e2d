/**
 * {@code ./sem doctor}: looks at a running system from the meter to the display, one small {@link
 * energy.sem.cli.doctor.Check} for each thing that can be wrong, and says in plain words what is wrong and what to do.
 * A look only reads; a {@link energy.sem.cli.doctor.KeptLook} writes down what it found.
 */
package energy.sem.cli.doctor;
