/** {@code ./sem alarm}: what home-bridge tells people. */
package energy.sem.cli.alarm;
