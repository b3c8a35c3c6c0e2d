/** The folder in which one {@code ./sem up} keeps everything: whose it is, and what kind of readings it holds. */
package energy.sem.cli.folder;
