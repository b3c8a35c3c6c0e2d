package energy.sem.history.store;

import java.sql.SQLException;

/** MariaDB did not answer a query; the cause says why. */
public final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure to read something.
     *
     * @param what was being read, for the log
     */
    public DatabaseFailure(String what, SQLException cause) {
        super("cannot read " + what + ": " + cause.getMessage(), cause);
    }
}
