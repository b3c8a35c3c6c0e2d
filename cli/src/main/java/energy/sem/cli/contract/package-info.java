/** Files of contracts, read, explained and compared: {@code ./sem contract check} and {@code compare}. */
package energy.sem.cli.contract;
