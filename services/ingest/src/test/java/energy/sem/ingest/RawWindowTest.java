package energy.sem.ingest;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.retention.RawWindow;
import energy.sem.ingest.retention.RawWindowTable;
import energy.sem.ingest.retention.Retention;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;

import static org.assertj.core.api.Assertions.assertThat;

/** Raw readings come and go by whole days; what they said stays in their quarter hours. */
@IngestTest
class RawWindowTest {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final long today = Instant.now().truncatedTo(ChronoUnit.DAYS).toEpochMilli();

    @Inject
    Database database;

    @Inject
    RawWindowTable table;

    @Inject
    Retention retention;

    @Inject
    Storing storing;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @Test
    void there_is_a_partition_for_each_day_from_the_retention_to_some_days_ahead() throws SQLException {
        RawWindow window = table.read();
        assertThat(window.untilMilli()).isGreaterThan(today + 2 * DAY);
        for (String raw : List.of("reading", "mbus_reading")) {
            List<Long> ends = ends(raw);
            assertThat(ends.get(0)).as("the empty one").isZero();
            assertThat(ends.get(ends.size() - 1)).isEqualTo(window.untilMilli());
            for (int i = 2; i < ends.size(); i++) {
                assertThat(ends.get(i) - ends.get(i - 1)).isEqualTo(DAY);
            }
        }
    }

    @Test
    void days_before_the_window_are_dropped_and_their_quarter_hours_stay() throws Exception {
        long at = today - 4 * DAY + 3600_000;
        storing.store(List.of(
                Events.at("dropped", Instant.ofEpochMilli(at)).importT1Wh(7).build()));
        assertThat(count("reading", "dropped")).isEqualTo(1);

        table.move(today - 3 * DAY, today + 3 * DAY);

        assertThat(count("reading", "dropped")).isZero();
        assertThat(count("quarter_hour", "dropped")).isEqualTo(1);
        assertThat(ends("reading").get(1)).isEqualTo(today - 2 * DAY);
        assertThat(table.read().fromMilli()).isEqualTo(today - 3 * DAY);
    }

    @Test
    void the_window_only_moves_forward_and_a_replay_of_old_readings_stays_out() throws Exception {
        table.move(today - 3 * DAY, today + 3 * DAY);
        table.move(today - 9 * DAY, today + 3 * DAY);
        retention.apply();
        assertThat(table.read().fromMilli()).isEqualTo(today - 3 * DAY);

        storing.store(List.of(
                Events.at("tooold", Instant.ofEpochMilli(today - 3 * DAY - 1))
                        .importT1Wh(1)
                        .build(),
                Events.at("tooold", Instant.ofEpochMilli(today - 3 * DAY))
                        .importT1Wh(2)
                        .build()));

        assertThat(count("reading", "tooold")).isEqualTo(1);
        assertThat(count("quarter_hour", "tooold")).isEqualTo(2);
    }

    @Test
    void a_reading_of_now_without_a_partition_gets_one() throws Exception {
        dropFrom("reading", today + DAY);
        dropFrom("mbus_reading", today + DAY);
        Sql.run("root", "UPDATE raw_window SET raw_until = " + (today + DAY));

        storing.store(List.of(Events.at("ahead", Instant.ofEpochMilli(today + DAY + 1000))
                .importT1Wh(1)
                .build()));

        assertThat(count("reading", "ahead")).isEqualTo(1);
        assertThat(table.read().untilMilli()).isGreaterThan(today + 2 * DAY);
    }

    @Test
    void a_reading_from_far_ahead_counts_in_its_quarter_hour_only() throws Exception {
        long until = table.read().untilMilli();
        storing.store(List.of(Events.at("future", Instant.ofEpochMilli(until + 400 * DAY))
                .importT1Wh(1)
                .build()));

        try {
            assertThat(count("reading", "future")).isZero();
            assertThat(count("quarter_hour", "future")).isEqualTo(1);
            long from = table.read().fromMilli();
            retention.apply();
            assertThat(table.read().fromMilli()).as("it costs no reading").isEqualTo(from);
        } finally {
            Sql.run(
                    "root",
                    "DELETE FROM quarter_hour WHERE device_id = (SELECT id FROM device WHERE serial = '1SEM-future')");
        }
    }

    @Test
    void several_replicas_move_it_at_once() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(3);
        try {
            List<Future<?>> moves = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                long until = today + (4 + i) * DAY;
                moves.add(replicas.submit(() -> {
                    table.move(today - 5 * DAY, until);
                    return null;
                }));
            }
            for (Future<?> move : moves) {
                move.get();
            }
        } finally {
            replicas.shutdown();
        }
        assertThat(table.read().untilMilli()).isEqualTo(today + 9 * DAY);
        assertThat(ends("reading")).isEqualTo(ends("mbus_reading")).doesNotHaveDuplicates();
    }

    private static void dropFrom(String raw, long fromMilli) throws SQLException {
        for (List<String> partition : Tables.rows("SELECT partition_name FROM information_schema.partitions"
                + " WHERE table_schema = 'sem' AND table_name = '" + raw
                + "' AND CAST(partition_description AS SIGNED) > " + fromMilli)) {
            Sql.run("root", "ALTER TABLE " + raw + " DROP PARTITION " + partition.get(0));
        }
    }

    private static List<Long> ends(String raw) {
        return Tables.rows("SELECT CAST(partition_description AS SIGNED) FROM information_schema.partitions"
                        + " WHERE table_schema = 'sem' AND table_name = '" + raw + "' ORDER BY 1")
                .stream()
                .map(row -> Long.parseLong(row.get(0)))
                .toList();
    }

    private static long count(String of, String meter) {
        return Tables.number("SELECT COUNT(*) FROM " + of + " t JOIN device d ON d.id = t.device_id"
                + " WHERE d.serial = '1SEM-" + meter + "'");
    }
}
