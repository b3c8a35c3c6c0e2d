package energy.sem.ingest.past;

/** What an import had looked at has changed before it could be written: it is to be looked at again. */
final class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super("what was looked at has changed meanwhile", null, false, false);
    }
}
