/**
 * What SEM takes of a machine: memory, processor time and time to start of each part with the flags that it is shipped with,
 * beside the JVM's defaults in the same run; and what ten years of a household cost. Started by {@code system-tests/footprint/run}
 * and {@code system-tests/footprint/years}.
 */
package energy.sem.system.footprint;
