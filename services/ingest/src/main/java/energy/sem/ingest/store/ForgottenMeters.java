package energy.sem.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.statement.Statements;

/**
 * The meters whose data were forgotten on demand: what a gateway had received of one by then is not stored, whenever Kafka is read. A
 * meter of that name that comes later is as any other.
 *
 * @param at when each was forgotten, by its name
 */
record ForgottenMeters(Map<String, Instant> at) {

    static ForgottenMeters read(Connection connection) throws SQLException {
        Map<String, Instant> at = new HashMap<>();
        Statements.list(
                        connection,
                        "SELECT name, at FROM forgotten_meter",
                        row -> Map.entry(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .forEach(each -> at.put(each.getKey(), each.getValue()));
        return new ForgottenMeters(at);
    }

    /** What is left to be stored of a batch: nearly always all of it. */
    Batch leave(Batch batch) {
        if (at.isEmpty() || batch.events().stream().noneMatch(this::isForgotten)) {
            return batch;
        }
        List<TelegramEvent> left =
                batch.events().stream().filter(event -> !isForgotten(event)).toList();
        return Batch.of(left);
    }

    private boolean isForgotten(TelegramEvent event) {
        Instant forgotten = at.get(event.meter());
        Instant received = event.receivedAt() == null ? event.at() : event.receivedAt();
        return forgotten != null && !received.isAfter(forgotten);
    }
}
