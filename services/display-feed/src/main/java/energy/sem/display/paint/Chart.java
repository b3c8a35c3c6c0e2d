package energy.sem.display.paint;

import java.time.LocalDateTime;
import java.util.List;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Tone;
import energy.sem.display.view.Bucket;
import energy.sem.display.view.Usage;
import energy.sem.display.view.View;

/** The bars: import up in black, export down in dark grey, the period before in light grey behind. */
final class Chart {
    private static final Box AXIS = new Box(0, 118, 34, 158);
    private static final Box PLOT = new Box(38, 126, 434, 130);
    private static final Box TICKS = new Box(34, 260, 446, 20);
    private static final int TICK_BASELINE = 276;
    /** From here on the axis counts in MWh. */
    private static final long MEGAWATT_HOURS_FROM = 10_000_000;

    private final Drawing drawing;
    private final Canvas canvas;
    private final View view;
    private final Phrases phrases;
    private final Axis axis;
    private final PeriodStyle style;
    private final int slot;
    private final int barWidth;
    private final int behind;
    private final int zero;

    Chart(Drawing drawing, View view, Phrases phrases) {
        this.drawing = drawing;
        this.view = view;
        this.phrases = phrases;
        canvas = drawing.canvas();
        Usage usage = view.usage();
        long up = 0;
        long down = 0;
        for (Bucket bucket : usage.buckets()) {
            up = Math.max(up, Math.max(orZero(bucket.amount()), orZero(bucket.previousAmount())));
            down = Math.max(down, orZero(bucket.exportWh()));
        }
        axis = Axis.reaching(up, down, PLOT.height());
        zero = PLOT.bottom() - axis.height() + axis.zero();
        style = PeriodStyle.of(view.subject().period());
        BarWidths bars = style.bars();
        slot = bars.slotPixels(PLOT.width(), usage.buckets().size());
        barWidth = bars.barPixels(PLOT.width());
        behind = bars.behindPixels(PLOT.width());
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }

    void draw() {
        grid();
        List<Bucket> buckets = view.usage().buckets();
        for (int i = 0; i < buckets.size(); i++) {
            bar(PLOT.x() + i * slot, buckets.get(i));
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
            if (view.usage().buckets().isEmpty()) {
                continue;
            }
            long value = Math.abs(i) * axis.step();
            String label = mega
                    ? phrases.numbers().thousandths(value / 1000, axis.step() % 1_000_000 == 0 ? 0 : 1)
                    : phrases.numbers().thousandths(value, i == 0 ? 0 : axis.decimals());
            drawing.textBefore(Style.AXIS, label, AXIS, AXIS.right(), y + 5);
        }
        if (view.usage().buckets().isEmpty()) {
            return;
        }
        String unit = mega ? "MWh" : AmountTexts.unit(view.subject().utility());
        drawing.textBefore(Style.AXIS, unit, AXIS, AXIS.right(), TICK_BASELINE);
    }

    private void bar(int slotX, Bucket bucket) {
        int x = slotX + (slot - barWidth) / 2;
        if (bucket.previousAmount() != null && behind > 0) {
            int height = axis.length(bucket.previousAmount());
            canvas.fill(slotX + (slot - behind) / 2, zero - height, behind, height, Tone.LIGHT_GREY);
        }
        switch (bucket.state()) {
            case GAP -> canvas.fill(x, zero - axis.zero(), barWidth, axis.zero(), Tone.HATCH);
            case NORMAL, RUNNING -> {
                int rise = axis.length(orZero(bucket.amount()));
                int fall = axis.length(orZero(bucket.exportWh()));
                if (bucket.state() == Bucket.State.RUNNING) {
                    canvas.fill(x, zero - rise, barWidth, rise, Tone.WHITE);
                    canvas.frame(x, zero - rise, barWidth, rise + 1, 2);
                } else {
                    canvas.fill(x, zero - rise, barWidth, rise, Tone.BLACK);
                }
                canvas.fill(x, zero + 1, barWidth, fall, Tone.DARK_GREY);
            }
            case FUTURE, BEFORE -> {
                // Only what was there in the period before.
            }
        }
        if (bucket.previousAmount() != null && behind == 0) {
            Legend.cap(canvas, slotX + 1, slot - 2, zero - Math.max(axis.length(bucket.previousAmount()), 2));
        }
    }

    private void ticks() {
        List<Bucket> buckets = view.usage().buckets();
        for (int i = 0; i < buckets.size(); i++) {
            LocalDateTime from = buckets.get(i).from().toLocalDateTime();
            // The hour that comes twice is named once.
            boolean again = i > 0 && buckets.get(i - 1).from().toLocalDateTime().equals(from);
            String label = again ? "" : style.tick(from, phrases);
            if (!label.isEmpty()) {
                boolean now = buckets.get(i).state() == Bucket.State.RUNNING;
                int middle = PLOT.x() + i * slot + slot / 2;
                drawing.textAround(now ? Style.TICK_NOW : Style.TICK, label, TICKS, middle, TICK_BASELINE);
            }
        }
    }
}
