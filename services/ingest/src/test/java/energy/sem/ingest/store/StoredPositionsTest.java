package energy.sem.ingest.store;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.start.Database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the database says of how far it is, and when it refuses a batch. */
@IngestTest
class StoredPositionsTest {
    private final String topic = UUID.randomUUID().toString().substring(0, 22);

    @Inject
    Database database;

    @Inject
    StoredPositions positions;

    @Inject
    javax.sql.DataSource dataSource;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @ParameterizedTest(name = "at {0} of epoch {1}, a batch up to {2} of epoch {3}: {4} of epoch {5}")
    @CsvSource({
        // It goes on.
        "100, 4, 150, 4, 150, 4",
        "100, 4, 150, 5, 150, 5",
        "100, -1, 150, 0, 150, 0",
        // Whoever is slower, or reads again, does not take it back.
        "100, 4, 50, 4, 100, 4",
        "100, 4, 50, 3, 100, 4",
        // Kafka has lost records: it goes on from where the new leader began.
        "100, 4, 90, 5, 90, 5",
        // Kafka itself is an older copy: it goes on all the same.
        "100, 4, 150, 2, 150, 2",
    })
    void a_batch_moves_it(long at, int epoch, long next, int nextEpoch, long then, int thenEpoch) {
        positions.skipTo(topic, 3, new Position(at, epoch));

        advance(new Origin.Stretch(3, 40, new Position(next, nextEpoch)));

        assertThat(positions.of(topic)).isEqualTo(Map.of(3, new Position(then, thenEpoch)));
    }

    @Test
    void a_batch_that_begins_later_than_the_database_ends_is_refused_whole() {
        positions.skipTo(topic, 1, new Position(100, 0));
        positions.skipTo(topic, 2, new Position(100, 0));

        assertThatThrownBy(() -> advance(
                        new Origin.Stretch(1, 100, new Position(110, 0)),
                        new Origin.Stretch(2, 101, new Position(110, 0)),
                        new Origin.Stretch(3, 1, new Position(5, 0))))
                .isInstanceOfSatisfying(BehindException.class, behind -> {
                    assertThat(behind.early())
                            .extracting(Origin.Stretch::partition)
                            .containsExactly(2, 3);
                    assertThat(behind.reached(2)).isEqualTo(new Position(100, 0));
                    assertThat(behind.reached(3)).as("never stored").isEqualTo(Position.BEGINNING);
                });
        assertThat(positions.of(topic)).containsOnlyKeys(1, 2).containsEntry(1, new Position(100, 0));
    }

    @Test
    void what_a_group_has_done_counts_only_where_no_position_was_ever_stored() {
        positions.skipTo(topic, 1, new Position(100, 0));

        positions.begin("another-topic", Map.of(7, new Position(5000, 0)));

        assertThat(positions.of("another-topic")).isEmpty();
    }

    private void advance(Origin.Stretch... stretches) {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                positions.advance(connection, new Origin(topic, List.of(stretches)));
            }
            return null;
        });
    }
}
