/** {@code ./sem up}: starts everything in order, tells how far it is, and stops everything in order. */
package energy.sem.cli.up;
