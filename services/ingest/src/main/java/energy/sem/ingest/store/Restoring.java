package energy.sem.ingest.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import energy.sem.event.TelegramEvent;
import energy.sem.ingest.quarantine.KeptAside;
import energy.sem.ingest.quarantine.Quarantine;
import energy.sem.ingest.quarantine.QuarantineRow;
import energy.sem.ingest.retention.Retention;
import energy.sem.ingest.statement.DatabaseFault;

/**
 * Puts values that the gateway judged implausible back, because a person has looked at them: they become readings and
 * count in quarter hours, days and peaks as if they had never been kept aside. The running service need not stop.
 */
@ApplicationScoped
public class Restoring {
    private static final int VALUES_A_TRANSACTION = 500;

    /** Of one transaction: beside a busy writer on another node of a cluster some commits of many are refused. */
    private static final int MOST_ATTEMPTS = 20;

    private final BatchTransaction transaction;
    private final Quarantine quarantine;
    private final Retention retention;

    Restoring(BatchTransaction transaction, Quarantine quarantine, Retention retention) {
        this.transaction = transaction;
        this.quarantine = quarantine;
        this.retention = retention;
    }

    /** The values that would be put back, the earliest first; at most so many. */
    public List<QuarantineRow> list(KeptAside which, int most) {
        return QuarkusTransaction.requiringNew().call(() -> quarantine.find(which, most));
    }

    /**
     * Puts them back, in transactions of some hundred: what was done before a failure stays done.
     *
     * @param at an event's own, or at another time, such as {@link Retimed#byArrival}
     * @return how many
     * @throws SQLException when the raw tables' window cannot be moved
     * @throws RuntimeException when the database refuses; do it again
     */
    public long restore(KeptAside which, UnaryOperator<TelegramEvent> at) throws SQLException {
        long restored = 0;
        int failures = 0;
        while (true) {
            try {
                int some = transaction.restore(which, at, VALUES_A_TRANSACTION);
                if (some == 0) {
                    return restored;
                }
                restored += some;
                failures = 0;
            } catch (BatchTransaction.RoomNeededException e) {
                failures = moveWindow(failures);
            } catch (RuntimeException e) {
                if (DatabaseFault.of(e) != DatabaseFault.CONTENTION || ++failures == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Another may be moving it, on another node of a cluster without waiting for us: then the window is looked at again. */
    private int moveWindow(int failures) throws SQLException {
        try {
            retention.apply();
            return failures;
        } catch (SQLException e) {
            if (DatabaseFault.of(e) != DatabaseFault.CONTENTION || failures + 1 == MOST_ATTEMPTS) {
                throw e;
            }
            return failures + 1;
        }
    }
}
