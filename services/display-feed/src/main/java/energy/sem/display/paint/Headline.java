package energy.sem.display.paint;

import java.util.List;

import energy.sem.display.raster.Tone;
import energy.sem.display.view.Previous;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** The number to be read from two metres, and below it how it compares with the period before. */
final class Headline {
    private static final Box NUMBER = new Box(6, 33, 264, 65);
    private static final Box CHANGE = new Box(8, 98, 262, 20);
    private static final int BASELINE = 86;
    private static final int LABEL_BASELINE = BASELINE - 28;
    private static final int CHANGE_BASELINE = 114;
    /** More characters than this are drawn smaller. */
    private static final int LARGE_CHARACTERS = 4;

    private static final int MIDDLE_CHARACTERS = 6;

    private static final int TRIANGLE = 13;
    private static final int SWATCH = Legend.SIZE;
    private static final int SWATCH_GAP = Legend.GAP;

    private final Drawing drawing;
    private final View view;
    private final Phrases phrases;

    Headline(Drawing drawing, View view, Phrases phrases) {
        this.drawing = drawing;
        this.view = view;
        this.phrases = phrases;
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
        int x = drawing.text(style, number, NUMBER, NUMBER.x(), BASELINE) + 9;
        int room = NUMBER.right() - x;
        drawing.text(Style.UNIT, AmountTexts.unit(view.subject().utility()), NUMBER, x, BASELINE);
        String label = phrases.text("headline." + view.subject().utility().code());
        if (view.subject().utility() != Utility.ELECTRICITY) {
            drawing.text(Style.TITLE, label, NUMBER, x, LABEL_BASELINE);
            return;
        }
        int swatch = SWATCH + SWATCH_GAP;
        Style labelStyle = drawing.width(Style.LABEL, label) + swatch <= room ? Style.LABEL : Style.SMALL_LABEL;
        if (drawing.width(labelStyle, label) + swatch <= room) {
            Legend.bar(drawing, NUMBER, x, LABEL_BASELINE - SWATCH, Tone.BLACK);
            x += swatch;
        }
        drawing.text(labelStyle, label, NUMBER, x, LABEL_BASELINE);
    }

    private void change() {
        Previous previous = view.previous();
        if (previous == null || previous.changePercent() == null) {
            return;
        }
        long percent = previous.changePercent();
        List<String> candidates = new Names(view, phrases).previous();
        int x = CHANGE.x();
        String joint = phrases.text("change.to");
        if (percent == 0) {
            joint = phrases.text("change.same");
        } else {
            String size = Math.abs(percent) > 999 ? ">999" : phrases.numbers().whole(Math.abs(percent));
            triangle(x, percent > 0);
            x += TRIANGLE + 5;
            x = drawing.text(Style.CHANGE, phrases.text("percent", size), CHANGE, x, CHANGE_BASELINE) + 6;
        }
        x = drawing.text(Style.LABEL, joint, CHANGE, x, CHANGE_BASELINE) + 5;
        Legend.previous(drawing, CHANGE, view.subject().period(), x, CHANGE_BASELINE - SWATCH);
        x += SWATCH + SWATCH_GAP;
        String name = drawing.fitting(Style.LABEL, CHANGE.right() - x, candidates);
        drawing.text(Style.LABEL, name, CHANGE, x, CHANGE_BASELINE);
    }

    /** Not from the font: rows that grow by whole pixels are sharper than any outline. */
    private void triangle(int x, boolean up) {
        for (int row = 0; row < TRIANGLE; row++) {
            int half = row / 2;
            int y = up ? CHANGE_BASELINE - TRIANGLE + row : CHANGE_BASELINE - 1 - row;
            drawing.canvas().fill(x + TRIANGLE / 2 - half, y, 2 * half + 1, 1, Tone.BLACK);
        }
        drawing.mark("triangle", CHANGE, new Box(x, CHANGE_BASELINE - TRIANGLE, TRIANGLE, TRIANGLE));
    }
}
