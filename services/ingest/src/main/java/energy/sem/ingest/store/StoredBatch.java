package energy.sem.ingest.store;

/**
 * What a committed batch held.
 *
 * @param events telegrams
 * @param readings raw rows it had, stored before or not
 * @param quarterHours rows merged into
 * @param keptAside values newly kept aside
 */
public record StoredBatch(int events, int readings, int quarterHours, int keptAside) {
    static final StoredBatch EMPTY = new StoredBatch(0, 0, 0, 0);
}
