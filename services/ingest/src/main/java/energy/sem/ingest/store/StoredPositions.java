package energy.sem.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import energy.sem.ingest.statement.Statements;

/**
 * How far the tables reach in each partition of Kafka. It moves in the transaction of the rows, so it is true of each copy of the
 * database by itself, whatever Kafka remembers.
 */
@ApplicationScoped
public class StoredPositions {
    private static final String SELECT =
            "SELECT partition_no, next_offset, leader_epoch FROM stored_position WHERE topic_id = ?";

    /** Whoever is slower does not take it back. Where Kafka has lost records it goes on from there, under a later epoch. */
    private static final String MOVE =
            """
            INSERT INTO stored_position (topic_id, partition_no, next_offset, leader_epoch) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE
              next_offset = IF(VALUES(leader_epoch) > leader_epoch,
                VALUES(next_offset), GREATEST(next_offset, VALUES(next_offset))),
              leader_epoch = IF(next_offset = VALUES(next_offset), VALUES(leader_epoch), leader_epoch)
            """;

    private final DataSource dataSource;

    StoredPositions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of a topic, by partition. */
    public Map<Integer, Position> of(String topicId) {
        return inTransaction(connection -> read(connection, topicId));
    }

    /**
     * Takes over what the consumer group has done, where no position was ever stored and there are meters: their tables were filled
     * before positions were kept. Does nothing otherwise; safe when several replicas do it.
     */
    public void begin(String topicId, Map<Integer, Position> group) {
        inTransaction(connection -> {
            boolean ofEarlierVersion = Statements.list(
                            connection,
                            "SELECT EXISTS (SELECT 1 FROM meter) AND NOT EXISTS (SELECT 1 FROM stored_position)",
                            row -> row.getBoolean(1))
                    .get(0);
            if (ofEarlierVersion) {
                for (Map.Entry<Integer, Position> each : new TreeMap<>(group).entrySet()) {
                    moveTo(connection, topicId, each.getKey(), each.getValue());
                }
            }
            return null;
        });
    }

    /** From now on a partition counts as stored up to here: what comes before is no longer in Kafka. */
    public void skipTo(String topicId, int partition, Position position) {
        inTransaction(connection -> {
            moveTo(connection, topicId, partition, position);
            return null;
        });
    }

    /**
     * Moves them to the end of a batch, within the transaction that stores it.
     *
     * @throws BehindException when what comes before the batch is not stored
     */
    void advance(Connection connection, Origin origin) throws SQLException {
        if (origin.isNone()) {
            return;
        }
        // Read without a lock, which would be in the way of other partitions: positions do not go back.
        BehindException behind = new BehindException(origin, read(connection, origin.topicId()));
        if (!behind.early().isEmpty()) {
            throw behind;
        }
        List<Origin.Stretch> ordered = origin.stretches().stream()
                .sorted(Comparator.comparingInt(Origin.Stretch::partition))
                .toList();
        for (Origin.Stretch each : ordered) {
            moveTo(connection, origin.topicId(), each.partition(), each.after());
        }
    }

    private static Map<Integer, Position> read(Connection connection, String topicId) throws SQLException {
        Map<Integer, Position> positions = new HashMap<>();
        Statements.list(
                connection,
                SELECT,
                row -> positions.put(row.getInt(1), new Position(row.getLong(2), row.getInt(3))),
                topicId);
        return positions;
    }

    private static void moveTo(Connection connection, String topicId, int partition, Position position)
            throws SQLException {
        Statements.run(connection, MOVE, topicId, partition, position.next(), position.leaderEpoch());
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return work.on(connection);
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
