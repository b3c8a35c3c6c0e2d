package energy.sem.p1;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The night of 25 October 2026, whose hour from two to three comes twice: from 00:00 and from 01:00 UTC. */
class StampOrderTest {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant NIGHT = Instant.parse("2026-10-24T23:00:00Z");
    private static final Instant WEEK_AFTER = NIGHT.plus(Duration.ofDays(7));

    /** A reading of that night, of 1 kW unless the test says otherwise. */
    private record Read(Instant at, long wh) {
        Telegram telegram() {
            return StampOrderTest.telegram(at, wh);
        }
    }

    private static P1Time stamp(Instant at) {
        return P1Time.of(LocalDateTime.ofInstant(at, BRUSSELS), P1Time.Suffix.NONE);
    }

    private static Telegram telegram(Instant at, long wh) {
        return Telegram.builder()
                .serial("91300002")
                .at(stamp(at))
                .registers(RegisterValues.of(Register.IMPORT_T1_WH, wh).with(Register.IMPORT_T2_WH, 44_115))
                .build();
    }

    /** What the gateway does: the order's instants are judged and remembered. */
    private static final class Stream {
        private final StampOrder order = new StampOrder(BRUSSELS);
        private final Plausibility plausibility = new Plausibility();

        Instant take(Telegram t, Instant arrival, List<P1Time> following) {
            Instant at = order.telegram(t.at(), arrival, c -> plausibility.fits(t, c), following);
            TelegramTimes times =
                    new TelegramTimes(at, TelegramTimes.Source.METER_WITHOUT_SUFFIX, null, List.of(), false);
            assertThat(plausibility.judge(t, times).verdict().plausible())
                    .as("%s at %s", t.at(), at)
                    .isTrue();
            return at;
        }

        Instant take(Read read, Instant arrival) {
            return take(read.telegram(), arrival, List.of());
        }

        /** As one delivery. */
        List<Instant> take(List<Read> reads, Instant arrival) {
            List<P1Time> stamps = reads.stream().map(r -> stamp(r.at)).toList();
            List<Instant> at = new ArrayList<>();
            for (int i = 0; i < reads.size(); i++) {
                at.add(take(reads.get(i).telegram(), arrival, stamps.subList(i + 1, stamps.size())));
            }
            return at;
        }
    }

    private static List<Read> night(Duration step, Instant until) {
        List<Read> reads = new ArrayList<>();
        for (Instant at = NIGHT; !at.isAfter(until); at = at.plus(step)) {
            reads.add(new Read(at, 37_396 + Duration.between(NIGHT, at).toSeconds() * 1000 / 3600));
        }
        return reads;
    }

    private static List<Read> night() {
        return night(Duration.ofMinutes(15), NIGHT.plus(Duration.ofHours(4)));
    }

    private static List<Instant> instants(List<Read> reads) {
        return reads.stream().map(Read::at).toList();
    }

    @Test
    void the_night_sent_afterwards_in_one_delivery_has_both_hours() {
        assertThat(new Stream().take(night(), WEEK_AFTER)).isEqualTo(instants(night()));
    }

    @Test
    void the_night_sent_afterwards_one_by_one_has_both_hours() {
        Stream stream = new Stream();
        for (Read read : night()) {
            assertThat(stream.take(read, WEEK_AFTER)).isEqualTo(read.at);
        }
    }

    @Test
    void sent_again_as_a_whole_or_one_of_it_the_instants_are_the_same() {
        Stream stream = new Stream();
        stream.take(night(), WEEK_AFTER);
        assertThat(stream.take(night(), WEEK_AFTER.plusSeconds(60))).isEqualTo(instants(night()));
        for (Read read : night()) {
            assertThat(stream.take(read, WEEK_AFTER.plusSeconds(90))).isEqualTo(read.at);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 60, 900})
    void live_each_telegram_has_the_hour_that_it_is(long everySeconds) {
        Stream stream = new Stream();
        for (Read read : night(Duration.ofSeconds(everySeconds), NIGHT.plus(Duration.ofHours(3)))) {
            assertThat(stream.take(read, read.at.plusSeconds(1))).isEqualTo(read.at);
        }
    }

    @ParameterizedTest
    @CsvSource({"-20", "-3", "10", "20", "40"})
    void live_with_a_meters_clock_that_is_minutes_off_too(long minutesAhead) {
        Stream stream = new Stream();
        for (Read read : night(Duration.ofSeconds(10), NIGHT.plus(Duration.ofHours(3)))) {
            assertThat(stream.take(read, read.at.minus(Duration.ofMinutes(minutesAhead))))
                    .isEqualTo(read.at);
        }
    }

    @Test
    void a_live_meter_that_was_silent_for_the_first_hour_is_in_the_second() {
        Stream stream = new Stream();
        for (Read read : night(Duration.ofSeconds(10), Instant.parse("2026-10-24T23:59:50Z"))) {
            stream.take(read, read.at);
        }
        Instant back = Instant.parse("2026-10-25T01:10:00Z");
        assertThat(stream.take(new Read(back, 40_000), back)).isEqualTo(back);
    }

    @Test
    void an_hour_that_is_sent_each_hour_is_the_one_that_it_is() {
        Stream stream = new Stream();
        List<Read> night = night(Duration.ofSeconds(10), NIGHT.plus(Duration.ofHours(4)));
        for (int hour = 0; hour < 4; hour++) {
            List<Read> sent = night.subList(hour * 360, (hour + 1) * 360);
            Instant arrival = NIGHT.plus(Duration.ofHours(hour + 1)).plusSeconds(300);
            assertThat(stream.take(sent, arrival)).isEqualTo(instants(sent));
        }
    }

    @Test
    void a_gateway_that_starts_in_the_second_hour_takes_the_one_nearest_before_arrival() {
        Instant at = Instant.parse("2026-10-25T01:30:00Z");
        assertThat(new Stream().take(new Read(at, 1000), at.plusSeconds(2))).isEqualTo(at);
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(new Stream().take(new Read(first, 1000), first.plusSeconds(2)))
                .isEqualTo(first);
    }

    @Test
    void while_the_time_of_arrival_is_not_known_the_order_decides() {
        Stream stream = new Stream();
        assertThat(stream.take(night(), null)).isEqualTo(instants(night()));
    }

    @Test
    void a_step_into_the_second_hour_that_no_connection_could_use_within_the_first_is_of_the_second() {
        Stream stream = new Stream();
        stream.take(new Read(Instant.parse("2026-10-24T23:59:50Z"), 1_000_000), WEEK_AFTER);
        Instant second = Instant.parse("2026-10-25T01:00:00Z");
        assertThat(stream.take(new Read(second, 1_040_000), WEEK_AFTER)).isEqualTo(second);
    }

    /** Whatever the power, the pace and the cuts, in one delivery each or one by one. */
    @Property(tries = 200)
    void cut_anywhere_each_reading_is_at_its_instant(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 1200) int stepSeconds, @ForAll boolean oneByOne) {
        Random random = new Random(seed);
        List<Read> night = random(random, stepSeconds);
        Stream stream = new Stream();
        for (List<Read> cut : cuts(night, random)) {
            Instant arrival = WEEK_AFTER.plusSeconds(random.nextInt(100_000));
            if (oneByOne) {
                cut.forEach(read -> assertThat(stream.take(read, arrival)).isEqualTo(read.at));
            } else {
                assertThat(stream.take(cut, arrival)).isEqualTo(instants(cut));
            }
        }
    }

    /**
     * Deliveries in any order, and some of them twice, behind the one in which the time goes back: by its registers those
     * of the others are of the hour before or after. Without it nobody could tell. As many as the registers remember.
     */
    @Property(tries = 1000)
    void deliveries_in_any_order_come_out_the_same(
            @ForAll long seed, @ForAll @IntRange(min = 330, max = 900) int step) {
        Random random = new Random(seed);
        List<List<Read>> cuts = new ArrayList<>(cuts(random(random, step), random));
        cuts.addAll(new ArrayList<>(cuts).subList(0, random.nextInt(cuts.size() + 1)));
        Collections.shuffle(cuts, random);
        cuts.sort(Comparator.comparing(cut -> !goesBack(cut)));
        Assume.that(goesBack(cuts.get(0)));
        Stream stream = new Stream();
        for (List<Read> cut : cuts) {
            assertThat(stream.take(cut, WEEK_AFTER.plusSeconds(random.nextInt(100_000))))
                    .isEqualTo(instants(cut));
        }
    }

    @Test
    void registers_above_the_newest_are_of_the_second_hour_though_the_clock_could_have_been_put_back() {
        Stream stream = new Stream();
        Instant first = Instant.parse("2026-10-25T00:40:00Z");
        stream.take(
                List.of(new Read(first.plusSeconds(720), 50_000), new Read(first.plusSeconds(1200), 50_800)),
                WEEK_AFTER);
        stream.take(new Read(first.plusSeconds(240), 49_500), WEEK_AFTER);
        List<Read> behind =
                List.of(new Read(first.plusSeconds(4080), 55_200), new Read(first.plusSeconds(5040), 56_000));
        assertThat(stream.take(behind, WEEK_AFTER)).isEqualTo(instants(behind));
    }

    private static boolean goesBack(List<Read> cut) {
        return hour(cut.get(0)) <= 1 && hour(last(cut)) >= 2;
    }

    private static Read last(List<Read> cut) {
        return cut.get(cut.size() - 1);
    }

    private static long hour(Read read) {
        return Duration.between(NIGHT, read.at).toHours();
    }

    private static List<Read> random(Random random, int stepSeconds) {
        List<Read> night = new ArrayList<>();
        long wh = 37_396;
        Instant at = NIGHT.plusSeconds(random.nextInt(60));
        while (at.isBefore(NIGHT.plus(Duration.ofHours(4)))) {
            night.add(new Read(at, wh));
            // At least a watt-hour in each, so that the order is in the registers too.
            wh += 1 + random.nextInt(1 + stepSeconds * 3);
            at = at.plusSeconds(stepSeconds);
        }
        return night;
    }

    private static List<List<Read>> cuts(List<Read> night, Random random) {
        List<List<Read>> cuts = new ArrayList<>();
        for (int from = 0; from < night.size(); ) {
            int to = Math.min(night.size(), from + 1 + random.nextInt(Math.max(1, night.size() / 3)));
            cuts.add(night.subList(from, to));
            from = to;
        }
        return cuts;
    }

    @Test
    void a_gas_meter_read_each_hour_has_a_reading_at_both_twos() {
        StampOrder order = new StampOrder(BRUSSELS);
        for (int minute = 0; minute < 240; minute += 5) {
            Instant telegramAt = NIGHT.plus(Duration.ofMinutes(minute));
            Instant readAt = NIGHT.plus(Duration.ofHours(minute / 60));
            assertThat(order.device("7SEM1", stamp(readAt), 100 + minute / 60, telegramAt))
                    .isEqualTo(readAt);
        }
    }

    @Test
    void a_gas_reading_stays_where_it_is_while_it_is_repeated() {
        StampOrder order = new StampOrder(BRUSSELS);
        Instant two = Instant.parse("2026-10-25T00:00:00Z");
        for (int minute = 0; minute < 240; minute++) {
            assertThat(order.device("7SEM1", stamp(two), 100, two.plus(Duration.ofMinutes(minute))))
                    .isEqualTo(two);
        }
    }

    @Test
    void a_gas_reading_first_seen_in_the_second_hour_is_the_newest_that_it_can_be() {
        Instant telegramAt = Instant.parse("2026-10-25T01:20:00Z");
        Instant two = Instant.parse("2026-10-25T01:00:00Z");
        assertThat(new StampOrder(BRUSSELS).device("7SEM1", stamp(two), 100, telegramAt))
                .isEqualTo(two);
        Instant half = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(new StampOrder(BRUSSELS).device("7SEM1", stamp(half), 100, telegramAt))
                .isEqualTo(half);
    }
}
