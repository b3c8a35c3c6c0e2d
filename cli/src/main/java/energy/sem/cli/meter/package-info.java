/** Which meters the user asked for, where their telegrams come from, and the keys of those that are pushed to. */
package energy.sem.cli.meter;
