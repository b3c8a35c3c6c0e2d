package energy.sem.ingest.store;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.start.Database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link EventLimits} is at least as strict as the tables: whatever an event says, it is stored or refused, and none comes to a
 * column that has no room for it, where it would wait for ever.
 */
@IngestTest
class OddEventsTest {
    private static final int BATCHES = 30;
    private static final int EVENTS = 25;
    private static final int ODD_IN = 30;
    private static final long SEED = 20261128;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "7SEM ",
            "7SEM",
            "7sem",
            "7SEM\u0000",
            "7SEM\t",
            "x".repeat(96),
            "x".repeat(97),
            "\u00e9".repeat(96),
            "\ud83d\udd0c".repeat(96),
            "\ud83d\udd0c".repeat(97),
            "\ud83d",
            "\udd0c\ud83d",
            "'); DROP TABLE meter; --",
            "x".repeat(5000));
    private static final List<String> TIMES = List.of(
            "2026-11-28T10:00:00Z",
            "2026-11-28T10:00:00.123456789Z",
            "2000-01-01T00:00:00Z",
            "1999-12-31T23:59:59Z",
            "2001-01-01T00:00:00Z",
            "2099-12-31T23:59:59.999Z",
            "2100-01-01T00:00:00Z",
            "1970-01-01T00:00:00Z",
            Instant.MAX.toString(),
            Instant.MIN.toString());
    private static final List<String> KINDS = List.of("gas", "water", "heat", "electricity", "other", "rain");
    private static final List<String> MONTHS =
            List.of("2026-11", "2000-01", "2100-12", "2101-01", "1999-12", "0000-01");
    private static final long[] NUMBERS = {
        0, 1, -1, 127, 255, 256, 32_767, 32_768, -32_769, 8_388_607, 8_388_608, Integer.MAX_VALUE, Integer.MIN_VALUE
    };
    private static final long[] LONGS = {
        0, 1, -1, 1_000_000_000_000_000L, 1_000_000_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE, 4_294_967_296L
    };
    private static final List<String> REGISTERS =
            List.of("importT1Wh", "importT2Wh", "importWh", "exportT1Wh", "exportT2Wh", "exportWh");

    @Inject
    Database database;

    @Inject
    Storing storing;

    private final Random random = new Random(SEED);

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SAME_THREAD)
    void whatever_an_event_says_it_is_stored_or_refused() throws Exception {
        database.awaitReady();
        int refused = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<TelegramEvent> events = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
                events.add(event());
            }
            List<Refused> these = storing.store(events);
            assertThat(these)
                    .as("found before the database was asked; seed %d, batch %d", SEED, batch)
                    .allSatisfy(each -> assertThat(each.cause()).isEqualTo("out-of-range"));
            refused += these.size();
        }
        assertThat(refused).as("some can be stored, some cannot").isBetween(BATCHES, BATCHES * EVENTS - BATCHES);
    }

    /** Other tests should not find what they say: years in which nothing was read, numbers that leave no room. */
    @AfterEach
    void forget() throws SQLException {
        String odd = " IN (SELECT id FROM meter WHERE name IN ('odd', 'odder'))";
        for (String table : List.of(
                "reading",
                "mbus_reading",
                "quarter_hour",
                "electricity_day",
                "month_peak",
                "device_event",
                "device_register")) {
            Sql.run(
                    "root",
                    "DELETE FROM " + table + " WHERE device_id IN (SELECT id FROM device WHERE meter_id" + odd + ")");
        }
        Sql.run("root", "DELETE FROM quarantine WHERE meter_id" + odd);
        Sql.run("root", "DELETE FROM device WHERE meter_id" + odd);
        Sql.run("root", "DELETE FROM meter WHERE name IN ('odd', 'odder')");
    }

    private TelegramEvent event() throws IOException {
        ObjectNode event = MAPPER.createObjectNode().put("version", 1).put("meter", one(List.of("odd", "odder")));
        event.put("at", usually("2026-11-28T10:00:0" + random.nextInt(10) + "Z", TIMES));
        event.put("receivedAt", one(TIMES));
        ObjectNode electricity = event.putObject("electricity").put("serial", usually("1SEM-odd", TEXTS));
        REGISTERS.forEach(register -> electricity.put(register, usually(1000, LONGS)));
        List.of("tariff", "importW", "exportW", "demandW").forEach(field -> number(electricity, field));
        objects(electricity.putArray("phases"), 4).forEach(phase -> {
            phase.put("phase", (int) usually(1 + random.nextInt(3), NUMBERS));
            List.of("voltageDeciV", "currentCentiA", "importW", "exportW").forEach(field -> number(phase, field));
        });
        objects(event.putArray("monthPeaks"), 2).forEach(peak -> {
            peak.put("month", usually("2026-11", MONTHS)).put("closed", random.nextBoolean());
            peak.put("at", usually("2026-11-09T10:00:00Z", TIMES));
            number(peak, "peakW");
        });
        objects(event.putArray("devices"), 3).forEach(device -> {
            device.put("channel", (int) usually(1, NUMBERS)).put("kind", one(KINDS));
            device.put("serial", usually("7SEM-odd", TEXTS)).put("at", usually("2026-11-28T09:00:00Z", TIMES));
            List.of("volumeLitre", "heatMj", "energyWh").forEach(value -> device.put(value, usually(4711, LONGS)));
        });
        ObjectNode extremes = event.putObject("extremes").put("importAt", one(TIMES));
        List.of("importW", "exportW").forEach(field -> number(extremes, field));
        objects(extremes.putArray("voltages"), 3)
                .forEach(range -> List.of("phase", "minDeciV", "maxDeciV").forEach(field -> number(range, field)));
        ObjectNode verdict = event.putObject("verdict").put("plausible", random.nextInt(4) > 0);
        objects(verdict.putArray("findings"), 2).forEach(finding -> finding.put("serial", usually("1SEM-odd", TEXTS))
                .put("cause", one(TEXTS))
                .put("detail", one(TEXTS)));
        return EventJson.read(MAPPER.writeValueAsString(event).getBytes(UTF_8));
    }

    private List<ObjectNode> objects(ArrayNode array, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> array.addObject())
                .toList();
    }

    private void number(ObjectNode object, String field) {
        object.put(field, (int) usually(230, NUMBERS));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String usually(String value, List<String> odd) {
        return random.nextInt(ODD_IN) > 0 ? value : one(odd);
    }

    private long usually(long value, long[] odd) {
        return random.nextInt(ODD_IN) > 0 ? value : odd[random.nextInt(odd.length)];
    }
}
