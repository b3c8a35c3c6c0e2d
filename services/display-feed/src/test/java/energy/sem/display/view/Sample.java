package energy.sem.display.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

import energy.sem.display.view.Bucket.State;

/** Views of invented homes: what the pictures in the tests and in docs/ show. Built by changing a few things at a time. */
public final class Sample {
    public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Period period;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final Map<Integer, State> states = new TreeMap<>();

    private int offset;
    private Utility utility = Utility.ELECTRICITY;
    private Language language = Language.NL;
    private LocalDateTime now;
    private boolean demo;
    private WrongClock clock;
    private boolean sun = true;
    private LongUnaryOperator amounts;
    private LongUnaryOperator exports;
    private LongUnaryOperator before;
    private Facts facts;
    private LocalDateTime measuredFrom;

    private Sample(Period period, LocalDate firstDay) {
        this.period = period;
        this.firstDay = firstDay;
        lastDay = period.lastDay(firstDay);
        facts = typicalFacts(
                period == Period.DAY
                        ? firstDay.atTime(18, 15)
                        : firstDay.plusDays(2).atTime(18, 15));
        amounts = i -> Household.typical(period, i, 1);
        before = i -> Household.typical(period, i, 2);
        exports = i -> Household.sunny(period, i);
    }

    private Facts typicalFacts(LocalDateTime peakAt) {
        return SampleFacts.none()
                .peak(3120, peakAt)
                .monthPeak(4210, firstDay.plusDays(period == Period.DAY ? 0 : 3).atTime(18, 15))
                .billingPeak(3420)
                .gas(
                        switch (period) {
                            case DAY -> 1_820;
                            case WEEK -> 12_345;
                            case MONTH -> 61_200;
                            case YEAR -> 812_345;
                        })
                .water(2_130)
                .cost(
                        switch (period) {
                            case DAY -> 187;
                            case WEEK -> 1_140;
                            case MONTH -> 6_120;
                            case YEAR -> 81_455;
                        })
                .facts();
    }

    public static Sample of(Period period, LocalDate firstDay) {
        return new Sample(period, firstDay);
    }

    public Sample offset(int value) {
        offset = value;
        return this;
    }

    public Sample utility(Utility value) {
        utility = value;
        return this;
    }

    public Sample in(Language value) {
        language = value;
        return this;
    }

    /** The period is running, and data reach to this local time. */
    public Sample until(LocalDateTime value) {
        now = value;
        if (period == Period.DAY && value.getHour() < 19) {
            facts = typicalFacts(firstDay.atTime(7, 30));
        }
        return this;
    }

    public Sample clock(WrongClock wrong) {
        clock = wrong;
        return this;
    }

    public Sample demo() {
        demo = true;
        return this;
    }

    public Sample withoutSun() {
        sun = false;
        exports = i -> 0;
        return this;
    }

    public Sample facts(Facts value) {
        facts = value;
        return this;
    }

    public Sample amounts(LongUnaryOperator value) {
        amounts = value;
        return this;
    }

    public Sample exports(LongUnaryOperator value) {
        exports = value;
        return this;
    }

    public Sample before(LongUnaryOperator value) {
        before = value;
        return this;
    }

    /** Nothing is known of the period before. */
    public Sample first() {
        before = null;
        return this;
    }

    /** The meter's first reading came when the period had begun: bars before it are empty. */
    public Sample measuredFrom(LocalDateTime first) {
        measuredFrom = first;
        return first();
    }

    /** Bars that are not measured. */
    public Sample gaps(int... bars) {
        for (int bar : bars) {
            states.put(bar, State.GAP);
        }
        return this;
    }

    public View view() {
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
        LocalDate previousFirst = period.shifted(firstDay, -1);
        LocalDateTime untilBefore = now == null
                ? null
                : previousFirst.atStartOfDay().plus(java.time.Duration.between(firstDay.atStartOfDay(), now));
        Previous previous = before == null
                ? null
                : new Previous(
                        previousFirst,
                        firstDay.minusDays(1),
                        untilBefore,
                        beforeAmount,
                        beforeWhole,
                        beforeAmount == 0 ? null : (Long) Math.round((amount - beforeAmount) * 100.0 / beforeAmount),
                        1);
        boolean electricity = utility == Utility.ELECTRICITY;
        LocalDateTime asOf = now == null ? lastDay.plusDays(1).atStartOfDay() : now;
        Usage usage = new Usage(amount, electricity ? (Long) export : null, measuredFrom, sun && electricity, buckets);
        return new View(subject(), language, DataState.ok(asOf, demo).with(clock), usage, previous, facts);
    }

    private Subject subject() {
        return new Subject("home", period, offset, utility, BRUSSELS, firstDay);
    }

    /** The picture's view without data. */
    public View without(Status status, Fault fault) {
        return View.without(subject(), language, new DataState(null, status, null, fault, demo, null));
    }

    private int previousDays() {
        return firstDay.minusDays(1).getDayOfMonth();
    }

    private State state(int i, List<OffsetDateTime> edges) {
        if (states.containsKey(i)) {
            return states.get(i);
        }
        if (measuredFrom != null && !edges.get(i + 1).toLocalDateTime().isAfter(measuredFrom)) {
            return State.BEFORE;
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
