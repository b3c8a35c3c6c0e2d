package energy.sem.ingest.start;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

import energy.sem.ingest.store.Standstill;

/** Down when only another start of the service makes it store again; never while Kafka or the database is what it waits for. */
@Liveness
@ApplicationScoped
class GoingOnCheck implements HealthCheck {
    private final Standstill standstill;

    GoingOnCheck(Standstill standstill) {
        this.standstill = standstill;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("going on");
        standstill.inWords().ifPresent(words -> answer.withData("standstill", words));
        return answer.status(!standstill.isForGood()).build();
    }
}
