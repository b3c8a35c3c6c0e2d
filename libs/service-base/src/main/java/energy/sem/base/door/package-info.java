/**
 * What stands at the door of every service, whatever it answers: limits on slow connections, the {@code Host} that is asked
 * for, headers that tell a browser what a page may do, keys for the metrics.
 */
package energy.sem.base.door;
