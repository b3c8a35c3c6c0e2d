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
    /** Width and height of a mark. */
    static final int SIZE = 9;
    /** Between a mark and its word. */
    static final int GAP = 5;

    private Legend() {}

    /** A bar. */
    static void bar(Drawing drawing, Box area, int x, int y, Tone tone) {
        drawing.canvas().fill(x, y, SIZE, SIZE, tone);
        drawing.mark("bar", area, new Box(x, y, SIZE, SIZE));
    }

    /** The period before: light bars behind in a week and a year, caps in a day and a month. */
    static void previous(Drawing drawing, Box area, Period period, int x, int y) {
        if (PeriodStyle.of(period).bars().caps()) {
            cap(drawing.canvas(), x, SIZE, y + SIZE / 2);
            drawing.mark("cap", area, new Box(x, y + SIZE / 2 - 1, SIZE, 3));
        } else {
            bar(drawing, area, x, y, Tone.LIGHT_GREY);
        }
    }

    /** A cap with its middle at y: seen on white as on a black bar. */
    static void cap(Canvas canvas, int x, int width, int y) {
        if (canvas.depth() == Depth.GREY4) {
            canvas.fill(x, y - 1, width, 3, Tone.LIGHT_GREY);
        } else {
            canvas.fill(x, y - 1, width, 3, Tone.WHITE);
            canvas.fill(x, y, width, 1, Tone.BLACK);
        }
    }
}
