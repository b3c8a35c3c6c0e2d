package energy.sem.display.paint;

import java.util.List;

import energy.sem.display.raster.Tone;
import energy.sem.display.view.Previous;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** The number to be read from two metres, and below it how it compares with the period before. */
final class Headline {
    private static final int BASELINE = 86;
    private static final int LABEL_BASELINE = BASELINE - 28;
    private static final int CHANGE_BASELINE = 114;
    /** More characters than this are drawn smaller. */
    private static final int LARGE_CHARACTERS = 4;

    private static final int MIDDLE_CHARACTERS = 6;

    private static final int TRIANGLE = 13;

    private final Drawing drawing;
    private final View view;
    private final Phrases phrases;
    private final Box numberBox;
    private final Box changeBox;
    private final int baseline;
    private final int labelBaseline;
    private final int changeBaseline;
    private final int swatch;
    private final int swatchAndGap;

    Headline(Drawing drawing, View view, Phrases phrases) {
        this.drawing = drawing;
        this.view = view;
        this.phrases = phrases;
        numberBox = drawing.layout().number();
        changeBox = drawing.layout().change();
        baseline = drawing.px(BASELINE);
        labelBaseline = drawing.px(LABEL_BASELINE);
        changeBaseline = drawing.px(CHANGE_BASELINE);
        swatch = drawing.px(Legend.SIZE);
        swatchAndGap = swatch + drawing.px(Legend.GAP);
    }

    void draw() {
        if (view.usage().amount() != null) {
            number();
            change();
        }
    }

    private void number() {
        String number = new AmountTexts(phrases)
                .headline(
                        view.subject().utility(),
                        view.subject().period(),
                        view.usage().amount());
        Style style = number.length() <= LARGE_CHARACTERS
                ? Style.NUMBER_LARGE
                : number.length() <= MIDDLE_CHARACTERS ? Style.NUMBER : Style.NUMBER_SMALL;
        int x = drawing.text(style, number, numberBox, numberBox.x(), baseline) + drawing.px(9);
        int room = numberBox.right() - x;
        drawing.text(Style.UNIT, AmountTexts.unit(view.subject().utility()), numberBox, x, baseline);
        String label = phrases.text("headline." + view.subject().utility().code());
        if (view.subject().utility() != Utility.ELECTRICITY) {
            drawing.text(Style.TITLE, label, numberBox, x, labelBaseline);
            return;
        }
        Style labelStyle = drawing.width(Style.LABEL, label) + swatchAndGap <= room ? Style.LABEL : Style.SMALL_LABEL;
        if (drawing.width(labelStyle, label) + swatchAndGap <= room) {
            Legend.bar(drawing, numberBox, x, labelBaseline - swatch, Tone.BLACK);
            x += swatchAndGap;
        }
        drawing.text(labelStyle, label, numberBox, x, labelBaseline);
    }

    private void change() {
        Previous previous = view.previous();
        if (previous == null || previous.changePercent() == null) {
            return;
        }
        long percent = previous.changePercent();
        List<String> candidates = new Names(view, phrases).previous();
        int x = changeBox.x();
        String joint = phrases.text("change.to");
        if (percent == 0) {
            joint = phrases.text("change.same");
        } else {
            String size = Math.abs(percent) > 999 ? ">999" : phrases.numbers().whole(Math.abs(percent));
            triangle(x, percent > 0);
            x += side() + drawing.px(5);
            x = drawing.text(Style.CHANGE, phrases.text("percent", size), changeBox, x, changeBaseline) + drawing.px(6);
        }
        x = drawing.text(Style.LABEL, joint, changeBox, x, changeBaseline) + drawing.px(5);
        Legend.previous(drawing, changeBox, view.subject().period(), x, changeBaseline - swatch);
        x += swatchAndGap;
        String name = drawing.fitting(Style.LABEL, changeBox.right() - x, candidates);
        drawing.text(Style.LABEL, name, changeBox, x, changeBaseline);
    }

    /** The triangle's width and height: odd, so that it has a tip. */
    private int side() {
        return drawing.px(TRIANGLE) | 1;
    }

    /** Not from the font: rows that grow by whole pixels are sharper than any outline. */
    private void triangle(int x, boolean up) {
        int side = side();
        for (int row = 0; row < side; row++) {
            int half = row / 2;
            int y = up ? changeBaseline - side + row : changeBaseline - 1 - row;
            drawing.canvas().fill(x + side / 2 - half, y, 2 * half + 1, 1, Tone.BLACK);
        }
        drawing.mark("triangle", changeBox, new Box(x, changeBaseline - side, side, side));
    }
}
