package energy.sem.display.paint;

import java.util.List;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Depth;
import energy.sem.display.raster.Picture;
import energy.sem.display.raster.Tone;
import energy.sem.display.view.Bucket;
import energy.sem.display.view.View;

/**
 * Draws views. The picture is a pure function of the view and the depth: no clock, no locale, no font of the machine.
 * Thread-safe.
 */
public final class Painter {
    private static final int PLOT_X = 38;
    private static final int PLOT_Y = 124;
    private static final int PLOT_WIDTH = 434;
    private static final int PLOT_HEIGHT = 134;

    /** The picture of a view, drawn for the depth. Any view has one. */
    public Picture paint(View view, Depth depth) {
        Canvas canvas = new Canvas(depth);
        canvas.fill(8, 29, 464, 2, Tone.BLACK);
        bars(canvas, view.buckets());
        return canvas.picture();
    }

    /** The card that shows whether a device's colours, corners and rotation are right. */
    public Picture testCard(Depth depth) {
        Canvas canvas = new Canvas(depth);
        canvas.frame(0, 0, Picture.WIDTH, Picture.HEIGHT, 2);
        Tone[] tones = {Tone.BLACK, Tone.DARK_GREY, Tone.LIGHT_GREY, Tone.WHITE};
        for (int i = 0; i < tones.length; i++) {
            canvas.fill(40 + i * 100, 100, 100, 80, tones[i]);
        }
        return canvas.picture();
    }

    private static void bars(Canvas canvas, List<Bucket> buckets) {
        long up = Math.max(
                1, buckets.stream().mapToLong(b -> orZero(b.amount())).max().orElse(1));
        long down = buckets.stream().mapToLong(b -> orZero(b.exportWh())).max().orElse(0);
        int zero = PLOT_Y + (int) (PLOT_HEIGHT * up / (up + down));
        for (int i = 0; i < buckets.size(); i++) {
            int slot = PLOT_WIDTH / buckets.size();
            int rise = (int) ((zero - PLOT_Y) * orZero(buckets.get(i).amount()) / up);
            canvas.fill(PLOT_X + i * slot, zero - rise, slot * 2 / 3, rise, Tone.BLACK);
            int fall = (int) (PLOT_HEIGHT * orZero(buckets.get(i).exportWh()) / (up + down));
            canvas.fill(PLOT_X + i * slot, zero, slot * 2 / 3, fall, Tone.DARK_GREY);
        }
        canvas.fill(PLOT_X, zero, PLOT_WIDTH, 1, Tone.BLACK);
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }
}
