/** Gets the tokens that devices give out at the press of a button, and keeps them. */
package energy.sem.cli.pair;
