/**
 * How many meters a machine carries: a whole SEM as processes with the flags of the package and the pod, generated meters that
 * push to it, and what that costs each part. Run by {@code system-tests/scaling/run}; the results are in docs/scaling.md.
 */
package energy.sem.system.scaling;
