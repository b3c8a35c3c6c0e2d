package energy.sem.display.paint;

import java.util.List;

import energy.sem.display.raster.Picture;
import energy.sem.display.raster.Tone;
import energy.sem.display.view.Status;
import energy.sem.display.view.View;

/** The title row: which period, up to when; or, white on black, since when there are no data. */
final class Header {
    private static final Box ROW = new Box(8, 2, 464, 25);
    private static final int BASELINE = 21;
    private static final int RULE_Y = 29;
    private static final int GAP = 12;

    private final Drawing drawing;
    private final View view;
    private final Phrases phrases;
    private final Names names;

    Header(Drawing drawing, View view, Phrases phrases) {
        this.drawing = drawing;
        this.view = view;
        this.phrases = phrases;
        names = new Names(view, phrases);
    }

    void draw() {
        boolean stale = view.status() == Status.STALE;
        if (stale) {
            drawing.canvas().fill(0, 0, Picture.WIDTH, RULE_Y + 2, Tone.BLACK);
        } else {
            drawing.canvas().fill(ROW.x(), RULE_Y, ROW.width(), 2, Tone.BLACK);
        }
        int right = stale ? banner() : asOf();
        if (view.state().demo()) {
            right = badge(right, stale);
        }
        title(right, stale);
    }

    /** The banner leaves room for as much of the title as can be: which period it is, is worth more than the weekday. */
    private int banner() {
        int badge = view.state().demo() ? badgeWidth() + GAP : 0;
        List<String> banners = names.stale();
        String banner = banners.get(banners.size() - 1);
        search:
        for (String title : names.title()) {
            int room = ROW.width() - badge - GAP - drawing.width(Style.TITLE, title);
            for (String candidate : banners.subList(0, banners.size() - 1)) {
                if (drawing.width(Style.BANNER, candidate) <= room) {
                    banner = candidate;
                    break search;
                }
            }
        }
        int start = ROW.right() - drawing.width(Style.BANNER, banner);
        drawing.whiteText(Style.BANNER, banner, ROW, start, BASELINE);
        return start - GAP;
    }

    private int asOf() {
        List<String> candidates = names.asOf();
        if (candidates.isEmpty()) {
            return ROW.right();
        }
        String text = drawing.fitting(Style.AS_OF, 160, candidates);
        return drawing.textBefore(Style.AS_OF, text, ROW, ROW.right(), BASELINE) - GAP;
    }

    /** A framed word, so that simulated data are never taken for real ones. */
    private int badge(int right, boolean white) {
        String word = phrases.text("demo");
        int width = badgeWidth();
        int x = right - width;
        if (white) {
            drawing.canvas().fill(x, 7, width, 18, Tone.WHITE);
            drawing.text(Style.BADGE, word, ROW, x + 5, BASELINE);
        } else {
            drawing.canvas().fill(x, 7, width, 18, Tone.BLACK);
            drawing.whiteText(Style.BADGE, word, ROW, x + 5, BASELINE);
        }
        return x - GAP;
    }

    private int badgeWidth() {
        return drawing.width(Style.BADGE, phrases.text("demo")) + 10;
    }

    private void title(int right, boolean white) {
        String title = drawing.fitting(Style.TITLE, right - ROW.x(), names.title());
        if (white) {
            drawing.whiteText(Style.TITLE, title, ROW, ROW.x(), BASELINE);
        } else {
            drawing.text(Style.TITLE, title, ROW, ROW.x(), BASELINE);
        }
    }
}
