package energy.sem.gateway.reading;

import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.Intakes;

/** Starts a thread for each meter whose source is read, and ends them before Kafka is closed. */
@ApplicationScoped
class SourceThreads {
    private static final int STOP_MILLIS = 3_000;

    // Reading needs little stack; there may be hundreds.
    private static final long STACK_BYTES = 256 * 1024L;

    private final Intakes intakes;
    private final List<SourceReading> readings = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    SourceThreads(Intakes intakes) {
        this.intakes = intakes;
    }

    // After Reactive Messaging (priority 1000) and the outbox.
    void start(@Observes @Priority(2100) StartupEvent event) {
        for (Intake intake : intakes.all()) {
            intake.meter().source().ifPresent(source -> {
                SourceReading reading = new SourceReading(intake, source);
                Thread thread =
                        new Thread(null, reading, "meter-" + intake.meter().name(), STACK_BYTES);
                thread.setDaemon(true);
                readings.add(reading);
                threads.add(thread);
                thread.start();
            });
        }
    }

    // Before what they have read last is published (600) and the outbox is closed (1000).
    void stop(@Observes @Priority(500) ShutdownEvent event) throws InterruptedException {
        readings.forEach(SourceReading::stop);
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join(STOP_MILLIS);
        }
    }
}
