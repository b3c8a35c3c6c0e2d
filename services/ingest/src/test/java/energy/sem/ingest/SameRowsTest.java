package energy.sem.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.PlainModel;
import energy.sem.ingest.kit.RandomHousehold;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the order, the repetitions and the cuts into batches: the rows are those that the readings alone give. */
@IngestTest
class SameRowsTest {
    private static final String PEAKS =
            """
            SELECT CONCAT(d.kind, ' ', d.serial) AS device, month, running_w, running_at, final_w, final_at
            FROM month_peak p JOIN device d ON d.id = p.device_id JOIN meter m ON m.id = d.meter_id
            WHERE m.name = '%s' ORDER BY device, month
            """;
    private static final String DEVICE_EVENTS =
            """
            SELECT d.serial, e.kind, e.at, e.detail, d.first_at, m.first_at
            FROM device_event e JOIN device d ON d.id = e.device_id JOIN meter m ON m.id = d.meter_id
            WHERE m.name = '%s' ORDER BY d.serial, e.kind
            """;
    private static final String DEVICE_REGISTERS =
            """
            SELECT d.serial, r.register, r.first_quarter
            FROM device_register r JOIN device d ON d.id = r.device_id JOIN meter m ON m.id = d.meter_id
            WHERE m.name = '%s' ORDER BY d.serial, r.register
            """;
    private static final String QUARANTINE =
            """
            SELECT q.serial, q.at, q.cause FROM quarantine q JOIN meter m ON m.id = q.meter_id
            WHERE m.name = '%s' ORDER BY q.serial, q.at
            """;

    private static final String OCCURRENCES =
            """
            SELECT o.serial, o.kind, o.number, o.at, o.value, o.text, o.seconds
            FROM occurrence o JOIN meter m ON m.id = o.meter_id
            WHERE m.name = '%s' ORDER BY o.serial, o.kind, o.number, o.at
            """;

    @Inject
    Storing storing;

    @Inject
    Database database;

    @ParameterizedTest(name = "seed {0}: {2} every {3} from {1}")
    @CsvSource({
        "101, 2026-11-21T22:40:00Z, PT40M,  PT1S",
        "103, 2026-11-20T20:00:00Z, PT6H,   PT10S",
        "104, 2026-03-28T18:00:00Z, P2D,    PT1M",
        "105, 2026-10-24T18:00:00Z, P2D,    PT1M",
        "107, 2026-10-20T00:00:00Z, P14D,   PT5M",
        "109, 2025-12-20T00:00:00Z, P40D,   PT15M"
    })
    void four_orders_with_duplicates_give_the_rows_of_the_plain_computation(
            long seed, Instant from, Duration length, Duration every) throws InterruptedException {
        database.awaitReady();
        RandomHousehold household = new RandomHousehold(seed, from, length, every);
        for (int order = 0; order < 4; order++) {
            String meter = "rnd" + seed + "order" + order;
            List<TelegramEvent> events = household.events(meter);
            Random random = new Random(seed + order);
            storeInBatches(inOrder(order, events, random), order == 3 ? 1 : 5, random);

            PlainModel model = new PlainModel(events);
            assertThat(Tables.rows(Tables.QUARTERS.formatted(meter))).as(meter).isEqualTo(model.quarterHours());
            assertThat(Tables.rows(Tables.DAYS.formatted(meter))).as(meter).isEqualTo(model.days());
            assertThat(Tables.rows(PEAKS.formatted(meter))).as(meter).isEqualTo(model.monthPeaks());
            for (String other : List.of(DEVICE_EVENTS, DEVICE_REGISTERS, QUARANTINE, OCCURRENCES)) {
                assertThat(Tables.rows(other.formatted(meter)))
                        .as(meter)
                        .isEqualTo(Tables.rows(other.formatted("rnd" + seed + "order0")));
            }
        }
    }

    @ParameterizedTest(name = "in order: {0}")
    @ValueSource(booleans = {true, false})
    void a_batch_for_each_event_gives_the_rows_of_the_plain_computation(boolean inOrder) throws InterruptedException {
        database.awaitReady();
        String meter = "single" + inOrder;
        List<TelegramEvent> events = new RandomHousehold(
                        202, Instant.parse("2026-11-21T21:30:00Z"), Duration.ofHours(3), Duration.ofMinutes(1))
                .events(meter);
        List<TelegramEvent> ordered = new ArrayList<>(events);
        if (!inOrder) {
            Collections.shuffle(ordered, new Random(202));
        }
        for (TelegramEvent event : ordered) {
            assertThat(storing.store(List.of(event))).isEmpty();
        }

        PlainModel model = new PlainModel(events);
        assertThat(Tables.rows(Tables.QUARTERS.formatted(meter))).isEqualTo(model.quarterHours());
        assertThat(Tables.rows(Tables.DAYS.formatted(meter))).isEqualTo(model.days());
    }

    @Test
    void two_writers_on_one_meter_give_the_rows_of_one() throws Exception {
        database.awaitReady();
        RandomHousehold household = new RandomHousehold(
                201, Instant.parse("2026-11-10T00:00:00Z"), Duration.ofDays(4), Duration.ofMinutes(1));
        List<TelegramEvent> events = household.events("fought");
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                Random random = new Random(writer);
                List<TelegramEvent> all = new ArrayList<>(events);
                done.add(writers.submit(() -> {
                    Collections.shuffle(all, random);
                    storeInBatches(all, 5, random);
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            writers.shutdown();
        }
        PlainModel model = new PlainModel(events);
        assertThat(Tables.rows(Tables.QUARTERS.formatted("fought"))).isEqualTo(model.quarterHours());
        assertThat(Tables.rows(Tables.DAYS.formatted("fought"))).isEqualTo(model.days());
    }

    /** 0: as they came, 1: shuffled with a third twice, 2: backwards, 3: the second half first and all once more (in one batch). */
    private static List<TelegramEvent> inOrder(int order, List<TelegramEvent> events, Random random) {
        List<TelegramEvent> ordered = new ArrayList<>(events);
        switch (order) {
            case 1 -> {
                events.stream().filter(event -> random.nextInt(3) == 0).forEach(ordered::add);
                Collections.shuffle(ordered, random);
            }
            case 2 -> Collections.reverse(ordered);
            case 3 -> {
                Collections.rotate(ordered, ordered.size() / 2);
                ordered.addAll(events);
            }
            default -> assertThat(order).isZero();
        }
        return ordered;
    }

    /** In about this many batches, or twice as many; 1: all in one. */
    private void storeInBatches(List<TelegramEvent> events, int batches, Random random) throws InterruptedException {
        int most = events.size() / batches + 2;
        for (int start = 0; start < events.size(); ) {
            int end = batches == 1 ? events.size() : Math.min(events.size(), start + 1 + random.nextInt(most));
            assertThat(storing.store(events.subList(start, end))).isEmpty();
            start = end;
        }
    }
}
