/** {@code ./sem meter}: administers meters while SEM runs, by the gateway's door. */
package energy.sem.cli.registry;
