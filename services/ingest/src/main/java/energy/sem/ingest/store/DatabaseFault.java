package energy.sem.ingest.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Why a transaction failed, as far as it decides what to do next. */
enum DatabaseFault {
    /** The data cannot be stored (SQLSTATE classes 22 and 23): trying again gives the same. */
    DATA,
    /** Another writer was in the way: try again at once. */
    CONTENTION,
    /** Everything else: away, full, read-only, or a fault of ours. Try again until it works. */
    AWAY;

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int RECORD_CHANGED = 1020;

    /** The fault behind an exception of a transaction. */
    static DatabaseFault of(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        DatabaseFault fault = AWAY;
        while (!open.isEmpty()) {
            Throwable next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof SQLException sql) {
                DatabaseFault found = of(sql);
                if (found == CONTENTION) {
                    return CONTENTION;
                }
                fault = found == DATA ? DATA : fault;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            Collections.addAll(open, next.getSuppressed());
        }
        return fault;
    }

    private static DatabaseFault of(SQLException failure) {
        int code = failure.getErrorCode();
        if (code == LOCK_WAIT_TIMEOUT || code == DEADLOCK || code == RECORD_CHANGED) {
            return CONTENTION;
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return state.startsWith("22") || state.startsWith("23") ? DATA : AWAY;
    }
}
