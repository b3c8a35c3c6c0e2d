package energy.sem.display.paint;

import energy.sem.display.font.Weight;

/**
 * The sizes of text, each for one purpose. Height and width of an em were chosen by looking at the pixels: at these the
 * stems have whole widths and the letters keep their shapes.
 */
enum Style {
    TITLE(Weight.BOLD, 22, 18),
    AS_OF(Weight.REGULAR, 15, 13),
    BANNER(Weight.BOLD, 16, 14),
    BADGE(Weight.BOLD, 14, 12),
    NUMBER_LARGE(Weight.BOLD, 68, 61),
    NUMBER(Weight.BOLD, 50, 45),
    NUMBER_SMALL(Weight.BOLD, 36, 32),
    UNIT(Weight.BOLD, 24, 21),
    LABEL(Weight.REGULAR, 15, 13),
    SMALL_LABEL(Weight.REGULAR, 13, 11),
    CHANGE(Weight.BOLD, 18, 17),
    FACT(Weight.BOLD, 22, 19),
    FACT_SMALLER(Weight.BOLD, 20, 17),
    AXIS(Weight.REGULAR, 13, 11),
    TICK(Weight.REGULAR, 15, 13),
    TICK_NOW(Weight.BOLD, 15, 13),
    NOTICE(Weight.BOLD, 24, 21),
    HINT(Weight.REGULAR, 16, 14);

    private final Weight weight;
    private final int height;
    private final int width;

    Style(Weight weight, int height, int width) {
        this.weight = weight;
        this.height = height;
        this.width = width;
    }

    Weight weight() {
        return weight;
    }

    /** Pixels per em, down. */
    int height() {
        return height;
    }

    /** Pixels per em, across. */
    int width() {
        return width;
    }
}
