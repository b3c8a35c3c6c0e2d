/**
 * Pixels in four luminances, and drawing on them with whole numbers only: a picture is the same to the bit on every
 * machine and JDK, so AWT has no part in it.
 */
package energy.sem.display.raster;
