package energy.sem.display.font;

import energy.sem.display.raster.Mask;

/**
 * A glyph in pixels.
 *
 * @param mask its ink
 * @param left columns from the origin to the mask's left edge
 * @param top rows from the base line up to the mask's top edge
 * @param advance columns to the next glyph's origin
 */
record Glyph(Mask mask, int left, int top, int advance) {}
