package energy.sem.ingest.statement;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a transaction failed, as far as it decides what to do next. The more one says, the later it stands here. */
public enum DatabaseFault {
    /** Away, full, read-only, or a fault of ours. Try again until it works. */
    AWAY,
    /** An event contains what the tables refuse (the rest of SQLSTATE classes 22 and 23): trying again gives the same. */
    DATA,
    /**
     * The tables have no place for what is right: their numbers have run out, a column is too narrow. What an event may
     * contain is checked before (EventLimits), so it is not the event's fault. Try again until somebody has mended
     * them: docs/operations.md says how.
     */
    SCHEMA,
    /** Another writer was in the way: try again at once. */
    CONTENTION;

    private static final Set<Integer> IN_THE_WAY = Set.of(
            1205, /* waited too long for a lock */
            1213, /* deadlock */
            1020, /* record changed */
            1517, /* a day's partition was made meanwhile, on another node of a cluster */
            1493, /* a later one was */
            1507 /* it was dropped meanwhile */);

    private static final Set<Integer> NO_PLACE = Set.of(
            167, /* the counter of a generated key is at its end */
            1467, /* the same, from another place in the server */
            1264, /* a number does not fit its column */
            1690, /* a number does not fit 64 bits in an expression */
            1265, /* no word of an ENUM, and other values cut */
            1406, /* a text is longer than its column */
            1366, /* a text has characters that its column's character set has not */
            1452, /* the row that is referred to is not there: our own numbers, never the event's */
            1216 /* the same */);

    private static final int DUPLICATE_ENTRY = 1062;

    /** What the server says last, in any language: the name of the key. A primary key is taken twice only by a counter. */
    private static final Pattern PRIMARY_KEY = Pattern.compile("'(\\w+\\.)?PRIMARY'\\P{Alnum}*$");

    /** The fault behind an exception of a transaction. */
    public static DatabaseFault of(Throwable failure) {
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
                fault = found.compareTo(fault) > 0 ? found : fault;
            }
            if (next.getCause() != null) {
                open.add(next.getCause());
            }
            Collections.addAll(open, next.getSuppressed());
        }
        return fault;
    }

    private static DatabaseFault of(SQLException failure) {
        if (IN_THE_WAY.contains(failure.getErrorCode())) {
            return CONTENTION;
        }
        if (NO_PLACE.contains(failure.getErrorCode()) || isFullCounter(failure)) {
            return SCHEMA;
        }
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return state.startsWith("22") || state.startsWith("23") ? DATA : AWAY;
    }

    private static boolean isFullCounter(SQLException failure) {
        return failure.getErrorCode() == DUPLICATE_ENTRY
                && failure.getMessage() != null
                && PRIMARY_KEY.matcher(failure.getMessage()).find();
    }
}
