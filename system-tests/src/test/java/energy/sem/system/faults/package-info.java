/**
 * The whole chain as processes, with faults drawn from a seed while meters speak: afterwards what was acknowledged is stored,
 * once each, and every figure, answer and picture is what it would be without faults. {@link
 * energy.sem.system.faults.FaultRun} is one run; a {@link energy.sem.system.faults.Fault} is a class a kind.
 */
package energy.sem.system.faults;
