package energy.sem.ingest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.Occurrence;
import energy.sem.event.OccurrencesSince;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Connection;
import energy.sem.p1.CrcState;
import energy.sem.p1.Judged;
import energy.sem.p1.P1Time;
import energy.sem.p1.PowerFailure;
import energy.sem.p1.PowerQuality;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.SwitchState;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;
import energy.sem.p1.Verdict;
import energy.sem.p1.VoltageEvents;

import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

/** What a meter says beside its counts is kept once, and what changed is told: the view occurrence_change. */
@IngestTest
class OccurrenceTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final String DAY = "2026-11-22T";

    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @ParameterizedTest(name = "order {0}")
    @ValueSource(ints = {0, 1, 2, 3})
    void a_meters_life_is_told_alike_in_whatever_order_and_however_often_it_comes(int order) throws Exception {
        String meter = "said" + order;
        List<TelegramEvent> events = life(meter);
        switch (order) {
            case 1 -> Collections.reverse(events);
            case 2 -> {
                events.addAll(List.copyOf(events));
                Collections.shuffle(events, new Random(7));
            }
            case 3 -> storing.store(events);
            default -> assertThat(order).isZero();
        }
        for (TelegramEvent event : events) {
            assertThat(storing.store(List.of(event))).isEmpty();
        }

        assertThat(changes(meter, "number, value, text, previous_value, previous_text, seconds"))
                .containsExactly(
                        asList("05:12", "power-failure", "0", null, null, null, null, "600"),
                        asList("08:00", "breaker", "0", null, "connected", null, null, null),
                        asList("08:00", "checksum", "0", null, "valid", null, null, null),
                        asList("08:00", "power-failures", "0", "3", null, null, null, null),
                        asList("08:00", "sags", "2", "11", null, null, null, null),
                        asList("08:00", "text", "0", null, null, null, null, null),
                        asList("09:30", "breaker", "0", null, "disconnected", null, "connected", null),
                        asList("09:30", "text", "0", null, "Call us", null, null, null),
                        asList("11:00", "breaker", "0", null, "connected", null, "disconnected", null),
                        asList("11:00", "power-failures", "0", "4", null, "3", null, null),
                        asList("11:00", "sags", "2", "14", null, "11", null, null));
        assertThat(Tables.number("SELECT COUNT(*) FROM occurrence o JOIN meter m ON m.id = o.meter_id"
                        + " WHERE m.name = '" + meter + "'"))
                .as("each change, and what the gateway said anew after its start")
                .isEqualTo(11 + 5);
    }

    @Test
    void of_two_gateways_that_contradict_each_other_one_is_believed_whoever_comes_first() throws Exception {
        Instant at = Instant.parse(DAY + "10:00:00Z");
        for (boolean first : new boolean[] {true, false}) {
            storing.store(List.of(said("contra" + first, "breaker", at, first ? "connected" : "disconnected")));
            storing.store(List.of(said("contra" + first, "breaker", at, first ? "disconnected" : "connected")));
            assertThat(changes("contra" + first, "text")).containsExactly(List.of("10:00", "breaker", "disconnected"));
        }
    }

    @Test
    void a_kind_of_tomorrow_is_kept_and_what_is_no_occurrence_costs_no_reading() throws Exception {
        Instant at = Instant.parse(DAY + "10:00:00Z");
        TelegramEvent event = Events.at("odd", at)
                .importT1Wh(1000)
                .occurrences(List.of(
                        new Occurrence("of-tomorrow", "1SEM-odd", null, at, 7L, "né\uD83D\uDD0C", null),
                        new Occurrence("Not a word", "1SEM-odd", null, at, null, null, null),
                        new Occurrence(null, "1SEM-odd", null, at, null, null, null),
                        new Occurrence("text", null, null, at, null, "whose?", null),
                        new Occurrence("text", "half \uD83D", null, at, null, "a \uDD0C half", null),
                        new Occurrence("message-code", "1SEM-odd", null, at, null, "\u0000".repeat(5000), null),
                        new Occurrence("text", "1SEM-odd", null, null, null, "when?", null),
                        new Occurrence("text", "1SEM-odd", null, Instant.MAX.minusSeconds(1), null, "late", null),
                        new Occurrence("sags", "1SEM-odd", 256, at, 1L, null, null),
                        new Occurrence("power-failure", "1SEM-odd", null, at, null, null, Long.MAX_VALUE)))
                .build();

        assertThat(storing.store(List.of(event))).isEmpty();

        assertThat(changes("odd", "value, text, seconds"))
                .containsExactly(
                        asList("10:00", "message-code", null, "\u0000".repeat(4096), null),
                        asList("10:00", "of-tomorrow", "7", "né\uD83D\uDD0C", null),
                        asList("10:00", "power-failure", null, null, Long.toString(Long.MAX_VALUE)),
                        asList("10:00", "text", null, "a ? half", null));
        assertThat(Tables.number("SELECT COUNT(*) FROM quarter_hour q JOIN device d ON d.id = q.device_id"
                        + " WHERE d.serial = '1SEM-odd'"))
                .isEqualTo(1);
    }

    @Test
    void what_a_meter_says_beside_counts_that_are_kept_aside_is_kept() throws Exception {
        Instant at = Instant.parse(DAY + "10:00:00Z");
        storing.store(List.of(Events.at("beside", at)
                .importT1Wh(3)
                .implausible("1SEM-beside", "register-falls")
                .occurrences(List.of(new Occurrence("breaker", "1SEM-beside", null, at, null, "connected", null)))
                .build()));

        assertThat(changes("beside", "text")).containsExactly(List.of("10:00", "breaker", "connected"));
    }

    @Test
    void grafana_sees_changes_failures_and_texts_in_words() throws Exception {
        storing.store(life("annotated"));

        assertThat(Tables.lines(
                        "SELECT text FROM sem_views.occurrences WHERE meter = 'annotated' ORDER BY time_end, kind"))
                .containsExactly(
                        "power failure of 600 s",
                        "breaker: disconnected, before: connected",
                        "text: Call us",
                        "breaker: connected, before: disconnected",
                        "power failures: 4, before: 3",
                        "sags L2: 14, before: 11");
        assertThat(Tables.number("SELECT ROUND(UNIX_TIMESTAMP(time)) FROM sem_views.occurrences"
                        + " WHERE meter = 'annotated' AND kind = 'power-failure'"))
                .isEqualTo(Instant.parse(DAY + "05:02:00Z").getEpochSecond());
    }

    /** A morning, as the gateway publishes it; at 10:00 it was started anew. */
    private static List<TelegramEvent> life(String meter) {
        List<TelegramEvent> events = new ArrayList<>();
        TelegramEvents gateway = new TelegramEvents(meter, meter, ZONE);
        OccurrencesSince since = new OccurrencesSince();
        for (Telegram telegram : Arrays.asList(
                telegram("08:00", SwitchState.CONNECTED, "", 3, 11),
                telegram("08:30", SwitchState.CONNECTED, "", 3, 11),
                telegram("09:30", SwitchState.DISCONNECTED, "Call us", 3, 11),
                null,
                telegram("10:00", SwitchState.DISCONNECTED, "Call us", 3, 11),
                telegram("11:00", SwitchState.CONNECTED, "Call us", 4, 14))) {
            if (telegram == null) {
                since = new OccurrencesSince();
                continue;
            }
            Instant at = telegram.at().instant().orElseThrow();
            since.add(gateway.occurrences(telegram, at, at));
            Judged judged = new Judged(telegram, List.of(), Verdict.PLAUSIBLE);
            TelegramTimes times = TelegramTimes.asStated(telegram, ZONE, at);
            events.add(gateway.event(judged, times, at, null).with(since.take(at)));
        }
        return events;
    }

    private static Telegram telegram(String time, SwitchState breaker, String text, int failures, int sags) {
        Instant at = Instant.parse(DAY + time + ":00Z");
        P1Time end = P1Time.of(Instant.parse(DAY + "05:12:00Z"), ZONE);
        return Telegram.builder()
                .identification("SEM5\\OWN")
                .serial("1SEM0000000051")
                .at(P1Time.of(at, ZONE))
                .registers(RegisterValues.of(Map.of(Register.IMPORT_T1_WH, 1000L, Register.IMPORT_T2_WH, 2000L)))
                .connection(new Connection(breaker, List.of(), null, null, null, null))
                .message(text)
                .quality(new PowerQuality(
                        failures, null, List.of(new PowerFailure(end, 600)), List.of(new VoltageEvents(2, sags, null))))
                .crc(CrcState.VALID)
                .build();
    }

    private static TelegramEvent said(String meter, String kind, Instant at, String text) {
        return Events.at(meter, at)
                .occurrences(List.of(new Occurrence(kind, "1SEM", null, at, null, text, null)))
                .build();
    }

    private static List<List<String>> changes(String meter, String columns) {
        return Tables.rows("SELECT FROM_UNIXTIME(c.at / 1000, '%H:%i'), c.kind, " + columns
                + " FROM occurrence_change c JOIN meter m ON m.id = c.meter_id WHERE m.name = '" + meter
                + "' ORDER BY c.at, c.kind, c.number");
    }
}
