package energy.sem.display.paint;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Picture;
import energy.sem.display.raster.Tone;

/** Corners, greys, size and direction: what can go wrong between a picture and a panel. */
final class TestCard {
    private static final Box ALL = new Box(0, 0, Picture.WIDTH, Picture.HEIGHT);
    private static final int CORNER = 24;
    private static final int PATCH = 92;

    private final Drawing drawing;
    private final Canvas canvas;

    TestCard(Drawing drawing) {
        this.drawing = drawing;
        canvas = drawing.canvas();
    }

    void draw() {
        canvas.frame(0, 0, Picture.WIDTH, Picture.HEIGHT, 1);
        corners();
        arrow(240, 14);
        drawing.textAround(Style.NOTICE, "SEM", ALL, 240, 78);
        drawing.textAround(Style.HINT, "480 × 280 · " + canvas.depth().bits() + " bit", ALL, 240, 100);
        patches();
        fineLines();
    }

    /** An angle in each corner, and its name. */
    private void corners() {
        int right = Picture.WIDTH - CORNER;
        int bottom = Picture.HEIGHT - CORNER;
        for (int x : new int[] {0, right}) {
            for (int y : new int[] {0, bottom}) {
                canvas.fill(x, y == 0 ? 0 : Picture.HEIGHT - 4, CORNER, 4, Tone.BLACK);
                canvas.fill(x == 0 ? 0 : Picture.WIDTH - 4, y, 4, CORNER, Tone.BLACK);
            }
        }
        drawing.text(Style.HINT, "0,0", ALL, 12, 28);
        drawing.textBefore(Style.HINT, "479,0", ALL, Picture.WIDTH - 12, 28);
        drawing.text(Style.HINT, "0,279", ALL, 12, Picture.HEIGHT - 14);
        drawing.textBefore(Style.HINT, "479,279", ALL, Picture.WIDTH - 12, Picture.HEIGHT - 14);
    }

    /** An arrow to the top. */
    private void arrow(int middle, int top) {
        for (int row = 0; row < 20; row++) {
            canvas.fill(middle - row, top + row, 2 * row + 1, 1, Tone.BLACK);
        }
        canvas.fill(middle - 6, top + 20, 13, 14, Tone.BLACK);
    }

    private void patches() {
        Tone[] tones = {Tone.BLACK, Tone.DARK_GREY, Tone.LIGHT_GREY, Tone.WHITE};
        String[] names = {"0 black", "1 dark", "2 light", "3 white"};
        for (int i = 0; i < tones.length; i++) {
            int x = 56 + i * PATCH;
            canvas.fill(x, 116, PATCH, 74, tones[i]);
            drawing.textAround(Style.LABEL, names[i], ALL, x + PATCH / 2, 208);
        }
        canvas.frame(56, 116, 4 * PATCH, 74, 1);
    }

    /** Lines and columns of single pixels: they blur where a driver scales. */
    private void fineLines() {
        for (int i = 0; i < 16; i++) {
            canvas.fill(150 + 2 * i, 222, 1, 32, Tone.BLACK);
            canvas.fill(298, 222 + 2 * i, 32, 1, Tone.BLACK);
        }
        drawing.textAround(Style.LABEL, "1 px", ALL, 240, 244);
    }
}
