package energy.sem.history.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

import energy.sem.history.answer.Amounts;
import energy.sem.history.answer.Bill;
import energy.sem.history.answer.Bucket;
import energy.sem.history.answer.CostPart;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.answer.PeriodAnswer.Previous;
import energy.sem.history.answer.RegisterReading;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Period;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.cost.Contract;
import energy.sem.history.cost.Utility;
import energy.sem.history.model.Plain;
import energy.sem.history.model.PlainDevice;
import energy.sem.history.model.PlainMeter;
import energy.sem.history.model.Tables;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.local.test.TestServices;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

/** Made-up meters, written into a real MariaDB, answer every period as their raw readings do. */
class PeriodAnswersTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final AtomicInteger COUNT = new AtomicInteger();

    @BeforeContainer
    static void tables() {
        TestServices.get().migrate();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void every_period_of_any_meter_is_what_its_readings_say(@ForAll long seed) throws SQLException {
        PlainMeter plain = new PlainMeter(seed);
        Meter meter = written(plain);
        PeriodAnswers answers = answers(plain.now);
        for (Period period : Period.values()) {
            for (int offset : List.of(0, -1, -3)) {
                View view = new View(period, offset);
                Span span = Span.of(view, plain.now, BRUSSELS);
                for (Step step : Step.values()) {
                    if (period != Period.YEAR || step.wholeDays()) {
                        check(
                                plain,
                                answers.period(meter, view, span, step, Until.LAST_READING, Details.NONE),
                                span,
                                step,
                                view);
                    }
                }
                check(
                        plain,
                        answers.period(meter, view, span, period.step(), Until.LAST_QUARTER, Details.NONE),
                        span,
                        null,
                        view);
            }
        }
    }

    @Example
    void a_device_with_a_single_reading_says_nothing_of_a_flow() throws SQLException {
        days_of_another_zone_are_what_the_readings_say(-138268);
    }

    /** Number 15323 made one that had no reading at all, of which there is no last one. */
    @Example
    void the_first_reading_of_a_meter_is_answered() throws SQLException {
        every_period_of_any_meter_is_what_its_readings_say(15_323);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void days_of_another_zone_are_what_the_readings_say(@ForAll long seed) throws SQLException {
        PlainMeter plain = new PlainMeter(seed);
        Meter meter = written(plain);
        PeriodAnswers answers = answers(plain.now);
        for (String zone : List.of("Asia/Kathmandu", "America/Sao_Paulo", "Z")) {
            for (Period period : List.of(Period.DAY, Period.WEEK, Period.MONTH)) {
                View view = new View(period, 0);
                Span span = Span.of(view, plain.now, ZoneId.of(zone));
                check(
                        plain,
                        answers.period(meter, view, span, period.step(), Until.LAST_READING, Details.NONE),
                        span,
                        period.step(),
                        view);
            }
        }
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void any_range_is_what_the_readings_say(@ForAll long seed, @ForAll int shift, @ForAll int length)
            throws SQLException {
        PlainMeter plain = new PlainMeter(seed);
        Meter meter = written(plain);
        PeriodAnswers answers = answers(plain.now);
        int now = (int) (plain.now.getEpochSecond() / 900);
        int from = now - Math.floorMod(shift, 4000);
        int to = from + 1 + Math.floorMod(length, 4800);
        int midnight = (int) (Instant.ofEpochSecond(from * 900L)
                        .atZone(BRUSSELS)
                        .toLocalDate()
                        .atStartOfDay(BRUSSELS)
                        .toEpochSecond()
                / 900);
        for (Step step : Step.values()) {
            for (Span span : List.of(new Span(BRUSSELS, from, to), new Span(BRUSSELS, midnight, to))) {
                check(plain, answers.range(meter, span, step, Until.LAST_READING, Details.NONE), span, step, null);
            }
        }
    }

    @Property(tries = 5, shrinking = ShrinkingMode.OFF)
    void costs_are_quantities_times_the_price_of_their_day(@ForAll long seed) throws SQLException {
        PlainMeter plain = new PlainMeter(seed);
        LocalDate today = LocalDate.ofInstant(plain.now, BRUSSELS);
        LocalDate change = today.minusDays(Math.floorMod(seed, 40));
        List<Contract> contracts = List.of(
                contract("old", LocalDate.of(2020, 1, 1), "0.30", "0.2345678", "0.05"),
                contract("new", change, "0.11", "0.09", "0.01"));
        Meter meter = written(plain);
        PeriodAnswers answers = answers(plain.now, contracts);
        for (Period period : Period.values()) {
            View view = new View(period, 0);
            Span span = Span.of(view, plain.now, BRUSSELS);
            PeriodAnswer answer = answers.period(meter, view, span, period.step(), Until.LAST_READING, Details.NONE);
            Plain all = new Plain(plain.devices, BRUSSELS, Long.MAX_VALUE);
            long changed = Math.max(
                    span.from(),
                    Math.min(span.to(), change.atStartOfDay(BRUSSELS).toEpochSecond() / 900));
            BigDecimal expected = plus(
                    cost(all, span.from(), changed, "0.30", "0.2345678", "0.05"),
                    cost(all, changed, span.to(), "0.11", "0.09", "0.01"));
            same(
                    view + " " + span.fromTime() + " change " + change,
                    answer.total().costs() == null
                            ? null
                            : answer.total().costs().total(),
                    expected == null ? null : expected.setScale(3, RoundingMode.HALF_UP));
            if (expected != null) {
                assertThat(answer.buckets().stream()
                                .map(each -> each.amounts().costs())
                                .filter(Objects::nonNull)
                                .map(Bill::total)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(answer.total().costs().total());
                assertThat(answer.total().costs().parts().stream()
                                .map(CostPart::amount)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(answer.total().costs().total());
            }
        }
    }

    private static Contract contract(String name, LocalDate from, String imports1, String imports2, String exports) {
        BigDecimal export = euro(exports);
        return new Contract(
                name,
                Utility.ELECTRICITY,
                null,
                from,
                euro(imports1),
                euro(imports2),
                euro(imports1),
                export,
                export,
                export,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal cost(Plain plain, long from, long to, String imports1, String imports2, String exports) {
        if (from >= to) {
            return null;
        }
        BigDecimal cost = oneWay(plain, from, to, "import", imports1, imports2);
        return plus(cost, oneWay(plain, from, to, "export", "-" + exports, "-" + exports));
    }

    /** Tariff 2 has its price, all else that of tariff 1. */
    private static BigDecimal oneWay(Plain plain, long from, long to, String direction, String price, String price2) {
        BigDecimal all = plain.energy(direction, from, to);
        BigDecimal tariff2 = plain.sum("electricity", from, to, direction + "_t2_wh");
        if (all == null || tariff2 == null) {
            return all == null ? null : all.multiply(euro(price));
        }
        return all.subtract(tariff2).multiply(euro(price)).add(tariff2.multiply(euro(price2)));
    }

    private static void check(PlainMeter meter, PeriodAnswer answer, Span span, Step step, View view) {
        Plain all = new Plain(meter.devices, span.zone(), Long.MAX_VALUE);
        long lastQuarter = all.lastMilli("electricity") / 900_000;
        long now = meter.now.getEpochSecond() / 900;
        Plain plain = step == null ? new Plain(meter.devices, span.zone(), lastQuarter) : all;
        long elapsed = answer.stale() ? Math.max(now, lastQuarter) : lastQuarter;
        String what = String.format(Locale.ROOT, "%s %s %s %s", view, step, span.fromTime(), span.zone());

        assertThat(answer.complete()).as(what).isEqualTo(plain.isComplete(span.from(), span.to()));
        assertThat(answer.stale()).as(what).isEqualTo(meter.now.toEpochMilli() - all.lastMilli(null) > 900_000);
        amounts(what + " total", answer.total(), plain, span.from(), span.to());
        coverage(what, answer.coverage(), plain, span.from(), span.to(), elapsed);

        OffsetDateTime end = span.fromTime();
        Amounts sum = null;
        for (Bucket bucket : answer.buckets()) {
            assertThat(bucket.from()).as(what).isEqualTo(end);
            end = bucket.to();
            long from = bucket.from().toEpochSecond() / 900;
            long to = bucket.to().toEpochSecond() / 900;
            String which = what + " bucket " + bucket.from();
            amounts(which, bucket.amounts(), plain, from, to);
            coverage(which, bucket.coverage(), plain, from, to, elapsed);
            List<String> estimated = plain.estimatedKinds(from, to);
            assertThat(bucket.estimatedKinds()).as(which).isEqualTo(estimated);
            assertThat(bucket.estimated()).as(which).isEqualTo(!estimated.isEmpty());
            sum = sum == null ? bucket.amounts() : plus(sum, bucket.amounts());
        }
        assertThat(end).as(what).isEqualTo(span.toTime());
        assertThat(sum.of(Register.IMPORT_WH)).as(what).isEqualTo(answer.total().of(Register.IMPORT_WH));
        assertThat(sum.of(Register.EXPORT_WH)).as(what).isEqualTo(answer.total().of(Register.EXPORT_WH));
        assertThat(sum.gasM3()).as(what).isEqualTo(answer.total().gasM3());
        assertThat(sum.waterM3()).as(what).isEqualTo(answer.total().waterM3());
        assertThat(sum.heatGj()).as(what).isEqualTo(answer.total().heatGj());
        registersExplain(
                what,
                answer.total(),
                answer.registers().from(),
                answer.registers().to());

        if (view != null) {
            Span before = Span.of(view.previous(), meter.now, span.zone());
            Previous previous = answer.previous();
            amounts(what + " previous", previous.total(), plain, before.from(), before.to(), false);
            registersExplain(
                    what + " previous",
                    previous.total(),
                    previous.registers().from(),
                    previous.registers().to());
            if (answer.dataUntil() == null) {
                assertThat(lastQuarter).as(what).isLessThanOrEqualTo(span.from());
                assertThat(previous.untilSamePoint()).isNull();
            } else {
                long point = Math.min(span.to(), lastQuarter);
                assertThat(answer.dataUntil().toEpochSecond() / 900).as(what).isEqualTo(point);
                long same = previous.point().toEpochSecond() / 900;
                amounts(what + " same point", previous.untilSamePoint(), plain, before.from(), same, false);
                registersExplain(
                        what + " same point",
                        previous.untilSamePoint(),
                        previous.registers().from().stream()
                                .filter(each ->
                                        serials(previous.registersAtPoint()).contains(each.serial()))
                                .toList(),
                        previous.registersAtPoint());
                if (span.zone().equals(BRUSSELS)) {
                    coverage(what + " same point", previous.coverage(), plain, before.from(), same, same);
                }
            }
        }
    }

    private static void amounts(String what, Amounts amounts, Plain plain, long from, long to) {
        amounts(what, amounts, plain, from, to, true);
    }

    private static void amounts(String what, Amounts amounts, Plain plain, long from, long to, boolean peak) {
        same(what, amounts.of(Register.IMPORT_WH), plain.energy("import", from, to));
        same(what, amounts.of(Register.EXPORT_WH), plain.energy("export", from, to));
        for (Direction direction : Direction.values()) {
            for (Register tariff : Register.tariffs(direction)) {
                same(what, amounts.of(tariff), plain.sum("electricity", from, to, tariff.column()));
            }
        }
        same(what, amounts.gasM3(), plain.sum("gas", from, to, "volume_l"));
        same(what, amounts.waterM3(), plain.sum("water", from, to, "volume_l"));
        same(what, amounts.heatGj(), plain.sum("heat", from, to, "heat_mj"));
        if (peak) {
            assertThat(Plain.text(amounts.peakKw(), amounts.peakAt())).as(what).isEqualTo(plain.peak(from, to));
        }
    }

    private static void coverage(String what, BigDecimal coverage, Plain plain, long from, long to, long elapsed) {
        long whole = Math.max(0, Math.min(to, elapsed) - from) * 900_000;
        if (whole == 0) {
            assertThat(coverage).as(what).isNull();
            return;
        }
        // Days are kept in whole seconds, rounded down: at most one second a day may be missing.
        double exact = Math.min(1, (double) plain.coveredMilli(from, to, elapsed) / whole);
        double slack = 0.001 + (to - from) / 92.0 * 1000 / whole;
        assertThat(coverage.doubleValue()).as(what).isLessThanOrEqualTo(exact + 1e-9);
        assertThat(coverage.doubleValue()).as(what).isGreaterThanOrEqualTo(exact - slack);
    }

    /** What a person does with the answer and an invoice: subtract, device by device, and add up. */
    private static void registersExplain(
            String what, Amounts total, List<RegisterReading> from, List<RegisterReading> to) {
        BigDecimal imported = null;
        BigDecimal gas = null;
        for (int i = 0; i < to.size(); i++) {
            assertThat(to.get(i).serial()).isEqualTo(from.get(i).serial());
            Map<String, BigDecimal> then = from.get(i).energy();
            Map<String, BigDecimal> now = to.get(i).energy();
            String own = Register.IMPORT_WH.answerName();
            BigDecimal difference = now.containsKey(own)
                    ? minus(now.get(own), then.get(own))
                    : Register.tariffs(Direction.IMPORT).stream()
                            .map(Register::answerName)
                            .map(tariff -> minus(now.get(tariff), then.get(tariff)))
                            .reduce(null, PeriodAnswersTest::plus);
            imported = plus(imported, difference);
            if (to.get(i).kind().equals("gas")) {
                gas = plus(gas, minus(to.get(i).m3(), from.get(i).m3()));
            }
        }
        same(what + " registers", total.of(Register.IMPORT_WH), imported);
        same(what + " registers", total.gasM3(), gas);
    }

    private static List<String> serials(List<RegisterReading> registers) {
        return registers.stream().map(RegisterReading::serial).toList();
    }

    private static void same(String what, BigDecimal found, BigDecimal expected) {
        if (expected == null) {
            assertThat(found).as(what).isNull();
        } else {
            assertThat(found).as(what).isNotNull().isEqualByComparingTo(expected);
        }
    }

    private static Amounts plus(Amounts one, Amounts other) {
        Map<String, BigDecimal> energy = new HashMap<>();
        for (Register total : List.of(Register.IMPORT_WH, Register.EXPORT_WH)) {
            BigDecimal sum = stripped(plus(one.of(total), other.of(total)));
            if (sum != null) {
                energy.put(total.answerName(), sum);
            }
        }
        return new Amounts(
                energy,
                stripped(plus(one.gasM3(), other.gasM3())),
                stripped(plus(one.waterM3(), other.waterM3())),
                stripped(plus(one.heatGj(), other.heatGj())),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static BigDecimal stripped(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static BigDecimal plus(BigDecimal one, BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }

    private static BigDecimal minus(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? null : one.subtract(other);
    }

    private static Meter written(PlainMeter plain) throws SQLException {
        String name = "plain" + COUNT.incrementAndGet();
        List<Device> devices = new ArrayList<>();
        try (Connection connection = TestServices.get().connect("sem_ingest")) {
            List<Integer> ids = new Tables(connection).write(name, false, plain.devices, BRUSSELS);
            for (int i = 0; i < ids.size(); i++) {
                PlainDevice device = plain.devices.get(i);
                devices.add(new Device(ids.get(i), Kind.valueOf(device.kind.toUpperCase(Locale.ROOT)), device.serial));
            }
        }
        return new Meter(name, false, Tables.firstMilli(plain.devices), devices);
    }

    private static PeriodAnswers answers(Instant now) throws SQLException {
        return answers(now, List.of());
    }

    private static PeriodAnswers answers(Instant now, List<Contract> contracts) throws SQLException {
        return Wired.answers(Wired.source(), new Household(Clock.fixed(now, BRUSSELS)), contracts);
    }

    private static BigDecimal euro(String text) {
        return new BigDecimal(text);
    }
}
