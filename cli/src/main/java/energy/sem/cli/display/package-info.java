/** The display on the wall: what its {@code config.txt} must hold so that it finds this SEM. */
package energy.sem.cli.display;
