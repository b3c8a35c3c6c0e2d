package energy.sem.display.paint;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Tone;

/** Corners, greys, size and direction: what can go wrong between a picture and a panel. */
final class TestCard {
    private static final int CORNER = 24;
    private static final int CORNER_LINE = 4;
    private static final int SIDE = 56;
    private static final Tone[] TONES = {Tone.BLACK, Tone.DARK_GREY, Tone.LIGHT_GREY, Tone.WHITE};
    private static final String[] TONE_NAMES = {"0 black", "1 dark", "2 light", "3 white"};

    private final Drawing drawing;
    private final Canvas canvas;
    private final Box all;
    private final int width;
    private final int height;

    TestCard(Drawing drawing) {
        this.drawing = drawing;
        canvas = drawing.canvas();
        all = drawing.layout().sheet();
        width = all.width();
        height = all.height();
    }

    void draw() {
        canvas.frame(0, 0, width, height, 1);
        corners();
        int middle = width / 2;
        arrow(middle, drawing.px(14));
        drawing.textAround(Style.NOTICE, "SEM", all, middle, drawing.px(78));
        String size = width + " × " + height + " · " + canvas.depth().bits() + " bit";
        drawing.textAround(Style.HINT, size, all, middle, drawing.px(100));
        patches();
        fineLines();
    }

    /** An angle in each corner, and its name. */
    private void corners() {
        int right = width - CORNER;
        int bottom = height - CORNER;
        for (int x : new int[] {0, right}) {
            for (int y : new int[] {0, bottom}) {
                canvas.fill(x, y == 0 ? 0 : height - CORNER_LINE, CORNER, CORNER_LINE, Tone.BLACK);
                canvas.fill(x == 0 ? 0 : width - CORNER_LINE, y, CORNER_LINE, CORNER, Tone.BLACK);
            }
        }
        int in = drawing.px(12);
        int top = drawing.px(28);
        int low = height - drawing.px(14);
        drawing.text(Style.HINT, "0,0", all, in, top);
        drawing.textBefore(Style.HINT, width - 1 + ",0", all, width - in, top);
        drawing.text(Style.HINT, "0," + (height - 1), all, in, low);
        drawing.textBefore(Style.HINT, width - 1 + "," + (height - 1), all, width - in, low);
    }

    /** An arrow to the top. */
    private void arrow(int middle, int top) {
        int rows = drawing.px(20);
        for (int row = 0; row < rows; row++) {
            canvas.fill(middle - row, top + row, 2 * row + 1, 1, Tone.BLACK);
        }
        canvas.fill(middle - drawing.px(6), top + rows, 2 * drawing.px(6) + 1, drawing.px(14), Tone.BLACK);
    }

    /** Every luminance; in black and white what stands for the four of the chart. */
    private void patches() {
        boolean sixteen = canvas.depth() == Depth.GREY16;
        int count = sixteen ? canvas.depth().greys() : TONES.length;
        int patch = (width - 2 * drawing.px(SIDE)) / count;
        int left = (width - count * patch) / 2;
        int top = drawing.px(116);
        int rows = height - drawing.px(90) - top;
        for (int i = 0; i < count; i++) {
            int x = left + i * patch;
            String name = String.valueOf(i);
            if (sixteen) {
                canvas.level(x, top, patch, rows, i);
            } else {
                canvas.fill(x, top, patch, rows, TONES[i]);
                name = patch > drawing.width(Style.LABEL, TONE_NAMES[i]) ? TONE_NAMES[i] : name;
            }
            drawing.textAround(Style.LABEL, name, all, x + patch / 2, height - drawing.px(72));
        }
        canvas.frame(left, top, count * patch, rows, 1);
    }

    /** Lines and columns of single pixels: they blur where a driver scales. */
    private void fineLines() {
        int top = height - drawing.px(58);
        for (int i = 0; i < 16; i++) {
            canvas.fill(width / 2 - drawing.px(90) + 2 * i, top, 1, 32, Tone.BLACK);
            canvas.fill(width / 2 + drawing.px(58), top + 2 * i, 32, 1, Tone.BLACK);
        }
        drawing.textAround(Style.LABEL, "1 px", all, width / 2, top + drawing.px(22));
    }
}
