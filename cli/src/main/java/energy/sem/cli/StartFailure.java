package energy.sem.cli;

import java.util.List;

/** Why {@code ./sem} cannot go on, for the person who typed it: what is wrong and what to do, usually in one line. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Fails when there is a fault, with all of them, a line each.
     *
     * @throws StartFailure naming them
     */
    public static void throwIfAny(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new StartFailure(String.join("\nsem: ", faults));
        }
    }
}
