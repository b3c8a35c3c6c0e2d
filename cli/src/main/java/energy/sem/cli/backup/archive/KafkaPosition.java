package energy.sem.cli.backup.archive;

import java.util.Map;

/**
 * How far ingest had read its topic, and committed, when the rows of the backup were there already.
 *
 * @param clusterId of the Kafka: in another one these numbers mean nothing
 * @param offsets by partition, the next record that ingest will read
 */
public record KafkaPosition(String clusterId, Map<Integer, Long> offsets) {
    public KafkaPosition {
        offsets = Map.copyOf(offsets);
    }
}
