package energy.sem.display.font;

import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Mask;

/**
 * A glyph in pixels.
 *
 * @param character which it draws
 * @param mask its ink
 * @param left columns from the origin to the mask's left edge
 * @param top rows from the base line up to the mask's top edge
 * @param advance columns to the next glyph's origin
 */
record Glyph(char character, Mask mask, int left, int top, int advance) {

    /** The same with its ink in the steps of a depth instead of in those of the file. */
    Glyph in(Depth depth) {
        byte[] ink = new byte[mask.width() * mask.height()];
        for (int i = 0; i < ink.length; i++) {
            int exact = mask.ink(i % mask.width(), i / mask.width());
            ink[i] = (byte) ((2 * exact * depth.white() + Bdf.FULL) / (2 * Bdf.FULL));
        }
        return new Glyph(character, new Mask(mask.width(), mask.height(), ink), left, top, advance);
    }

    /** Rows below the base line. */
    int below() {
        return mask.height() - top;
    }
}
