package energy.sem.display.paint;

import java.util.ArrayList;
import java.util.List;

import energy.sem.display.view.Subject;
import energy.sem.display.view.View;

/** Words in the place of the numbers: why there are none, and what to do. */
final class Notice {
    private static final int FIRST_BASELINE = 70;
    private static final int NOTICE_LINE = 28;
    private static final int HINT_LINE = 20;

    private final Drawing drawing;
    private final View view;
    private final Phrases phrases;

    Notice(Drawing drawing, View view, Phrases phrases) {
        this.drawing = drawing;
        this.view = view;
        this.phrases = phrases;
    }

    void draw() {
        List<String> lines = new ArrayList<>();
        switch (view.status()) {
            case STARTING -> {
                lines.add(phrases.text("starting"));
                lines.add(phrases.text("starting.hint"));
            }
            case ERROR -> {
                String key = "fault." + view.state().fault().code();
                lines.add(phrases.text(key));
                lines.add(phrases.text(key + ".hint", view.subject().meter()));
            }
            default -> lines.add(noData());
        }
        int baseline = drawing.px(FIRST_BASELINE);
        baseline = draw(Style.NOTICE, Phrases.capitalised(lines.get(0)), baseline, drawing.px(NOTICE_LINE));
        if (lines.size() > 1) {
            draw(Style.HINT, lines.get(1), baseline, drawing.px(HINT_LINE));
        }
    }

    /** In as many lines as it takes; returns the base line of what may follow. */
    private int draw(Style style, String text, int first, int spacing) {
        Box area = drawing.layout().notice();
        int baseline = first;
        for (String line : drawing.wrapped(style, area.width(), text)) {
            drawing.text(style, line, area, area.x(), baseline);
            baseline += spacing;
        }
        return baseline;
    }

    private String noData() {
        Subject subject = view.subject();
        return PeriodStyle.of(subject.period())
                .word(subject.offset())
                .map(word -> phrases.text("no-data." + word))
                .orElseGet(() -> phrases.text("no-data", new Names(view, phrases).inSentence()));
    }
}
