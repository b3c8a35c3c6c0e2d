package energy.sem.history.api;

import java.sql.SQLException;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.history.store.DatabaseFailure;

/** A database that does not answer is 503 and passes by itself; a query that it refuses is a fault of SEM. */
final class DatabaseAway {
    static final int RETRY_AFTER_SECONDS = 5;

    private static final Logger LOG = Logger.getLogger(DatabaseAway.class);

    /** From JDBC. */
    @Provider
    public static class OfFailure implements ExceptionMapper<DatabaseFailure> {
        @Override
        public Response toResponse(DatabaseFailure failure) {
            return problem(failure).toResponse();
        }
    }

    /** From Hibernate. */
    @Provider
    public static class OfPersistence implements ExceptionMapper<PersistenceException> {
        @Override
        public Response toResponse(PersistenceException failure) {
            return problem(failure).toResponse();
        }
    }

    /** From the end of a transaction: the database went after the last question. */
    @Provider
    public static class OfRollback implements ExceptionMapper<RollbackException> {
        @Override
        public Response toResponse(RollbackException failure) {
            return atTheEnd(failure).toResponse();
        }
    }

    /** From the end of a transaction, of which nobody knows whether it came. */
    @Provider
    public static class OfHeuristic implements ExceptionMapper<HeuristicMixedException> {
        @Override
        public Response toResponse(HeuristicMixedException failure) {
            return atTheEnd(failure).toResponse();
        }
    }

    // A transaction that only reads can fail at its end for one reason.
    private static Problem atTheEnd(Exception failure) {
        return cause(failure) == null ? away(failure.getMessage()) : problem(failure);
    }

    /** The problem that a failure is. */
    static Problem problem(Exception failure) {
        SQLException cause = cause(failure);
        if (cause == null || isOurs(cause)) {
            LOG.error("a query failed", failure);
            return Problem.of(500, "This is a fault of SEM, not of the request: the service's log has the details.");
        }
        return away(cause.getMessage());
    }

    private static Problem away(String reason) {
        LOG.warnf("the database does not answer: %s", reason);
        return Problem.unavailable(
                "The database does not answer. Nothing is lost: ask again in " + RETRY_AFTER_SECONDS + " seconds.",
                RETRY_AFTER_SECONDS);
    }

    // SQLSTATE classes: 22 wrong data, 23 constraint, 42 syntax or missing right or table.
    private static boolean isOurs(SQLException cause) {
        String state = cause.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("42"));
    }

    private static SQLException cause(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }

    private DatabaseAway() {}
}
