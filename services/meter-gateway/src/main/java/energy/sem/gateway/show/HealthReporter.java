package energy.sem.gateway.show;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import energy.sem.gateway.health.MeterReport;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.IntakeWatch;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.publish.HealthTopic;

/** Publishes each meter's report on {@code sem.meters}: soon when its state changes, else every half minute. */
@ApplicationScoped
class HealthReporter implements IntakeWatch {
    private static final Logger LOG = Logger.getLogger(HealthReporter.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int LOOK_EVERY_MILLIS = 2_000;

    private final Intakes intakes;
    private final HealthTopic topic;
    private final ObjectMapper json;
    private final Set<Intake> known = ConcurrentHashMap.newKeySet();
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::run, "health");

    HealthReporter(Intakes intakes, HealthTopic topic, ObjectMapper json) {
        this.intakes = intakes;
        this.topic = topic;
        this.json = json;
    }

    private record Published(String state, Instant at) {}

    void start(@Observes @Priority(2200) StartupEvent event) {
        intakes.watch(this);
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                publishAllDue();
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void began(Intake intake) {
        // Its first report is due; whoever reads it has been told before.
        published.remove(intake.meter().name());
        known.add(intake);
    }

    // A report that was under way may come behind it; as before there was the registry, it stands there then.
    @Override
    public void ended(Intake intake) {
        String meter = intake.meter().name();
        known.remove(intake);
        published.remove(meter);
        if (!intakes.isThere(meter)) {
            var unused = topic.forget(meter);
        }
    }

    private void publishAllDue() {
        try {
            known.forEach(intake -> publishIfDue(intake.report()));
        } catch (RuntimeException e) {
            LOG.error("the meters' health could not be published, trying on", e);
        }
    }

    private void publishIfDue(MeterReport report) {
        if (report.state().equals(MeterReport.ELSEWHERE)) {
            // Who reads it says how it is.
            return;
        }
        Instant now = Instant.now();
        Published before = published.get(report.meter());
        boolean due = before == null
                || !before.state().equals(report.state())
                || !now.isBefore(before.at().plus(EVERY));
        if (!due || !topic.hasRoom()) {
            return;
        }
        published.put(report.meter(), new Published(report.state(), now));
        try {
            var unused = topic.publish(report.meter(), json.writeValueAsBytes(report))
                    .whenComplete((nothing, failure) -> {
                        if (failure != null) {
                            LOG.debugf(failure, "health of %s not published", report.meter());
                        }
                    });
        } catch (JsonProcessingException e) {
            LOG.errorf(e, "the report on %s does not become JSON", report.meter());
        }
    }
}
