package energy.sem.ingest.store;

import java.util.List;
import java.util.Map;

/**
 * The database does not hold what came before a batch: it is an older copy than the one that the batch was read for. Nothing of the
 * batch is stored.
 */
public final class BehindException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Origin origin;
    private final transient Map<Integer, Position> reached;

    BehindException(Origin origin, Map<Integer, Position> reached) {
        super("the database ends before the records of this batch");
        this.origin = origin;
        this.reached = Map.copyOf(reached);
    }

    /** How far the database is in this partition of the batch's topic. */
    public Position reached(int partition) {
        return reached.getOrDefault(partition, Position.BEGINNING);
    }

    /** The stretches before which something is missing. */
    public List<Origin.Stretch> early() {
        return origin.stretches().stream().filter(this::isEarly).toList();
    }

    private boolean isEarly(Origin.Stretch stretch) {
        return reached(stretch.partition()).next() < stretch.first();
    }
}
