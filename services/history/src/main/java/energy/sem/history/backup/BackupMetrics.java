package energy.sem.history.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import energy.sem.history.store.BackupFacts;

/** Age and result of backups and drills as metrics; NaN, which no rule fires on, while there is none. */
@Singleton
class BackupMetrics implements MeterBinder {
    private final Backups backups;

    BackupMetrics(Backups backups) {
        this.backups = backups;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "sem.backup.age.seconds", "since the newest backup", facts -> age(facts.backupAt()));
        gauge(
                registry,
                "sem.backup.drill.age.seconds",
                "since a backup was restored for proof",
                facts -> age(facts.drillAt()));
        gauge(
                registry,
                "sem.backup.trouble",
                "1 when nightly backups or drills failed or are late",
                facts -> facts.nightlySince() == null
                        ? Double.NaN
                        : Trouble.of(facts, Instant.now()).isPresent() ? 1.0 : 0.0);
    }

    private void gauge(MeterRegistry registry, String name, String description, Function<BackupFacts, Double> value) {
        Gauge.builder(name, () -> value.apply(backups.facts()))
                .description(description)
                .register(registry);
    }

    private static double age(Instant at) {
        return at == null ? Double.NaN : Duration.between(at, Instant.now()).toSeconds();
    }
}
