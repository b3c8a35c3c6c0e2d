package energy.sem.display.paint;

import java.util.List;

import energy.sem.display.raster.Tone;

/** The three facts right of the headline: label left, value right. */
final class FactRows {
    /** The first row's, below the top of the area. */
    private static final int FIRST_BASELINE = 22;

    private static final int TOP = 22;
    private static final int SPACING = 28;
    private static final int GAP = 8;

    private final Drawing drawing;

    FactRows(Drawing drawing) {
        this.drawing = drawing;
    }

    void draw(List<Fact> facts) {
        Box area = drawing.layout().facts();
        for (int row = 0; row < facts.size(); row++) {
            int baseline = area.y() + drawing.px(FIRST_BASELINE + row * SPACING);
            Box box = new Box(area.x(), baseline - drawing.px(TOP), area.width(), drawing.px(SPACING + 1));
            draw(facts.get(row), box, baseline);
        }
    }

    private void draw(Fact fact, Box row, int baseline) {
        int gap = drawing.px(GAP);
        int mark = drawing.px(Legend.SIZE);
        int swatch = fact.export() ? mark + drawing.px(Legend.GAP) : 0;
        int labelWidth = drawing.width(Style.LABEL, fact.labels().get(0)) + swatch;
        boolean roomy = labelWidth + gap + drawing.width(Style.FACT, fact.value()) <= row.width();
        Style style = roomy ? Style.FACT : Style.FACT_SMALLER;
        int right = drawing.textBefore(style, fact.value(), row, row.right(), baseline) - gap;
        int x = row.x();
        int labelBaseline = fact.note() == null ? baseline : baseline - drawing.px(10);
        if (fact.export()) {
            Legend.bar(drawing, row, x, labelBaseline - mark, Tone.DARK_GREY);
            x += swatch;
        }
        String label = drawing.fitting(Style.LABEL, right - x, fact.labels());
        drawing.text(Style.LABEL, label, row, x, labelBaseline);
        if (fact.note() != null) {
            drawing.text(Style.SMALL_LABEL, fact.note(), row, row.x(), baseline + drawing.px(4));
        }
    }
}
