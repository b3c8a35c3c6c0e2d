package energy.sem.ingest.store;

import java.util.List;

/**
 * Which records of Kafka a batch is made of.
 *
 * @param topicId of the topic; one that is made anew, or of another Kafka, has another one
 * @param stretches one for each partition
 */
public record Origin(String topicId, List<Stretch> stretches) {
    /** Of events that are of no topic. */
    static final Origin NONE = new Origin("", List.of());

    public Origin {
        stretches = List.copyOf(stretches);
    }

    boolean isNone() {
        return stretches.isEmpty();
    }

    /**
     * Records of one partition.
     *
     * @param first the offset of the first
     * @param after where it is read on after the last
     */
    public record Stretch(int partition, long first, Position after) {}
}
