package energy.sem.display.paint;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import energy.sem.display.view.Peak;
import energy.sem.display.view.Previous;
import energy.sem.display.view.View;
import energy.sem.display.view.WrongClock;

/** What periods and moments are called in a picture. Candidates come longest first. */
final class Names {
    private static final int YEAR_DAYS = 365;

    private final View view;
    private final Phrases phrases;
    private final PeriodStyle style;

    Names(View view, Phrases phrases) {
        this.view = view;
        this.phrases = phrases;
        style = PeriodStyle.of(view.subject().period());
    }

    /** The title: which period this is. */
    List<String> title() {
        return style.titles(view.subject(), phrases).stream()
                .map(Phrases::capitalised)
                .toList();
    }

    /**
     * Since when a period is measured that had begun before, such as "vanaf 28 okt", and up to when a running one is, such as
     * "tot do 10:45"; empty for one that is over and was measured whole.
     */
    List<String> asOf() {
        LocalDateTime asOf = view.state().asOf();
        List<String> since = since();
        if (!view.subject().running() || asOf == null) {
            return since;
        }
        String point = style.until(asOf, phrases);
        String until = phrases.text(style.untilKey(), point);
        List<String> candidates = new ArrayList<>();
        since.forEach(each -> candidates.add(each + " " + until));
        candidates.addAll(since);
        candidates.addAll(List.of(until, point));
        return candidates;
    }

    private List<String> since() {
        LocalDateTime from = view.usage().measuredFrom();
        return from == null ? List.of() : List.of(phrases.text("from", style.since(from, phrases)));
    }

    /** The banner of a silent meter. The day is left out in the picture of that very day. */
    List<String> stale() {
        LocalDateTime since = view.state().staleSince();
        String time = phrases.time(since);
        boolean thatDay = view.subject().isJust(since.toLocalDate());
        List<String> candidates = new ArrayList<>();
        if (!thatDay) {
            candidates.add(phrases.text("stale", phrases.dayAndDate(since.toLocalDate()) + " " + time));
            candidates.add(phrases.text("stale", phrases.date(since.toLocalDate()) + " " + time));
            candidates.add(phrases.text("stale", phrases.date(since.toLocalDate())));
        }
        if (thatDay) {
            candidates.add(phrases.text("stale", time));
        }
        candidates.add(phrases.text("stale.short"));
        return candidates.stream().map(text -> text.toUpperCase(Locale.ROOT)).toList();
    }

    /** What is said of a wrong clock, the longest first; empty when none is. */
    List<String> clock() {
        WrongClock clock = view.state().wrongClock();
        if (clock == null) {
            return List.of();
        }
        String whose = clock.of() == WrongClock.Whose.COMPUTER ? "clock.computer" : "clock";
        int days = Math.abs(clock.daysAhead());
        int years = days / YEAR_DAYS;
        String span = days < 2 * YEAR_DAYS
                ? phrases.text(days == 1 ? "span.day" : "span.days", days)
                : phrases.text("span.years", years);
        // Of the computer's the offset is said from its side.
        boolean ahead = clock.daysAhead() > 0 == (clock.of() == WrongClock.Whose.METER);
        return List.of(
                phrases.text(whose + (ahead ? ".ahead" : ".behind"), span),
                phrases.text(whose + ".wrong"),
                phrases.text("clock.short"));
    }

    /** The period before, as it is compared, such as "week 44 op dit punt". */
    List<String> previous() {
        Previous previous = view.previous();
        String name = style.name(previous.firstDay(), phrases);
        if (previous.until() == null) {
            return List.of(name);
        }
        String samePoint = style.word(view.subject().offset() - 1)
                .map(word -> phrases.text("change." + word, phrases.time(previous.until())))
                .orElseGet(() -> phrases.text("change.same-point", name));
        return List.of(samePoint, name);
    }

    /** The period as it stands in a sentence, such as "week 45" in "geen metingen voor week 45". */
    String inSentence() {
        return style.inSentence(view.subject().firstDay(), phrases);
    }

    /** The day of a peak, as far as the period does not say it: nothing in a day, the weekday in a week, else the date. */
    String day(Peak peak) {
        return style.day(peak.to().minusNanos(1).toLocalDate(), phrases);
    }

    /** Some time of a day, with its day where it is not the picture's, such as "13:15–15:15" or "zo 13:15–15:15". */
    String hours(LocalDateTime from, LocalDateTime to) {
        String end = to.toLocalTime().equals(LocalTime.MIDNIGHT) ? "24:00" : phrases.time(to);
        String day = view.subject().isJust(from.toLocalDate()) ? "" : phrases.shortDay(from.getDayOfWeek()) + " ";
        return day + phrases.time(from) + "–" + end;
    }

    /** A peak's quarter hour from its start to its end, such as "18:00–18:15"; its end alone where the start is not known. */
    String quarterHour(Peak peak) {
        String end = peak.to().toLocalTime().equals(LocalTime.MIDNIGHT) ? "24:00" : phrases.time(peak.to());
        return peak.from() == null ? end : phrases.time(peak.from()) + "–" + end;
    }
}
