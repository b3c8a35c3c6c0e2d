/**
 * The whole chain as users run it: {@code ./sem up} as a process, telegrams in at one end, answers and pictures out at
 * the other.
 */
package energy.sem.system;
