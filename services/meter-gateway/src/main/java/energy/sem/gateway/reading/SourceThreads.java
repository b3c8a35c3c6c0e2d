package energy.sem.gateway.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.IntakeWatch;
import energy.sem.gateway.intake.Intakes;
import energy.sem.source.Source;

/**
 * Has a thread for each meter whose source is read, from when there is the meter until there no longer is, and ends them before
 * Kafka is closed.
 */
@ApplicationScoped
class SourceThreads implements IntakeWatch {
    private static final int STOP_MILLIS = 3_000;

    // Reading needs little stack; there may be hundreds.
    private static final long STACK_BYTES = 256 * 1024L;

    private final Intakes intakes;
    private final Map<Intake, Reader> readers = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    private record Reader(SourceReading reading, Thread thread) {
        void stop() {
            reading.stop();
            thread.interrupt();
        }
    }

    SourceThreads(Intakes intakes) {
        this.intakes = intakes;
    }

    // After Reactive Messaging (priority 1000) and the outbox.
    void start(@Observes @Priority(2100) StartupEvent event) {
        intakes.watch(this);
    }

    @Override
    public void began(Intake intake) {
        intake.meter().source().filter(source -> !stopping).ifPresent(source -> read(intake, source));
    }

    private void read(Intake intake, Source source) {
        SourceReading reading = new SourceReading(intake, source);
        Thread thread = new Thread(null, reading, "meter-" + intake.meter().name(), STACK_BYTES);
        thread.setDaemon(true);
        readers.put(intake, new Reader(reading, thread));
        thread.start();
    }

    @Override
    public void ended(Intake intake) {
        Reader reader = readers.remove(intake);
        if (reader == null) {
            return;
        }
        reader.stop();
        try {
            reader.thread().join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Before what they have read last is published (600) and the outbox is closed (1000).
    void stop(@Observes @Priority(500) ShutdownEvent event) throws InterruptedException {
        stopping = true;
        List<Reader> all = new ArrayList<>(readers.values());
        all.forEach(Reader::stop);
        for (Reader reader : all) {
            reader.thread().join(STOP_MILLIS);
        }
    }
}
