package energy.sem.ingest.past;

/** A file that cannot be taken as a whole; the message is a sentence for people that says what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
