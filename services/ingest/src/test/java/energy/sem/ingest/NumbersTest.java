package energy.sem.ingest;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;

/** One number is taken for what is new and none for what is known, in every table that numbers its rows. */
@IngestTest
class NumbersTest {
    private static final int METERS = 1000;
    private static final int BATCHES = 20;
    private static final int NEW_IN_EACH = 15;
    private static final List<String> NUMBERED = List.of("meter", "device", "device_event", "quarantine");

    @Inject
    Database database;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void hundreds_of_meters_added_beside_a_thousand_take_a_number_each() throws InterruptedException {
        List<Long> before = NUMBERED.stream().map(NumbersTest::lastNumber).toList();

        int meters = METERS;
        for (int batch = 0; batch <= BATCHES; batch++) {
            assertThat(storing.store(events(meters, batch))).isEmpty();
            meters += NEW_IN_EACH;
        }
        assertThat(storing.store(events(meters, 0))).as("the first again").isEmpty();

        List<Integer> rows = List.of(meters, 2 * meters - NEW_IN_EACH, 3 * meters - NEW_IN_EACH, meters);
        for (int i = 0; i < NUMBERED.size(); i++) {
            String count = rows.get(i).toString();
            assertThat(Tables.rows("SELECT COUNT(*), MAX(id) - MIN(id) + 1 FROM " + NUMBERED.get(i) + " WHERE id > "
                            + before.get(i)))
                    .as("rows of %s, and the numbers they took", NUMBERED.get(i))
                    .containsExactly(List.of(count, count));
        }
    }

    private static List<TelegramEvent> events(int meters, int batch) {
        return IntStream.range(0, meters)
                .mapToObj(meter -> event("number" + meter, batch))
                .toList();
    }

    /** A meter with a gas meter; in the first batch its own value is implausible. */
    private static TelegramEvent event(String meter, int batch) {
        Events event = Events.at(meter, Instant.parse("2026-11-22T10:00:00Z").plusSeconds(batch))
                .importT1Wh(batch)
                .gas("7SEM-" + meter, "2026-11-22T10:00:00Z", 4711);
        return (batch == 0 ? event.implausible("1SEM-" + meter, "register-fell") : event).build();
    }

    private static long lastNumber(String table) {
        return Tables.number("SELECT COALESCE(MAX(id), 0) FROM " + table);
    }
}
