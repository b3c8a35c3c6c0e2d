package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import energy.sem.display.view.Period;
import energy.sem.display.view.Subject;

/**
 * How a kind of period is drawn and spoken of: everything in a picture that differs from one to the next. A new kind is a
 * new constant here.
 */
// A record of numbers and a list of method references never change, but do not say so.
@SuppressWarnings("ImmutableEnumChecker")
enum PeriodStyle {
    DAY(
            new BarWidths(24, 18, 12, 0),
            null,
            List.of(FactChoice::export, FactChoice::peak, FactChoice::gas, FactChoice::water, FactChoice::cost)) {
        @Override
        List<String> titles(Subject subject, Phrases phrases) {
            LocalDate day = subject.firstDay();
            String year = subject.firstDayNow().getYear() == day.getYear() ? "" : " " + day.getYear();
            List<String> titles = new ArrayList<>();
            Optional<String> word = word(subject.offset());
            if (word.isPresent()) {
                titles.add(phrases.text("title." + word.get()) + ", " + phrases.dayAndDate(day) + year);
            } else {
                String weekday = phrases.day(day.getDayOfWeek());
                String month = phrases.month(day.getMonth());
                titles.add(weekday + " " + phrases.text("date", day.getDayOfMonth(), month) + year);
                titles.add(weekday + " " + phrases.date(day) + year);
            }
            titles.add(phrases.dayAndDate(day) + year);
            titles.add(phrases.date(day));
            return titles;
        }

        @Override
        String name(LocalDate firstDay, Phrases phrases) {
            return phrases.dayAndDate(firstDay);
        }

        @Override
        Optional<String> word(int offset) {
            return offset == 0 ? Optional.of("today") : offset == -1 ? Optional.of("yesterday") : Optional.empty();
        }

        @Override
        String until(LocalDateTime asOf, Phrases phrases) {
            return phrases.time(asOf);
        }

        @Override
        String since(LocalDateTime from, Phrases phrases) {
            return phrases.time(from);
        }

        @Override
        String day(LocalDate day, Phrases phrases) {
            return "";
        }

        @Override
        String bar(LocalDateTime from, Phrases phrases) {
            return phrases.time(from);
        }

        @Override
        String tick(LocalDateTime from, Phrases phrases) {
            return from.getHour() % 3 == 0 ? String.valueOf(from.getHour()) : "";
        }
    },

    WEEK(
            new BarWidths(7, 62, 40, 52),
            "fact.per-day",
            List.of(FactChoice::export, FactChoice::gas, FactChoice::cost, FactChoice::peak, FactChoice::water)) {
        @Override
        List<String> titles(Subject subject, Phrases phrases) {
            LocalDate first = subject.firstDay();
            LocalDate last = subject.lastDay();
            String week = name(first, phrases);
            List<String> titles = new ArrayList<>();
            if (yearOf(subject.firstDayNow()) == yearOf(first)) {
                titles.add(week + ", " + phrases.range(first, last));
            } else {
                titles.add(week + ", " + rangeWithYear(first, last, phrases));
                titles.add(week + ", " + yearOf(first));
            }
            titles.add(week);
            titles.add(phrases.text("title.week.short", number(first)));
            return titles;
        }

        private String rangeWithYear(LocalDate first, LocalDate last, Phrases phrases) {
            if (first.getYear() == last.getYear()) {
                return phrases.range(first, last) + " " + last.getYear();
            }
            String from = phrases.date(first) + " " + first.getYear();
            return phrases.text("range", from, phrases.date(last) + " " + last.getYear());
        }

        private int yearOf(LocalDate monday) {
            return monday.get(IsoFields.WEEK_BASED_YEAR);
        }

        private int number(LocalDate monday) {
            return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        }

        @Override
        String name(LocalDate firstDay, Phrases phrases) {
            return phrases.text("title.week", number(firstDay));
        }

        @Override
        String until(LocalDateTime asOf, Phrases phrases) {
            return phrases.shortDay(asOf.getDayOfWeek()) + " " + phrases.time(asOf);
        }

        @Override
        String day(LocalDate day, Phrases phrases) {
            return phrases.shortDay(day.getDayOfWeek());
        }

        @Override
        String bar(LocalDateTime from, Phrases phrases) {
            return phrases.shortDay(from.getDayOfWeek());
        }

        @Override
        String tick(LocalDateTime from, Phrases phrases) {
            return phrases.axisDay(from.getDayOfWeek());
        }
    },

    MONTH(
            new BarWidths(31, 14, 8, 0),
            "fact.per-day",
            List.of(FactChoice::export, FactChoice::monthPeak, FactChoice::cost, FactChoice::gas, FactChoice::water)) {
        @Override
        List<String> titles(Subject subject, Phrases phrases) {
            LocalDate first = subject.firstDay();
            return List.of(inSentence(first, phrases), phrases.shortMonth(first.getMonth()) + " " + first.getYear());
        }

        @Override
        String name(LocalDate firstDay, Phrases phrases) {
            return phrases.month(firstDay.getMonth());
        }

        @Override
        String inSentence(LocalDate firstDay, Phrases phrases) {
            return name(firstDay, phrases) + " " + firstDay.getYear();
        }

        @Override
        String until(LocalDateTime asOf, Phrases phrases) {
            return phrases.date(asOf.toLocalDate()) + ", " + phrases.time(asOf);
        }

        @Override
        String untilKey() {
            return "as-of.date";
        }

        @Override
        String bar(LocalDateTime from, Phrases phrases) {
            return phrases.date(from.toLocalDate());
        }

        @Override
        String tick(LocalDateTime from, Phrases phrases) {
            int day = from.getDayOfMonth();
            return day == 1 || day % 5 == 0 ? String.valueOf(day) : "";
        }
    },

    YEAR(
            new BarWidths(12, 36, 22, 30),
            "fact.per-month",
            List.of(
                    FactChoice::export,
                    FactChoice::billingPeak,
                    FactChoice::gas,
                    FactChoice::cost,
                    FactChoice::water)) {
        @Override
        List<String> titles(Subject subject, Phrases phrases) {
            return List.of(name(subject.firstDay(), phrases));
        }

        @Override
        String name(LocalDate firstDay, Phrases phrases) {
            return String.valueOf(firstDay.getYear());
        }

        @Override
        String until(LocalDateTime asOf, Phrases phrases) {
            return phrases.date(asOf.toLocalDate());
        }

        @Override
        String untilKey() {
            return "as-of.date";
        }

        @Override
        String bar(LocalDateTime from, Phrases phrases) {
            return phrases.shortMonth(from.getMonth());
        }

        @Override
        String tick(LocalDateTime from, Phrases phrases) {
            return phrases.axisMonth(from.getMonth());
        }
    };

    private final BarWidths bars;
    private final String meanLabel;

    private final List<Function<FactChoice, Optional<Fact>>> facts;

    PeriodStyle(BarWidths bars, String meanLabel, List<Function<FactChoice, Optional<Fact>>> facts) {
        this.bars = bars;
        this.meanLabel = meanLabel;
        this.facts = facts;
    }

    /** The style of a period. */
    static PeriodStyle of(Period period) {
        return valueOf(period.name());
    }

    /** Its bars. */
    BarWidths bars() {
        return bars;
    }

    /** What the mean of its bars is called; empty where it would say nothing. */
    Optional<String> meanLabel() {
        return Optional.ofNullable(meanLabel);
    }

    /** The facts of electricity, the most wanted first. */
    List<Function<FactChoice, Optional<Fact>>> facts() {
        return facts;
    }

    /** Titles, the longest first. */
    abstract List<String> titles(Subject subject, Phrases phrases);

    /** What one that begins on this day is called beside another, such as "week 45". */
    abstract String name(LocalDate firstDay, Phrases phrases);

    /** The same alone in a sentence, such as "week 45" in "geen metingen voor week 45". */
    String inSentence(LocalDate firstDay, Phrases phrases) {
        return name(firstDay, phrases);
    }

    /** The key of its word for so near a one, "today" or "yesterday"; empty when it has none. */
    Optional<String> word(int offset) {
        return Optional.empty();
    }

    /** Up to when a running one is measured. */
    abstract String until(LocalDateTime asOf, Phrases phrases);

    /** The key of the sentence in which that stands. */
    String untilKey() {
        return "as-of";
    }

    /** Since when one is measured that had begun before. */
    String since(LocalDateTime from, Phrases phrases) {
        return phrases.date(from.toLocalDate());
    }

    /** On which day something was in it; empty where that goes without saying. */
    String day(LocalDate day, Phrases phrases) {
        return phrases.date(day);
    }

    /** A bar in a sentence. */
    abstract String bar(LocalDateTime from, Phrases phrases);

    /** What stands below a bar; empty below most where there are many. */
    abstract String tick(LocalDateTime from, Phrases phrases);
}
