package energy.sem.base;

import jakarta.inject.Singleton;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** The version as a metric: {@code sem_build_info}, always 1, whose labels say it. */
@Singleton
class VersionMetric implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        Version version = Version.ofThisBuild();
        Gauge.builder("sem.build.info", () -> 1)
                .description("which version of SEM runs")
                .tag("version", version.version())
                .tag("commit", version.commit())
                .register(registry);
    }
}
