/** Lays out and draws the picture of a view. */
package energy.sem.display.paint;
