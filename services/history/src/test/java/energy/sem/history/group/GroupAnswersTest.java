package energy.sem.history.group;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import javax.sql.DataSource;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;

import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.GroupHistoryAnswer;
import energy.sem.history.answer.GroupHistoryAnswer.GroupBucket;
import energy.sem.history.answer.GroupSharingAnswer;
import energy.sem.history.answer.GroupSharingAnswer.MemberShare;
import energy.sem.history.answer.GroupSharingAnswer.Shared;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Period;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.model.Plain;
import energy.sem.history.model.PlainDevice;
import energy.sem.history.model.Tables;
import energy.sem.history.period.Wired;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.local.test.TestServices;
import energy.sem.sharing.SharingRule;

import static org.assertj.core.api.Assertions.assertThat;

/** Made-up streets, written into a real MariaDB: every sum and every share is what the raw readings say. */
class GroupAnswersTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The days after both clock changes, and an ordinary one. */
    private static final List<String> NOWS =
            List.of("2026-03-30T09:07:00Z", "2026-10-26T10:52:11Z", "2026-11-22T10:15:03Z");

    private static final long QUARTER_MILLI = 900_000;

    private static final int HELD = 150;

    @BeforeContainer
    static void tables() {
        TestServices.get().migrate();
    }

    /** Meters as their readings, and as the tables have them. */
    private record Street(Instant now, Map<String, List<PlainDevice>> readings, Map<String, Meter> meters) {
        Group group(String key, String shares) {
            return Group.of("street", String.join(",", readings.keySet()), key, shares);
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void every_quarter_hour_of_any_street_is_what_its_readings_say(@ForAll long seed) throws SQLException {
        Street street = street(new Random(seed));
        Group group = street.group("relative", null);
        GroupAnswers answers = answers(street.now);
        for (int offset = 0; offset >= -3; offset--) {
            View view = new View(Period.DAY, offset);
            Span span = Span.of(view, street.now, BRUSSELS);
            GroupHistoryAnswer answer = answers.history(group, street.meters, view, span, Step.QUARTER);
            assertThat(answer.buckets()).hasSize(span.to() - span.from());
            long until = answer.until() == null ? span.to() : edge(answer.until());
            for (int i = 0; i < answer.buckets().size(); i++) {
                int quarter = span.from() + i;
                if (quarter < until) {
                    check(street, quarter, answer.buckets().get(i));
                } else {
                    assertThat(answer.buckets().get(i).sum().importKwh()).isNull();
                    assertThat(answer.buckets().get(i).coverage()).isNull();
                }
            }
        }
    }

    private static void check(Street street, long quarter, GroupBucket bucket) {
        List<String> missing = new ArrayList<>();
        long taken = 0;
        long injected = 0;
        for (Map.Entry<String, List<PlainDevice>> member : street.readings.entrySet()) {
            Long importWh = wh(member.getValue(), "import", quarter);
            Long exportWh = wh(member.getValue(), "export", quarter);
            if (importWh == null || !isRead(member.getValue(), quarter)) {
                missing.add(member.getKey());
            } else {
                taken += importWh;
                injected += exportWh;
            }
        }
        assertThat(bucket.missing()).isEqualTo(missing);
        assertThat(bucket.sum().importKwh()).isEqualTo(sum(street, "import", quarter, quarter + 1));
        assertThat(bucket.sum().exportKwh()).isEqualTo(sum(street, "export", quarter, quarter + 1));
        if (missing.size() == street.readings.size()) {
            assertThat(bucket.sum().sharedKwh()).isNull();
        } else {
            assertThat(bucket.sum().sharedKwh()).isEqualByComparingTo(kwh(Math.min(taken, injected)));
        }
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void members_and_buckets_add_up_to_the_group_whatever_the_key(@ForAll long seed) throws SQLException {
        Random random = new Random(seed);
        Street street = street(random);
        SharingRule rule = List.of(SharingRule.values()).get(random.nextInt(SharingRule.values().length));
        Group group = street.group(
                rule.word(),
                rule.takesShares()
                        ? String.join(
                                        ":70,",
                                        street.readings.keySet().stream()
                                                .limit(2)
                                                .toList()) + ":30"
                        : null);
        GroupAnswers answers = answers(street.now);
        for (View view : List.of(new View(Period.DAY, -1), new View(Period.WEEK, 0), new View(Period.MONTH, 0))) {
            Span span = Span.of(view, street.now, BRUSSELS);
            GroupSharingAnswer sharing = answers.sharing(group, street.meters, view, span);
            for (Function<Shared, BigDecimal> each : List.<Function<Shared, BigDecimal>>of(
                    Shared::importKwh,
                    Shared::receivedKwh,
                    Shared::restKwh,
                    Shared::exportKwh,
                    Shared::givenKwh,
                    Shared::surplusKwh)) {
                assertThat(total(sharing.members().stream()
                                .map(MemberShare::shared)
                                .map(each)
                                .toList()))
                        .isEqualByComparingTo(zeroOr(each.apply(sharing.total())));
            }
            Shared total = sharing.total();
            assertThat(zeroOr(total.givenKwh())).isEqualByComparingTo(zeroOr(total.receivedKwh()));
            assertThat(total(List.of(zeroOr(total.receivedKwh()), zeroOr(total.restKwh()))))
                    .isEqualByComparingTo(zeroOr(total.importKwh()));
            GroupHistoryAnswer history = answers.history(group, street.meters, view, span, Step.HOUR);
            assertThat(total(history.buckets().stream()
                            .map(each -> each.sum().sharedKwh())
                            .toList()))
                    .isEqualByComparingTo(zeroOr(total.receivedKwh()));
            assertThat(total(history.buckets().stream()
                            .map(each -> each.sum().importKwh())
                            .toList()))
                    .isEqualByComparingTo(zeroOr(total.importKwh()));
            long until = history.until() == null ? span.to() : edge(history.until());
            for (MemberShare member : sharing.members()) {
                Plain plain = new Plain(street.readings.get(member.meter()), BRUSSELS, until);
                assertThat(member.shared().importKwh()).isEqualTo(plainKwh(plain.energy("import", span.from(), until)));
                long covered = street.readings.get(member.meter()).stream()
                        .mapToLong(each -> each.coveredMilli(span.from() * QUARTER_MILLI, until * QUARTER_MILLI))
                        .sum();
                assertThat(member.coverage())
                        .isEqualTo(Decimal.shareOrNull(covered, (until - span.from()) * QUARTER_MILLI));
            }
        }
    }

    @Example
    void days_of_a_clock_change_have_92_and_100_quarter_hours() throws SQLException {
        for (String day : List.of("2026-03-29", "2026-10-25", "2026-11-21")) {
            Instant now = LocalDate.parse(day)
                    .plusDays(1)
                    .atTime(9, 7)
                    .atZone(BRUSSELS)
                    .toInstant();
            Map<String, List<PlainDevice>> readings = new LinkedHashMap<>();
            readings.put(name(), List.of(steady(now, "import_t1_wh", 3)));
            readings.put(name(), List.of(steady(now, "export_t1_wh", 1)));
            Street street = written(now, readings);
            View view = new View(Period.DAY, -1);
            Span span = Span.of(view, now, BRUSSELS);
            Group group = street.group("relative", null);
            GroupSharingAnswer sharing = answers(now).sharing(group, street.meters, view, span);
            int quarters = Map.of("2026-03-29", 92, "2026-10-25", 100, "2026-11-21", 96)
                    .get(day);
            assertThat(sharing.quarters()).isEqualTo(quarters);
            assertThat(sharing.unknownQuarters()).isZero();
            assertThat(sharing.estimatedQuarters()).isZero();
            assertThat(sharing.coverage()).isEqualByComparingTo("1");
            assertThat(sharing.until()).isNull();
            // A reading each five minutes: three each quarter hour.
            assertThat(sharing.total().importKwh()).isEqualByComparingTo(kwh(9L * quarters));
            assertThat(sharing.total().receivedKwh()).isEqualByComparingTo(kwh(3L * quarters));
            assertThat(answers(now)
                            .history(group, street.meters, view, span, Step.QUARTER)
                            .buckets())
                    .hasSize(quarters)
                    .allSatisfy(each -> assertThat(each.sum().sharedKwh()).isEqualByComparingTo("0.003"));
        }
    }

    @Example
    void a_gap_is_not_shared_and_what_flowed_in_it_is_the_rest() throws SQLException {
        Instant now = Instant.parse("2026-11-22T10:15:03Z");
        String home = name();
        String roof = name();
        PlainDevice taking = steady(now, "import_t1_wh", 10);
        // From 10:02 to 11:32 nobody heard it: four quarter hours without a reading, one before and one after with
        // some.
        long from = Instant.parse("2026-11-21T09:02:00Z").toEpochMilli();
        taking.readings.subMap(from, from + 90 * 60_000).clear();
        Map<String, List<PlainDevice>> readings = new LinkedHashMap<>();
        readings.put(home, List.of(taking));
        readings.put(roof, List.of(steady(now, "export_t1_wh", 10)));
        Street street = written(now, readings);
        View view = new View(Period.DAY, -1);
        Span span = Span.of(view, now, BRUSSELS);
        Group group = street.group("relative", null);
        GroupSharingAnswer sharing = answers(now).sharing(group, street.meters, view, span);
        MemberShare member = sharing.members().get(0);
        assertThat(member.unknownQuarters()).isEqualTo(5);
        assertThat(member.estimatedQuarters()).isEqualTo(2);
        assertThat(member.coverage()).isLessThan(BigDecimal.ONE);
        assertThat(sharing.unknownQuarters()).isEqualTo(5);
        assertThat(sharing.members().get(1).unknownQuarters()).isZero();
        assertThat(member.shared().importKwh()).isEqualByComparingTo(kwh(96 * 30));
        assertThat(member.shared().restKwh()).as("of the gap").isEqualByComparingTo(kwh(5 * 30));
        assertThat(sharing.members().get(1).shared().surplusKwh()).isEqualByComparingTo(kwh(5 * 30));
        GroupBucket hole = answers(now)
                .history(group, street.meters, view, span, Step.QUARTER)
                .buckets()
                .get(10 * 4 + 2);
        assertThat(hole.missing()).containsExactly(home);
        assertThat(hole.sum().sharedKwh()).as("nobody known takes").isEqualByComparingTo("0");
    }

    @Example
    void who_has_no_meter_yet_is_unknown_and_never_0() throws SQLException {
        Instant now = Instant.parse("2026-11-22T10:15:03Z");
        Map<String, List<PlainDevice>> readings = new LinkedHashMap<>();
        readings.put(name(), List.of(steady(now, "import_t1_wh", 10)));
        Street street = written(now, readings);
        Group group = Group.of("street", String.join(",", readings.keySet()) + ",nobodyyet", "relative", null);
        View view = new View(Period.DAY, 0);
        Span span = Span.of(view, now, BRUSSELS);
        GroupSharingAnswer sharing = answers(now).sharing(group, street.meters, view, span);
        MemberShare nobody = sharing.members().get(1);
        assertThat(nobody.shared()).isEqualTo(new Shared(null, null, null, null, null, null));
        assertThat(nobody.unknownQuarters()).isEqualTo(sharing.quarters());
        assertThat(nobody.coverage()).isEqualByComparingTo("0");
        assertThat(sharing.complete()).isFalse();
        // It is 11:15:03, and the reading of 11:15 is there.
        assertThat(sharing.until()).isEqualTo(OffsetDateTime.parse("2026-11-22T11:15:00+01:00"));
        Group none = Group.of("street", "nobodyyet", "relative", null);
        GroupHistoryAnswer history = answers(now).history(none, Map.of(), view, span, Step.HOUR);
        assertThat(history.total()).isEqualTo(new GroupHistoryAnswer.GroupSum(null, null, null));
    }

    @Example
    void a_member_that_speaks_rarely_holds_the_group_back_and_one_that_is_silent_does_not() throws SQLException {
        Instant now = Instant.parse("2026-11-22T10:15:03Z");
        Map<String, List<PlainDevice>> readings = new LinkedHashMap<>();
        readings.put(name(), List.of(steady(now, "import_t1_wh", 10)));
        PlainDevice late = steady(now, "import_t1_wh", 10);
        late.readings.tailMap(now.toEpochMilli() - 6 * 60_000).clear();
        readings.put(name(), List.of(late));
        Street street = written(now, readings);
        View view = new View(Period.DAY, 0);
        Span span = Span.of(view, now, BRUSSELS);
        assertThat(answers(now)
                        .sharing(street.group("relative", null), street.meters, view, span)
                        .until())
                .isEqualTo(OffsetDateTime.parse("2026-11-22T11:00:00+01:00"));
        Instant later = now.plusSeconds(3600);
        assertThat(answers(later)
                        .sharing(street.group("relative", null), street.meters, view, Span.of(view, later, BRUSSELS))
                        .until())
                .as("both are silent for an hour")
                .isEqualTo(OffsetDateTime.parse("2026-11-22T12:15:00+01:00"));
    }

    private static GroupAnswers answers(Instant now) throws SQLException {
        DataSource source = Wired.source();
        Household household = new Household(Clock.fixed(now, BRUSSELS));
        // Some days of a few members at a time, so that many times meet within a period.
        GroupCount count =
                new GroupCount(Wired.answers(source, household, List.of()), new QuarterRows(source), household, HELD);
        return new GroupAnswers(count, null, household);
    }

    /** Three homes, read every few minutes in the last days, with gaps; one changed its meter. */
    private static Street street(Random random) throws SQLException {
        Instant now = Instant.parse(NOWS.get(random.nextInt(NOWS.size()))).plusSeconds(random.nextInt(900));
        Map<String, List<PlainDevice>> readings = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            PlainDevice device = new PlainDevice("electricity", "1SEM" + i);
            List<PlainDevice> devices = new ArrayList<>(List.of(device));
            long at = now.toEpochMilli() - 3 * 86_400_000L - random.nextInt(86_400_000);
            long pace = List.of(10_000, 300_000, 840_000).get(random.nextInt(3));
            long importWh = random.nextInt(100_000);
            long exportWh = random.nextInt(100_000);
            while (at <= now.toEpochMilli()) {
                device.readings.put(at, Map.of("import_t1_wh", importWh, "import_t2_wh", 7L, "export_t1_wh", exportWh));
                long step = 1 + (long) (pace * random.nextDouble());
                step += random.nextInt(200) == 0 ? random.nextInt(20_000_000) : 0;
                if (random.nextBoolean()) {
                    importWh += random.nextInt((int) (2 + step / 1000));
                } else {
                    exportWh += random.nextInt((int) (2 + step / 1000));
                }
                at += step;
                if (i == 0 && devices.size() == 1 && random.nextInt(600) == 0) {
                    device = new PlainDevice("electricity", "2SEM" + i);
                    devices.add(device);
                }
            }
            devices.removeIf(each -> each.readings.isEmpty());
            readings.put(name(), devices);
        }
        return written(now, readings);
    }

    /** A meter that is read at each fifth minute of the last three days, and counts as many Wh each time. */
    private static PlainDevice steady(Instant now, String register, long wh) {
        PlainDevice device = new PlainDevice("electricity", "1SEM");
        long last = now.toEpochMilli() / 300_000;
        for (long i = last - 3 * 288; i <= last; i++) {
            Map<String, Long> reading = new HashMap<>(Map.of("import_t1_wh", 0L, "export_t1_wh", 0L));
            reading.put(register, 1000 + (i - last + 3 * 288) * wh);
            device.readings.put(i * 300_000, reading);
        }
        return device;
    }

    private static String name() {
        return "gr" + COUNT.incrementAndGet() + "n" + ProcessHandle.current().pid();
    }

    private static Street written(Instant now, Map<String, List<PlainDevice>> readings) throws SQLException {
        Map<String, Meter> meters = new HashMap<>();
        try (Connection connection = TestServices.get().connect("sem_ingest")) {
            for (Map.Entry<String, List<PlainDevice>> each : readings.entrySet()) {
                List<Integer> ids = new Tables(connection).write(each.getKey(), false, each.getValue(), BRUSSELS);
                List<Device> devices = new ArrayList<>();
                for (int i = 0; i < ids.size(); i++) {
                    devices.add(new Device(
                            ids.get(i), Kind.ELECTRICITY, each.getValue().get(i).serial));
                }
                meters.put(each.getKey(), new Meter(each.getKey(), false, Tables.firstMilli(each.getValue()), devices));
            }
        }
        return new Street(now, readings, meters);
    }

    private static Long wh(List<PlainDevice> devices, String direction, long quarter) {
        BigDecimal energy = new Plain(devices, BRUSSELS, Long.MAX_VALUE).energy(direction, quarter, quarter + 1);
        return energy == null ? null : energy.movePointRight(3).longValueExact();
    }

    private static BigDecimal sum(Street street, String direction, long from, long to) {
        List<BigDecimal> all = street.readings.values().stream()
                .map(each -> new Plain(each, BRUSSELS, Long.MAX_VALUE).energy(direction, from, to))
                .filter(Objects::nonNull)
                .toList();
        return all.isEmpty() ? null : plainKwh(total(all));
    }

    private static boolean isRead(List<PlainDevice> devices, long quarter) {
        return devices.stream().anyMatch(each -> !each.readings
                .subMap(quarter * QUARTER_MILLI, (quarter + 1) * QUARTER_MILLI)
                .isEmpty());
    }

    private static BigDecimal total(List<BigDecimal> all) {
        return all.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal zeroOr(BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static BigDecimal kwh(long wh) {
        return BigDecimal.valueOf(wh, 3);
    }

    private static BigDecimal plainKwh(BigDecimal value) {
        return value == null ? null : Decimal.plain(value);
    }

    private static long edge(OffsetDateTime time) {
        return time.toEpochSecond() / 900;
    }
}
