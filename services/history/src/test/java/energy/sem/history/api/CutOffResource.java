package energy.sem.history.api;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;

import energy.sem.local.test.TestServices;

/** Answers as all others do, and cuts its own connection to the database off after its last question. */
@Path("/api/v1/test/cut-off")
public class CutOffResource {
    @Inject
    EntityManager entities;

    @GET
    @Transactional
    @Operation(hidden = true)
    public String answer() throws Exception {
        // Of a table, or there is no transaction to end.
        Object connection = entities.createNativeQuery("SELECT CONNECTION_ID() FROM (SELECT COUNT(*) FROM meter) m")
                .getSingleResult();
        try (var root = TestServices.get().connect("root");
                var statement = root.createStatement()) {
            statement.execute("KILL " + connection);
        }
        return "answered";
    }
}
