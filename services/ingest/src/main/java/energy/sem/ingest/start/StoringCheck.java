package energy.sem.ingest.start;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

import energy.sem.ingest.store.Broker;
import energy.sem.ingest.store.Progress;

/**
 * Ready when the tables are there, the last attempt to store went well, and Kafka answers. Down is no reason to restart: it
 * waits.
 */
@Readiness
@ApplicationScoped
class StoringCheck implements HealthCheck {
    private final Database database;
    private final Progress progress;
    private final Broker kafka;

    StoringCheck(Database database, Progress progress, Broker kafka) {
        this.database = database;
        this.progress = progress;
        this.kafka = kafka;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("storing");
        answer.withData("lastCommit", progress.lastCommit().toString());
        answer.withData("tables", database.isReady() ? "ready" : "waiting for the database");
        progress.trouble().ifPresent(reason -> answer.withData("waiting", reason));
        Optional<Instant> silentSince = kafka.silentSince();
        silentSince.ifPresent(since -> answer.withData("kafka", "has not answered since " + since));
        return answer.status(database.isReady() && progress.trouble().isEmpty() && silentSince.isEmpty())
                .build();
    }
}
