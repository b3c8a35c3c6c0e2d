package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import energy.sem.display.view.Period;
import energy.sem.display.view.Previous;
import energy.sem.display.view.View;

/** What periods and moments are called in a picture. Candidates come longest first. */
final class Names {
    private final View view;
    private final Phrases phrases;

    Names(View view, Phrases phrases) {
        this.view = view;
        this.phrases = phrases;
    }

    /** The title: which period this is. */
    List<String> title() {
        LocalDate first = view.firstDay();
        List<String> candidates = new ArrayList<>();
        switch (view.period()) {
            case DAY -> days(candidates, first);
            case WEEK -> {
                String week = phrases.text("title.week", week(first));
                LocalDate last = view.lastDay();
                if (thisYear()) {
                    candidates.add(week + ", " + phrases.range(first, last));
                } else if (first.getYear() == last.getYear()) {
                    candidates.add(week + ", " + phrases.range(first, last) + " " + last.getYear());
                } else {
                    String from = phrases.date(first) + " " + first.getYear();
                    candidates.add(
                            week + ", " + phrases.text("range", from, phrases.date(last) + " " + last.getYear()));
                }
                if (!thisYear()) {
                    candidates.add(week + ", " + first.get(IsoFields.WEEK_BASED_YEAR));
                }
                candidates.add(week);
                candidates.add(phrases.text("title.week.short", week(first)));
            }
            case MONTH -> {
                candidates.add(phrases.month(first.getMonth()) + " " + first.getYear());
                candidates.add(phrases.shortMonth(first.getMonth()) + " " + first.getYear());
            }
            case YEAR -> candidates.add(String.valueOf(first.getYear()));
        }
        return candidates.stream().map(Phrases::capitalised).toList();
    }

    private void days(List<String> candidates, LocalDate day) {
        String year = thisYear() ? "" : " " + day.getYear();
        if (view.offset() >= -1) {
            String name = phrases.text(view.offset() == 0 ? "title.today" : "title.yesterday");
            candidates.add(name + ", " + phrases.dayAndDate(day) + year);
        } else {
            String weekday = phrases.day(day.getDayOfWeek());
            String month = phrases.month(day.getMonth());
            candidates.add(weekday + " " + phrases.text("date", day.getDayOfMonth(), month) + year);
            candidates.add(weekday + " " + phrases.date(day) + year);
        }
        candidates.add(phrases.dayAndDate(day) + year);
        candidates.add(phrases.date(day));
    }

    /** Whether the period lies in the running year: then the title need not say which. */
    private boolean thisYear() {
        LocalDate first = view.firstDay();
        if (view.period() == Period.DAY) {
            return first.minusDays(view.offset()).getYear() == first.getYear();
        }
        LocalDate now = first.minusWeeks(view.offset());
        return now.get(IsoFields.WEEK_BASED_YEAR) == first.get(IsoFields.WEEK_BASED_YEAR);
    }

    private static int week(LocalDate day) {
        return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** Up to when a running period is measured, such as "tot do 10:45"; empty for a period that is over. */
    List<String> asOf() {
        LocalDateTime asOf = view.asOf();
        if (!view.running() || asOf == null) {
            return List.of();
        }
        String time = phrases.time(asOf);
        String point =
                switch (view.period()) {
                    case DAY -> time;
                    case WEEK -> phrases.shortDay(asOf.getDayOfWeek()) + " " + time;
                    case MONTH -> phrases.date(asOf.toLocalDate()) + ", " + time;
                    case YEAR -> phrases.date(asOf.toLocalDate());
                };
        return List.of(phrases.text("as-of", point), point);
    }

    /** The banner of a silent meter. The day is left out in the picture of that very day. */
    List<String> stale() {
        LocalDateTime since = view.staleSince();
        String time = phrases.time(since);
        boolean thatDay = view.period() == Period.DAY && view.firstDay().equals(since.toLocalDate());
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

    /** The period before, as it is compared, such as "week 44 op dit punt". */
    List<String> previous() {
        Previous previous = view.previous();
        LocalDate first = previous.firstDay();
        String name =
                switch (view.period()) {
                    case DAY -> phrases.dayAndDate(first);
                    case WEEK -> phrases.text("title.week", week(first));
                    case MONTH -> phrases.month(first.getMonth());
                    case YEAR -> String.valueOf(first.getYear());
                };
        if (previous.until() == null) {
            return List.of(name);
        }
        String samePoint = view.period() == Period.DAY && view.offset() == 0
                ? phrases.text("change.yesterday", phrases.time(previous.until()))
                : phrases.text("change.same-point", name);
        return List.of(samePoint, name);
    }

    /** The period as it stands in a sentence, such as "week 45" in "geen metingen voor week 45". */
    String inSentence() {
        LocalDate first = view.firstDay();
        return switch (view.period()) {
            case DAY -> phrases.dayAndDate(first);
            case WEEK -> phrases.text("title.week", week(first));
            case MONTH -> phrases.month(first.getMonth()) + " " + first.getYear();
            case YEAR -> String.valueOf(first.getYear());
        };
    }

    /**
     * When something ended within the period: the time in a day, the day and time in a week, the date in a month or year.
     * Midnight belongs to the day that it ends.
     */
    String moment(LocalDateTime end) {
        LocalDate day = end.minusNanos(1).toLocalDate();
        String time = end.toLocalTime().equals(LocalTime.MIDNIGHT) ? "24:00" : phrases.time(end);
        return switch (view.period()) {
            case DAY -> time;
            case WEEK -> phrases.shortDay(day.getDayOfWeek()) + " " + time;
            case MONTH, YEAR -> phrases.date(day);
        };
    }
}
