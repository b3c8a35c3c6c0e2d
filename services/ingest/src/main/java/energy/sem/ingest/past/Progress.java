package energy.sem.ingest.past;

/** Hears how far an import is; called often, by the thread that does it. */
public interface Progress {
    /**
     * So far it is.
     *
     * @param step what is being done: {@code reading}, {@code comparing}, {@code writing}
     * @param share of that step, 0 to 1
     */
    void at(String step, double share);
}
