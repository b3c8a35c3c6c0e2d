/**
 * Text for the pixel grid: the glyphs of DejaVu Sans in the sizes that pictures use, one BDF file for each size and depth.
 *
 * <p>Why not fonts at run time: pixels must be the same on every machine and JDK, and Java2D's depend on the FreeType and
 * the fonts it finds. {@code tools/glyphs} draws the files: DejaVu Sans is hinted by hand for the pixel grid, which gives
 * the sharpest text at 12 to 24 pixels, and the same grid-fitted outline in greys has stems on whole pixels and soft curves
 * only. Their licence (Bitstream Vera's, changes in the public domain) lies beside them.
 */
package energy.sem.display.font;
