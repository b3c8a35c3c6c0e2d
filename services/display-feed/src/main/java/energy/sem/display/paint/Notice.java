package energy.sem.display.paint;

import java.util.ArrayList;
import java.util.List;

import energy.sem.display.view.Subject;
import energy.sem.display.view.View;

/** Words in the place of the numbers: why there are none, and what to do. */
final class Notice {
    private static final Box AREA = new Box(8, 36, 464, 84);
    private static final int BASELINE = 70;
    private static final int HINT_BASELINE = 98;

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
        String notice = Phrases.capitalised(lines.get(0));
        drawing.text(
                Style.NOTICE, drawing.fitting(Style.NOTICE, AREA.width(), List.of(notice)), AREA, AREA.x(), BASELINE);
        if (lines.size() > 1) {
            String hint = drawing.fitting(Style.HINT, AREA.width(), List.of(lines.get(1)));
            drawing.text(Style.HINT, hint, AREA, AREA.x(), HINT_BASELINE);
        }
    }

    private String noData() {
        Subject subject = view.subject();
        return PeriodStyle.of(subject.period())
                .word(subject.offset())
                .map(word -> phrases.text("no-data." + word))
                .orElseGet(() -> phrases.text("no-data", new Names(view, phrases).inSentence()));
    }
}
