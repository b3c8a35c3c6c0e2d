/**
 * Text for the pixel grid: TrueType glyphs, grid-fitted by the instructions that their designers wrote for each size.
 *
 * <p>Why our own: pixels must be the same on every machine and JDK, and Java2D's depend on the FreeType and the fonts it
 * finds. DejaVu Sans Condensed is hinted by hand for black and white, which gives the sharpest text at 12 to 24 pixels,
 * and the same grid-fitted outline in four greys has stems on whole pixels and soft curves only. The interpreter follows
 * the OpenType specification, chapter "The TrueType instruction set" (version 35 of the rasteriser: full grid-fitting in
 * both directions); all arithmetic is on whole numbers.
 *
 * <p>The fonts come from the artifact {@code net.sf.jasperreports:jasperreports-fonts} at run time. DejaVu's licence
 * (Bitstream Vera's, changes in the public domain) allows use, embedding and redistribution; it lies beside the fonts in
 * that artifact. The jar's own few configuration files are not used.
 */
package energy.sem.display.font;
