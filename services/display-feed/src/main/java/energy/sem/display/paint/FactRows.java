package energy.sem.display.paint;

import java.util.List;

import energy.sem.display.raster.Tone;

/** The three facts right of the headline: label left, value right. */
final class FactRows {
    private static final Box AREA = new Box(284, 36, 188, 84);
    private static final int FIRST_BASELINE = 58;
    private static final int SPACING = 28;
    private static final int GAP = 8;

    private final Drawing drawing;

    FactRows(Drawing drawing) {
        this.drawing = drawing;
    }

    void draw(List<Fact> facts) {
        for (int row = 0; row < facts.size(); row++) {
            int top = FIRST_BASELINE + row * SPACING - 21;
            draw(facts.get(row), new Box(AREA.x(), top, AREA.width(), SPACING), FIRST_BASELINE + row * SPACING);
        }
    }

    private void draw(Fact fact, Box row, int baseline) {
        int swatch = fact.export() ? Legend.SIZE + Legend.GAP : 0;
        int labelWidth = drawing.width(Style.LABEL, fact.labels().get(0)) + swatch;
        boolean roomy = labelWidth + GAP + drawing.width(Style.FACT, fact.value()) <= row.width();
        Style style = roomy ? Style.FACT : Style.FACT_SMALLER;
        int right = drawing.textBefore(style, fact.value(), row, row.right(), baseline) - GAP;
        int x = row.x();
        if (fact.export()) {
            Legend.bar(drawing, row, x, baseline - Legend.SIZE, Tone.DARK_GREY);
            x += swatch;
        }
        int labelBaseline = fact.note() == null ? baseline : baseline - 10;
        String label = drawing.fitting(Style.LABEL, right - x, fact.labels());
        drawing.text(Style.LABEL, label, row, x, labelBaseline);
        if (fact.note() != null) {
            drawing.text(Style.SMALL_LABEL, fact.note(), row, x, baseline + 4);
        }
    }
}
