package energy.sem.display.paint;

import energy.sem.display.raster.Panel;

/**
 * Where everything goes on a panel, in its pixels. Lengths are given in units, pixels of the original panel; what is more
 * room than the original has goes to the chart, and a third of the width to the facts. Immutable.
 *
 * @param panel what is drawn for
 * @param scale the largest that the panel's dots and the distance ask for and that has room
 * @param stacked whether the facts stand below the headline and not beside it
 */
record Layout(Panel panel, Scale scale, boolean stacked) {
    private static final int MARGIN = 8;
    private static final int FACTS_WIDTH = 188;
    private static final int FACTS_HEIGHT = 84;
    /** From the top to the end of the headline. */
    private static final int HEAD = 118;

    /** The layout of a panel. */
    static Layout of(Panel panel) {
        Scale[] scales = Scale.values();
        for (int i = scales.length - 1; i > 0; i--) {
            if (scales[i].suits(panel.dotsPerInch(), panel.diagonalTenths())) {
                if (beside(panel, scales[i])) {
                    return new Layout(panel, scales[i], false);
                }
                if (below(panel, scales[i])) {
                    return new Layout(panel, scales[i], true);
                }
            }
        }
        return new Layout(panel, Scale.ONE, !beside(panel, Scale.ONE));
    }

    private static boolean beside(Panel panel, Scale scale) {
        return panel.width() >= scale.px(Panel.LEAST_LONGER_SIDE) && panel.height() >= scale.px(Panel.LEAST_HEIGHT);
    }

    private static boolean below(Panel panel, Scale scale) {
        return panel.width() >= scale.px(Panel.LEAST_WIDTH) && panel.height() >= scale.px(Panel.LEAST_LONGER_SIDE);
    }

    /** So many units in pixels. */
    int px(int units) {
        return scale.px(units);
    }

    /** All of it. */
    Box sheet() {
        return new Box(0, 0, panel.width(), panel.height());
    }

    /** The row of the title. */
    Box title() {
        return new Box(px(MARGIN), px(2), panel.width() - 2 * px(MARGIN), px(25));
    }

    /** The large number with its unit. */
    Box number() {
        return new Box(px(6), px(33), headRight() - px(6), px(65));
    }

    /** How it compares. */
    Box change() {
        return new Box(px(MARGIN), px(98), headRight() - px(MARGIN), px(20));
    }

    private int headRight() {
        return stacked ? panel.width() - px(10) : facts().x() - px(14);
    }

    /** The three facts: at the right, or below the headline. */
    Box facts() {
        if (stacked) {
            return new Box(px(MARGIN), px(HEAD + 4), panel.width() - 2 * px(MARGIN), px(FACTS_HEIGHT));
        }
        int more = (panel.width() - px(Panel.LEAST_LONGER_SIDE)) / 3;
        int width = px(FACTS_WIDTH) + more;
        return new Box(panel.width() - px(MARGIN) - width, px(36), width, px(FACTS_HEIGHT));
    }

    /** The words in the place of headline and facts. */
    Box notice() {
        return new Box(px(MARGIN), px(36), panel.width() - 2 * px(MARGIN), facts().bottom() - px(36));
    }

    private int chartTop() {
        return stacked ? facts().bottom() + px(4) : px(HEAD);
    }

    /** The labels of the vertical axis. */
    Box axis() {
        return new Box(0, chartTop(), px(34), panel.height() - px(4) - chartTop());
    }

    /** The bars. */
    Box plot() {
        int top = chartTop() + px(8);
        return new Box(px(38), top, panel.width() - px(38) - px(MARGIN), panel.height() - px(24) - top);
    }

    /** The names below the bars. */
    Box ticks() {
        return new Box(px(34), panel.height() - px(20), panel.width() - px(34), px(20));
    }

    /** The base line of the names below the bars. */
    int tickBaseline() {
        return panel.height() - px(4);
    }
}
