package energy.sem.history.api;

import java.sql.SQLException;

import jakarta.persistence.PersistenceException;
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

    /** The problem that a failure is. */
    static Problem problem(RuntimeException failure) {
        SQLException cause = cause(failure);
        if (cause == null || isOurs(cause)) {
            LOG.error("a query failed", failure);
            return Problem.of(500, "This is a fault of SEM, not of the request: the service's log has the details.");
        }
        LOG.warnf("the database does not answer: %s", cause.getMessage());
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
