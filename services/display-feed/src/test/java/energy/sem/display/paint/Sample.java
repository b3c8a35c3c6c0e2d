package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

import energy.sem.display.view.Bucket;
import energy.sem.display.view.Bucket.State;
import energy.sem.display.view.Facts;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Previous;
import energy.sem.display.view.Status;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

/** Views of invented homes: what the pictures in the tests and in docs/ show. Built by changing a few things at a time. */
final class Sample {
    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Period period;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final Map<Integer, State> states = new TreeMap<>();

    private int offset;
    private Utility utility = Utility.ELECTRICITY;
    private Language language = Language.NL;
    private LocalDateTime now;
    private boolean demo;
    private boolean sun = true;
    private LongUnaryOperator amounts;
    private LongUnaryOperator exports;
    private LongUnaryOperator before;
    private Facts facts;
    private double coverage = 1;

    private Sample(Period period, LocalDate firstDay) {
        this.period = period;
        this.firstDay = firstDay;
        lastDay = switch (period) {
            case DAY -> firstDay;
            case WEEK -> firstDay.plusDays(6);
            case MONTH -> firstDay.plusMonths(1).minusDays(1);
            case YEAR -> firstDay.plusYears(1).minusDays(1);
        };
        facts = typicalFacts(
                period == Period.DAY
                        ? firstDay.atTime(18, 15)
                        : firstDay.plusDays(2).atTime(18, 15));
        amounts = i -> Household.typical(period, i, 1);
        before = i -> Household.typical(period, i, 2);
        exports = i -> Household.sunny(period, i);
    }

    private Facts typicalFacts(LocalDateTime peakAt) {
        return new Facts(
                null,
                null,
                3120L,
                peakAt,
                4210L,
                firstDay.plusDays(period == Period.DAY ? 0 : 3).atTime(18, 15),
                3420L,
                switch (period) {
                    case DAY -> 1_820L;
                    case WEEK -> 12_345L;
                    case MONTH -> 61_200L;
                    case YEAR -> 812_345L;
                },
                2_130L,
                switch (period) {
                    case DAY -> 187L;
                    case WEEK -> 1_140L;
                    case MONTH -> 6_120L;
                    case YEAR -> 81_455L;
                },
                null,
                null);
    }

    static Sample of(Period period, LocalDate firstDay) {
        return new Sample(period, firstDay);
    }

    Sample offset(int value) {
        offset = value;
        return this;
    }

    Sample utility(Utility value) {
        utility = value;
        return this;
    }

    Sample in(Language value) {
        language = value;
        return this;
    }

    /** The period is running, and data reach to this local time. */
    Sample until(LocalDateTime value) {
        now = value;
        if (period == Period.DAY && value.getHour() < 19) {
            facts = typicalFacts(firstDay.atTime(7, 30));
        }
        return this;
    }

    Sample demo() {
        demo = true;
        return this;
    }

    Sample withoutSun() {
        sun = false;
        exports = i -> 0;
        return this;
    }

    Sample facts(Facts value) {
        facts = value;
        return this;
    }

    Sample amounts(LongUnaryOperator value) {
        amounts = value;
        return this;
    }

    Sample exports(LongUnaryOperator value) {
        exports = value;
        return this;
    }

    Sample before(LongUnaryOperator value) {
        before = value;
        return this;
    }

    /** Nothing is known of the period before. */
    Sample first() {
        before = null;
        return this;
    }

    Sample coverageBefore(double value) {
        coverage = value;
        return this;
    }

    /** Bars that are not measured. */
    Sample gaps(int... bars) {
        for (int bar : bars) {
            states.put(bar, State.GAP);
        }
        return this;
    }

    View view() {
        List<Bucket> buckets = new ArrayList<>();
        long amount = 0;
        long export = 0;
        long beforeAmount = 0;
        long beforeWhole = 0;
        List<OffsetDateTime> edges = edges();
        for (int i = 0; i + 1 < edges.size(); i++) {
            State state = state(i, edges);
            boolean measured = state == State.NORMAL || state == State.RUNNING;
            // What flowed in a gap is known from the registers at its ends: it is in the total, but in no bar.
            boolean over = measured || state == State.GAP;
            long part = state == State.RUNNING ? 2 : 1;
            long flowed = over ? amounts.applyAsLong(i) / part : 0;
            long fedIn = over && utility == Utility.ELECTRICITY ? exports.applyAsLong(i) / part : 0;
            Long a = measured ? (Long) flowed : null;
            Long e = measured && utility == Utility.ELECTRICITY ? (Long) fedIn : null;
            Long p = before == null || (period == Period.MONTH && i >= previousDays())
                    ? null
                    : (Long) before.applyAsLong(i);
            buckets.add(new Bucket(edges.get(i), edges.get(i + 1), state, a, e, p));
            amount += flowed;
            export += fedIn;
            beforeWhole += p == null ? 0 : p;
            beforeAmount += p == null || !over ? 0 : p / part;
        }
        LocalDate previousFirst = previousFirst();
        LocalDateTime untilBefore = now == null
                ? null
                : previousFirst.atStartOfDay().plus(java.time.Duration.between(firstDay.atStartOfDay(), now));
        Previous previous = before == null
                ? null
                : new Previous(previousFirst, firstDay.minusDays(1), untilBefore, beforeAmount, beforeWhole, coverage);
        boolean electricity = utility == Utility.ELECTRICITY;
        LocalDateTime asOf = now == null ? lastDay.plusDays(1).atStartOfDay() : now;
        return new View(
                "home",
                period,
                offset,
                utility,
                language,
                BRUSSELS,
                firstDay,
                lastDay,
                asOf,
                now != null,
                Status.OK,
                null,
                null,
                demo,
                amount,
                electricity ? (Long) export : null,
                previous,
                facts,
                buckets,
                sun && electricity,
                null,
                null);
    }

    /** The picture's view without data. */
    View without(Status status, Fault fault) {
        return new View(
                "home",
                period,
                offset,
                utility,
                language,
                BRUSSELS,
                firstDay,
                lastDay,
                null,
                offset == 0,
                status,
                null,
                fault,
                demo,
                null,
                null,
                null,
                Facts.NONE,
                List.of(),
                false,
                null,
                null);
    }

    private LocalDate previousFirst() {
        return switch (period) {
            case DAY -> firstDay.minusDays(1);
            case WEEK -> firstDay.minusWeeks(1);
            case MONTH -> firstDay.minusMonths(1);
            case YEAR -> firstDay.minusYears(1);
        };
    }

    private int previousDays() {
        return firstDay.minusDays(1).getDayOfMonth();
    }

    private State state(int i, List<OffsetDateTime> edges) {
        if (states.containsKey(i)) {
            return states.get(i);
        }
        if (now == null) {
            return State.NORMAL;
        }
        OffsetDateTime end = now.atZone(BRUSSELS).toOffsetDateTime();
        if (!edges.get(i).isBefore(end)) {
            return State.FUTURE;
        }
        return edges.get(i + 1).isAfter(end) ? State.RUNNING : State.NORMAL;
    }

    private List<OffsetDateTime> edges() {
        List<OffsetDateTime> edges = new ArrayList<>();
        var at = firstDay.atStartOfDay(BRUSSELS);
        var end = lastDay.plusDays(1).atStartOfDay(BRUSSELS);
        while (at.isBefore(end)) {
            edges.add(at.toOffsetDateTime());
            at = switch (period) {
                case DAY -> at.plusHours(1);
                case WEEK, MONTH -> at.plusDays(1);
                case YEAR -> at.plusMonths(1);
            };
        }
        edges.add(end.toOffsetDateTime());
        return edges;
    }
}
