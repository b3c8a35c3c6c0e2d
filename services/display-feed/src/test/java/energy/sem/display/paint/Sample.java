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
        facts = new Facts(
                null,
                null,
                3120L,
                firstDay.plusDays(Math.min(2, lastDay.toEpochDay() - firstDay.toEpochDay()))
                        .atTime(18, 15),
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
        amounts = i -> typical(i, 1);
        before = i -> typical(i, 2);
        exports = this::sunny;
    }

    static Sample of(Period period, LocalDate firstDay) {
        return new Sample(period, firstDay);
    }

    /** An hour, day or month of a family's import, different for each and always the same. */
    private long typical(long i, int kind) {
        long noise = scatter(i + 100L * kind, 400);
        return switch (period) {
            case DAY -> HOURS[(int) (i % 24)] * (800 + noise) / 1000;
            case WEEK, MONTH -> 7200 + noise * 11 + (i % 7 >= 5 ? 1900 : 0);
            case YEAR -> MONTHS[(int) i] * (900 + noise / 2);
        };
    }

    private long sunny(long i) {
        long noise = scatter(i + 1000, 1000);
        return switch (period) {
            case DAY -> i < 9 || i > 15 ? 0 : (7 - Math.abs(12 - i)) * 160 + noise / 10;
            case WEEK, MONTH -> 400 + noise * 3;
            case YEAR -> SUN[(int) i] * 1000;
        };
    }

    /** A number from 0 to below the limit that looks like chance and never changes. */
    static long scatter(long i, long limit) {
        long x = (i + 1) * 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(x ^ (x >>> 31), limit);
    }

    private static final long[] HOURS = {
        260, 230, 220, 210, 250, 420, 980, 1390, 720, 300, 180, 140, 160, 150, 190, 260, 480, 1150, 1850, 1470, 1060,
        850, 520, 340
    };
    private static final long[] MONTHS = {318, 285, 233, 165, 108, 80, 72, 77, 145, 204, 276, 331};
    private static final long[] SUN = {15, 62, 150, 265, 345, 360, 355, 300, 180, 88, 31, 11};

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
            long part = state == State.RUNNING ? 2 : 1;
            Long a = measured ? (Long) (amounts.applyAsLong(i) / part) : null;
            Long e = measured && utility == Utility.ELECTRICITY ? (Long) (exports.applyAsLong(i) / part) : null;
            Long p = before == null || (period == Period.MONTH && i >= previousDays())
                    ? null
                    : (Long) before.applyAsLong(i);
            buckets.add(new Bucket(edges.get(i), edges.get(i + 1), state, a, e, p));
            amount += a == null ? 0 : a;
            export += e == null ? 0 : e;
            beforeWhole += p == null ? 0 : p;
            beforeAmount += p == null || !measured ? 0 : p / part;
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
