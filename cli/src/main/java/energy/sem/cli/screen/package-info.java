/** What the person at the terminal sees while something long is done. */
package energy.sem.cli.screen;
