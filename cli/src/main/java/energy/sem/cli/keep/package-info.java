/**
 * What keeps everything running once it has run: a part that ends is started again with growing pauses, for as long as it
 * takes, and the screen says why it ended.
 */
package energy.sem.cli.keep;
