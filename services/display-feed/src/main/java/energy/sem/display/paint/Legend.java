package energy.sem.display.paint;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Tone;
import energy.sem.display.view.Period;

/**
 * The marks that stand before a word in the header and look like what they mean in the chart, so that the picture needs
 * no legend of its own.
 */
final class Legend {
    /** Width and height of a mark, in units. */
    static final int SIZE = 9;
    /** Between a mark and its word. */
    static final int GAP = 5;

    private static final int CAP = 3;

    private Legend() {}

    /** A bar. */
    static void bar(Drawing drawing, Box area, int x, int y, Tone tone) {
        int size = drawing.px(SIZE);
        drawing.canvas().fill(x, y, size, size, tone);
        drawing.mark("bar", area, new Box(x, y, size, size));
    }

    /** The period before: light bars behind in a week and a year, caps in a day and a month. */
    static void previous(Drawing drawing, Box area, Period period, int x, int y) {
        if (PeriodStyle.of(period).bars().caps()) {
            int size = drawing.px(SIZE);
            cap(drawing, x, size, y + size / 2);
            drawing.mark("cap", area, new Box(x, y + size / 2 - drawing.px(1), size, drawing.px(CAP)));
        } else {
            bar(drawing, area, x, y, Tone.LIGHT_GREY);
        }
    }

    /** A cap with its middle at y: seen on white as on a black bar. */
    static void cap(Drawing drawing, int x, int width, int y) {
        Canvas canvas = drawing.canvas();
        int line = drawing.px(1);
        boolean mono = canvas.depth() == Depth.MONO;
        canvas.fill(x, y - line, width, drawing.px(CAP), mono ? Tone.WHITE : Tone.LIGHT_GREY);
        if (mono) {
            canvas.fill(x, y, width, line, Tone.BLACK);
        }
    }
}
