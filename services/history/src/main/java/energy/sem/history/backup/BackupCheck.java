package energy.sem.history.backup;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import energy.sem.history.store.BackupFacts;

/** The backups in {@code /q/health/well}: down when they are late or failed, which is no reason to restart anything. */
@Wellness
@ApplicationScoped
class BackupCheck implements HealthCheck {
    private final Backups backups;

    BackupCheck(Backups backups) {
        this.backups = backups;
    }

    @Override
    public HealthCheckResponse call() {
        BackupFacts facts = backups.facts();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("backups");
        if (facts.backupAt() != null) {
            answer.withData("backupAt", facts.backupAt().toString());
        }
        if (facts.drillAt() != null) {
            answer.withData("drillAt", facts.drillAt().toString());
        }
        Optional<Trouble> trouble = Trouble.of(facts, Instant.now());
        trouble.ifPresent(each -> answer.withData("trouble", each.word()));
        return answer.status(trouble.isEmpty()).build();
    }
}
