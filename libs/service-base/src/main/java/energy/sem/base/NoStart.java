package energy.sem.base;

import io.quarkus.runtime.PreventFurtherStepsException;

/**
 * A service cannot start, for a reason that whoever runs it can mend. Thrown while it starts, it ends the process with
 * status 1 and prints its message, one line, without a trace.
 */
public final class NoStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line what is wrong and what to do, without a key */
    public NoStart(String line) {
        // Quarkus prints the message of such a root cause; thrown itself, it would leave the process waiting.
        super(line, new PreventFurtherStepsException(line, 1));
    }
}
