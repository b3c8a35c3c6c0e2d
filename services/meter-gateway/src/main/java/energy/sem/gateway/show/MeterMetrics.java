package energy.sem.gateway.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.IntakeWatch;
import energy.sem.gateway.intake.Intakes;

/** The same counts as in the meters' reports, for Prometheus. */
@ApplicationScoped
class MeterMetrics implements IntakeWatch {
    private final MeterRegistry registry;
    private final Map<Intake, List<Meter>> shown = new ConcurrentHashMap<>();

    MeterMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(@Observes @Priority(150) StartupEvent event, Intakes intakes) {
        intakes.watch(this);
    }

    @Override
    public void ended(Intake intake) {
        shown.remove(intake).forEach(registry::remove);
    }

    @Override
    public void began(Intake intake) {
        List<Meter> all = new ArrayList<>();
        String meter = intake.meter().name();
        for (Outcome outcome : Outcome.values()) {
            all.add(FunctionCounter.builder("sem.telegrams", intake, i -> i.count(outcome))
                    .description("telegrams and rejected frames by what became of them")
                    .tag("meter", meter)
                    .tag("outcome", outcome.word())
                    .register(registry));
        }
        all.add(Gauge.builder("sem.backlog.telegrams", intake, i -> i.waiting().telegrams())
                .description("telegrams that wait on disk for Kafka")
                .tag("meter", meter)
                .register(registry));
        all.add(Gauge.builder("sem.backlog.bytes", intake, i -> i.waiting().bytes())
                .description("bytes of telegrams that wait on disk for Kafka")
                .tag("meter", meter)
                .register(registry));
        all.add(FunctionCounter.builder(
                        "sem.backlog.dropped", intake, i -> i.waiting().dropped())
                .description("telegrams lost because the backlog was full or they were too old")
                .tag("meter", meter)
                .register(registry));
        shown.put(intake, all);
    }
}
