package energy.sem.gateway.intake;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import energy.sem.base.MeterLog;
import energy.sem.gateway.clock.GatewayTime;

/**
 * Publishes what is held back, by {@code publish-every} or until its time is sure, when no telegram comes any more that would
 * do it: a meter that falls silent before a quarter-hour edge still has its last reading before it, and so has a gateway that
 * stops.
 */
@ApplicationScoped
class Overdue {
    private static final Logger LOG = Logger.getLogger(Overdue.class);
    private static final int STOP_SECONDS = 5;

    private final Collection<Intake> all;
    private final GatewayTime time;
    private final Thread thread = new Thread(this::run, "held-back");

    @Inject
    Overdue(Intakes intakes) {
        this(intakes.all(), intakes.time());
    }

    /**
     * @param intakes those of all meters; as they come and go
     * @param time whose hands are looked at now and then
     */
    Overdue(Collection<Intake> intakes, GatewayTime time) {
        this.time = time;
        this.all = intakes;
    }

    void start(@Observes @Priority(2300) StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    // After the sources (500) and before the outbox (1000).
    void stop(@Observes @Priority(600) ShutdownEvent event) {
        thread.interrupt();
        var unused = CompletableFuture.allOf(
                        all.stream().map(intake -> intake.publishRest().safe()).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, STOP_SECONDS, TimeUnit.SECONDS)
                .exceptionally(failure -> null)
                .join();
    }

    private void run() {
        try {
            while (true) {
                TimeUnit.SECONDS.sleep(1);
                time.keep();
                for (Intake intake : all) {
                    publishOverdue(intake);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void publishOverdue(Intake intake) {
        try {
            intake.publishOverdue();
        } catch (RuntimeException e) {
            String meter = intake.meter().name();
            MeterLog.about(meter, () -> LOG.errorf(e, "meter %s: what is held back could not be published", meter));
        }
    }
}
