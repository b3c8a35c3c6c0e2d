package energy.sem.display.paint;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;

import energy.sem.display.raster.Canvas;
import energy.sem.display.raster.Tone;
import energy.sem.display.view.Bucket;
import energy.sem.display.view.Usage;
import energy.sem.display.view.View;

/** The bars: import up in black, export down in dark grey, the period before in light grey behind. */
final class Chart {
    /** Under this, labels of the axis would touch. */
    private static final int LEAST_STEP = 24;
    /** More lines than these would say no more. */
    private static final int MOST_STEPS = 10;
    /** From a line of the grid to the base line of its label, and from a label to the unit. */
    private static final int LABEL_DROP = 5;

    private static final int LABEL_LINE = 13;
    /** Between two names below the bars. */
    private static final int TICK_GAP = 3;
    /** From here on the axis counts in MWh. */
    private static final long MEGAWATT_HOURS_FROM = 10_000_000;

    private final Drawing drawing;
    private final Canvas canvas;
    private final Layout layout;
    private final Box plot;
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
        layout = drawing.layout();
        plot = layout.plot();
        Usage usage = view.usage();
        long up = 0;
        long down = 0;
        for (Bucket bucket : usage.buckets()) {
            up = Math.max(up, Math.max(orZero(bucket.amount()), orZero(bucket.previousAmount())));
            down = Math.max(down, orZero(bucket.exportWh()));
        }
        axis = Axis.reaching(up, down, plot.height(), Math.max(layout.px(LEAST_STEP), plot.height() / MOST_STEPS));
        zero = plot.bottom() - axis.height() + axis.zero();
        style = PeriodStyle.of(view.subject().period());
        BarWidths bars = style.bars();
        slot = bars.slotPixels(plot.width(), usage.buckets().size());
        barWidth = bars.barPixels(plot.width());
        behind = bars.behindPixels(plot.width());
    }

    private static long orZero(Long value) {
        return value == null ? 0 : value;
    }

    void draw() {
        grid();
        List<Bucket> buckets = view.usage().buckets();
        for (int i = 0; i < buckets.size(); i++) {
            bar(plot.x() + i * slot, buckets.get(i));
        }
        canvas.fill(plot.x(), zero, plot.width(), layout.px(1), Tone.BLACK);
        ticks();
    }

    private void grid() {
        Box column = layout.axis();
        int stepPixels = 2 * axis.halfStepPixels();
        long highest = axis.step() * (axis.halfStepsUp() / 2);
        boolean mega = highest >= MEGAWATT_HOURS_FROM;
        for (int i = -axis.halfStepsDown() / 2; i <= axis.halfStepsUp() / 2; i++) {
            int y = zero - i * stepPixels;
            if (i != 0) {
                canvas.dotted(plot.x(), y, plot.width(), layout.px(4), layout.px(1));
            }
            if (view.usage().buckets().isEmpty()) {
                continue;
            }
            long value = Math.abs(i) * axis.step();
            String label = mega
                    ? phrases.numbers().thousandths(value / 1000, axis.step() % 1_000_000 == 0 ? 0 : 1)
                    : phrases.numbers().thousandths(value, i == 0 ? 0 : axis.decimals());
            drawing.textBefore(Style.AXIS, label, column, column.right(), y + layout.px(LABEL_DROP));
        }
        if (view.usage().buckets().isEmpty()) {
            return;
        }
        String unit = mega ? "MWh" : AmountTexts.unit(view.subject().utility());
        drawing.textBefore(Style.AXIS, unit, column, column.right(), unitBaseline());
    }

    /** Below the topmost label; above it where that is the zero line and there is room. Never beside the names of the bars. */
    private int unitBaseline() {
        int topmost = axis.halfStepsUp() / 2;
        int label = zero - topmost * 2 * axis.halfStepPixels() + layout.px(LABEL_DROP);
        boolean above = topmost == 0 && axis.halfStepsUp() > 0;
        return above ? label - layout.px(LABEL_LINE) : label + layout.px(LABEL_LINE);
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
                    canvas.frame(x, zero - rise, barWidth, rise + layout.px(1), layout.px(2));
                } else {
                    canvas.fill(x, zero - rise, barWidth, rise, Tone.BLACK);
                }
                canvas.fill(x, zero + layout.px(1), barWidth, fall, Tone.DARK_GREY);
            }
            case FUTURE, BEFORE -> {
                // Only what was there in the period before.
            }
        }
        if (bucket.previousAmount() != null && behind == 0) {
            int height = Math.max(axis.length(bucket.previousAmount()), layout.px(2));
            Legend.cap(drawing, slotX + layout.px(1), slot - 2 * layout.px(1), zero - height);
        }
    }

    /** A name below each bar that has one; below every second or third of them where all have no room. */
    private void ticks() {
        List<Bucket> buckets = view.usage().buckets();
        List<Integer> named = IntStream.range(0, buckets.size())
                .filter(i -> !tick(i).isEmpty())
                .boxed()
                .toList();
        int step = 1;
        while (step < named.size() && !roomFor(named, step)) {
            step++;
        }
        for (int n = first(named, step); n < named.size(); n += step) {
            int i = named.get(n);
            drawing.textAround(tickStyle(i), tick(i), layout.ticks(), middle(i), layout.tickBaseline());
        }
    }

    private boolean roomFor(List<Integer> named, int step) {
        int free = 0;
        for (int n = first(named, step); n < named.size(); n += step) {
            int i = named.get(n);
            int width = drawing.width(tickStyle(i), tick(i));
            int left = middle(i) - width / 2;
            if (left < free) {
                return false;
            }
            free = left + width + layout.px(TICK_GAP);
        }
        return true;
    }

    /** The first that is named when only each so many are: so that the running one is among them. */
    private int first(List<Integer> named, int step) {
        return IntStream.range(0, named.size())
                .filter(n -> tickStyle(named.get(n)) == Style.TICK_NOW)
                .map(n -> n % step)
                .findFirst()
                .orElse(0);
    }

    private String tick(int i) {
        List<Bucket> buckets = view.usage().buckets();
        LocalDateTime from = buckets.get(i).from().toLocalDateTime();
        // The hour that comes twice is named once.
        boolean again = i > 0 && buckets.get(i - 1).from().toLocalDateTime().equals(from);
        return again ? "" : style.tick(from, phrases);
    }

    private Style tickStyle(int i) {
        return view.usage().buckets().get(i).state() == Bucket.State.RUNNING ? Style.TICK_NOW : Style.TICK;
    }

    private int middle(int i) {
        return plot.x() + i * slot + slot / 2;
    }
}
