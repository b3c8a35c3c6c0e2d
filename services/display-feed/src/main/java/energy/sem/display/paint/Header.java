package energy.sem.display.paint;

import java.util.ArrayList;
import java.util.List;

import energy.sem.display.raster.Tone;
import energy.sem.display.view.Status;
import energy.sem.display.view.View;

/** The title row: which period, up to when; or, white on black, since when there are no data. */
final class Header {
    private static final int BASELINE = 21;
    private static final int RULE_Y = 29;
    private static final int RULE = 2;
    private static final int GAP = 12;
    private static final int AS_OF_WIDTH = 160;
    private static final int BADGE_Y = 7;
    private static final int BADGE_HEIGHT = 18;
    private static final int BADGE_PADDING = 5;

    private final Drawing drawing;
    private final View view;
    private final Phrases phrases;
    private final Names names;
    private final Box row;
    private final int baseline;
    private final int gap;

    Header(Drawing drawing, View view, Phrases phrases) {
        this.drawing = drawing;
        this.view = view;
        this.phrases = phrases;
        names = new Names(view, phrases);
        row = drawing.layout().title();
        baseline = drawing.px(BASELINE);
        gap = drawing.px(GAP);
    }

    void draw() {
        boolean stale = view.status() == Status.STALE;
        if (stale) {
            drawing.canvas().fill(0, 0, drawing.layout().sheet().width(), drawing.px(RULE_Y + RULE), Tone.BLACK);
        } else {
            drawing.canvas().fill(row.x(), drawing.px(RULE_Y), row.width(), drawing.px(RULE), Tone.BLACK);
        }
        int right = stale ? banner() : names.clock().isEmpty() ? asOf() : clockAndAsOf();
        if (view.state().demo()) {
            right = badge(phrases.text("demo"), right, stale);
        }
        title(right, stale);
    }

    /** The banner leaves room for as much of the title as can be: which period it is, is worth more than the weekday. */
    private int banner() {
        int badge = view.state().demo() ? badgeWidth(phrases.text("demo")) + gap : 0;
        List<String> banners = names.stale();
        String banner = banners.get(banners.size() - 1);
        search:
        for (String title : names.title()) {
            int room = row.width() - badge - gap - drawing.width(Style.TITLE, title);
            for (String candidate : banners.subList(0, banners.size() - 1)) {
                if (drawing.width(Style.BANNER, candidate) <= room) {
                    banner = candidate;
                    break search;
                }
            }
        }
        int start = row.right() - drawing.width(Style.BANNER, banner);
        drawing.whiteText(Style.BANNER, banner, row, start, baseline);
        return start - gap;
    }

    private int asOf() {
        List<String> candidates = names.asOf();
        if (candidates.isEmpty()) {
            return row.right();
        }
        String text = drawing.fitting(Style.AS_OF, Math.max(drawing.px(AS_OF_WIDTH), beside()), candidates);
        return drawing.textBefore(Style.AS_OF, text, row, row.right(), baseline) - gap;
    }

    /** What the longest title leaves, where more is said than up to when. */
    private int beside() {
        if (view.usage().measuredFrom() == null) {
            return 0;
        }
        int badge = view.state().demo() ? badgeWidth(phrases.text("demo")) + gap : 0;
        return row.width()
                - badge
                - gap
                - drawing.width(Style.TITLE, names.title().get(0));
    }

    /** Of a wrong clock as many words as leave the title whole; only then up to when it is measured. */
    private int clockAndAsOf() {
        List<String> titles = names.title();
        int demo = view.state().demo() ? badgeWidth(phrases.text("demo")) + gap : 0;
        int room = row.width() - demo - gap - drawing.width(Style.TITLE, titles.get(titles.size() - 1));
        List<String> asOfs = new ArrayList<>(names.asOf());
        asOfs.add("");
        for (String words : names.clock()) {
            for (String asOf : asOfs) {
                int ofAsOf = asOf.isEmpty() ? 0 : drawing.width(Style.AS_OF, asOf) + gap;
                if (badgeWidth(words) + ofAsOf <= room) {
                    int right = asOf.isEmpty()
                            ? row.right()
                            : drawing.textBefore(Style.AS_OF, asOf, row, row.right(), baseline) - gap;
                    return badge(words, right, false);
                }
            }
        }
        return badge(names.clock().get(names.clock().size() - 1), row.right(), false);
    }

    /** A framed word, so that simulated data are never taken for real ones. */
    private int badge(String word, int right, boolean white) {
        int width = badgeWidth(word);
        int x = right - width;
        if (white) {
            drawing.canvas().fill(x, drawing.px(BADGE_Y), width, drawing.px(BADGE_HEIGHT), Tone.WHITE);
            drawing.text(Style.BADGE, word, row, x + drawing.px(BADGE_PADDING), baseline);
        } else {
            drawing.canvas().fill(x, drawing.px(BADGE_Y), width, drawing.px(BADGE_HEIGHT), Tone.BLACK);
            drawing.whiteText(Style.BADGE, word, row, x + drawing.px(BADGE_PADDING), baseline);
        }
        return x - gap;
    }

    private int badgeWidth(String word) {
        return drawing.width(Style.BADGE, word) + 2 * drawing.px(BADGE_PADDING);
    }

    private void title(int right, boolean white) {
        String title = drawing.fitting(Style.TITLE, right - row.x(), names.title());
        if (white) {
            drawing.whiteText(Style.TITLE, title, row, row.x(), baseline);
        } else {
            drawing.text(Style.TITLE, title, row, row.x(), baseline);
        }
    }
}
