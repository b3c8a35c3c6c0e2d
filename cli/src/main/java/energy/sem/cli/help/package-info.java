/** What {@code ./sem} says of itself: help at any width, and which version it is. */
package energy.sem.cli.help;
