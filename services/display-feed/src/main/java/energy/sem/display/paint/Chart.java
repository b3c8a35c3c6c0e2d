package energy.sem.display.paint;

import java.util.List;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Tone;
import energy.sem.display.view.Bucket;
import energy.sem.display.view.View;

/** The bars: import up in black, export down in dark grey, the period before in light grey behind. */
final class Chart {
    private static final Box AXIS = new Box(0, 118, 34, 158);
    private static final Box PLOT = new Box(38, 126, 434, 130);
    private static final Box TICKS = new Box(34, 260, 446, 20);
    private static final int TICK_BASELINE = 276;
    /** From here on the axis counts in MWh. */
    private static final long MEGAWATT_HOURS_FROM = 10_000_000;

    /** How the bars of a period are drawn: a slot for each, the bar in its middle, the period before behind or as caps. */
    private record BarWidths(int slot, int bar, int behind) {}

    private final Drawing drawing;
    private final Canvas canvas;
    private final View view;
    private final Phrases phrases;
    private final Axis axis;
    private final BarWidths bars;
    private final int zero;

    Chart(Drawing drawing, View view, Phrases phrases) {
        this.drawing = drawing;
        this.view = view;
        this.phrases = phrases;
        canvas = drawing.canvas();
        long up = orZero(view.axisAtLeast());
        long down = orZero(view.axisDownAtLeastWh());
        for (Bucket bucket : view.buckets()) {
            up = Math.max(up, Math.max(orZero(bucket.amount()), orZero(bucket.previousAmount())));
            down = Math.max(down, orZero(bucket.exportWh()));
        }
        axis = Axis.reaching(up, down, PLOT.height());
        zero = PLOT.bottom() - axis.height() + axis.zero();
        bars = switch (view.period()) {
            case DAY -> new BarWidths(PLOT.width() / Math.max(24, view.buckets().size()), 12, 0);
            case WEEK -> new BarWidths(62, 40, 52);
            case MONTH -> new BarWidths(14, 8, 0);
            case YEAR -> new BarWidths(36, 22, 30);
        };
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }

    void draw() {
        grid();
        List<Bucket> buckets = view.buckets();
        for (int i = 0; i < buckets.size(); i++) {
            bar(PLOT.x() + i * bars.slot, buckets.get(i));
        }
        canvas.fill(PLOT.x(), zero, PLOT.width(), 1, Tone.BLACK);
        ticks();
    }

    private void grid() {
        int stepPixels = 2 * axis.halfStepPixels();
        long highest = axis.step() * (axis.halfStepsUp() / 2);
        boolean mega = highest >= MEGAWATT_HOURS_FROM;
        for (int i = -axis.halfStepsDown() / 2; i <= axis.halfStepsUp() / 2; i++) {
            int y = zero - i * stepPixels;
            if (i != 0) {
                canvas.dotted(PLOT.x(), y, PLOT.width(), 4);
            }
            if (view.buckets().isEmpty()) {
                continue;
            }
            long value = Math.abs(i) * axis.step();
            String label = mega
                    ? phrases.numbers().thousandths(value / 1000, axis.step() % 1_000_000 == 0 ? 0 : 1)
                    : phrases.numbers().thousandths(value, i == 0 ? 0 : axis.decimals());
            drawing.textBefore(Style.AXIS, label, AXIS, AXIS.right(), y + 5);
        }
        if (view.buckets().isEmpty()) {
            return;
        }
        String unit = mega ? "MWh" : AmountTexts.unit(view.utility());
        drawing.textBefore(Style.AXIS, unit, AXIS, AXIS.right(), TICK_BASELINE);
    }

    private void bar(int slotX, Bucket bucket) {
        int x = slotX + (bars.slot - bars.bar) / 2;
        if (bucket.previousAmount() != null && bars.behind > 0) {
            int height = axis.length(bucket.previousAmount());
            canvas.fill(slotX + (bars.slot - bars.behind) / 2, zero - height, bars.behind, height, Tone.LIGHT_GREY);
        }
        switch (bucket.state()) {
            case GAP -> canvas.fill(x, zero - axis.zero(), bars.bar, axis.zero(), Tone.HATCH);
            case NORMAL, RUNNING -> {
                int rise = axis.length(orZero(bucket.amount()));
                int fall = axis.length(orZero(bucket.exportWh()));
                if (bucket.state() == Bucket.State.RUNNING) {
                    canvas.fill(x, zero - rise, bars.bar, rise, Tone.WHITE);
                    canvas.frame(x, zero - rise, bars.bar, rise + 1, 2);
                } else {
                    canvas.fill(x, zero - rise, bars.bar, rise, Tone.BLACK);
                }
                canvas.fill(x, zero + 1, bars.bar, fall, Tone.DARK_GREY);
            }
            case FUTURE, BEFORE -> {
                // Only what was there in the period before.
            }
        }
        if (bucket.previousAmount() != null && bars.behind == 0) {
            Legend.cap(canvas, slotX + 1, bars.slot - 2, zero - Math.max(axis.length(bucket.previousAmount()), 2));
        }
    }

    private void ticks() {
        List<Bucket> buckets = view.buckets();
        for (int i = 0; i < buckets.size(); i++) {
            String label = tick(i);
            if (!label.isEmpty()) {
                boolean now = buckets.get(i).state() == Bucket.State.RUNNING;
                int middle = PLOT.x() + i * bars.slot + bars.slot / 2;
                drawing.textAround(now ? Style.TICK_NOW : Style.TICK, label, TICKS, middle, TICK_BASELINE);
            }
        }
    }

    private String tick(int index) {
        var from = view.buckets().get(index).from();
        return switch (view.period()) {
            case DAY -> {
                boolean repeated =
                        index > 0 && view.buckets().get(index - 1).from().getHour() == from.getHour();
                yield from.getHour() % 3 == 0 && !repeated ? String.valueOf(from.getHour()) : "";
            }
            case WEEK -> phrases.axisDay(from.getDayOfWeek());
            case MONTH ->
                from.getDayOfMonth() == 1 || from.getDayOfMonth() % 5 == 0 ? String.valueOf(from.getDayOfMonth()) : "";
            case YEAR -> phrases.axisMonth(from.getMonth());
        };
    }
}
