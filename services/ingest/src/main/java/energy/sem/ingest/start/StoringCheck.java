package energy.sem.ingest.start;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import energy.sem.ingest.store.Progress;

/** Ready when the tables are there and the last attempt to store went well. Down is no reason to restart: it waits. */
@Readiness
@ApplicationScoped
class StoringCheck implements HealthCheck {
    private final Database database;
    private final Progress progress;

    StoringCheck(Database database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("storing");
        answer.withData("lastCommit", progress.lastCommit().toString());
        answer.withData("tables", database.isReady() ? "ready" : "waiting for the database");
        progress.trouble().ifPresent(reason -> answer.withData("waiting", reason));
        return answer.status(database.isReady() && progress.trouble().isEmpty()).build();
    }
}
