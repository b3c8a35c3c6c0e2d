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
import energy.sem.ingest.store.Standstill;

/**
 * Ready when the tables are there, the last attempt to store went well, Kafka answers, and what waits there gets stored. Down is
 * no reason to restart: it waits.
 */
@Readiness
@ApplicationScoped
class StoringCheck implements HealthCheck {
    private final Database database;
    private final Progress progress;
    private final Broker kafka;
    private final Standstill standstill;

    StoringCheck(Database database, Progress progress, Broker kafka, Standstill standstill) {
        this.database = database;
        this.progress = progress;
        this.kafka = kafka;
        this.standstill = standstill;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("storing");
        answer.withData("lastCommit", progress.lastCommit().toString());
        answer.withData("tables", database.isReady() ? "ready" : "waiting for the database");
        progress.trouble().ifPresent(reason -> answer.withData("waiting", reason));
        Optional<Instant> silentSince = kafka.silentSince();
        silentSince.ifPresent(since -> answer.withData("kafka", "has not answered since " + since));
        Optional<String> stands = standstill.inWords();
        stands.ifPresent(words -> answer.withData("standstill", words));
        return answer.status(
                        database.isReady() && progress.trouble().isEmpty() && silentSince.isEmpty() && stands.isEmpty())
                .build();
    }
}
