package energy.sem.gateway.publish;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import energy.sem.base.NoStart;
import energy.sem.gateway.backlog.Backlog;
import energy.sem.gateway.backlog.BacklogException;
import energy.sem.gateway.backlog.BacklogInUseException;
import energy.sem.gateway.backlog.BacklogSettings;
import energy.sem.gateway.backlog.Waiting;

/** Publishes events on {@code sem.telegrams}, and keeps on disk what Kafka does not acknowledge within two seconds. */
@Singleton
public class StoreAndForward implements Outbox {
    /** Events of all meters on their way to Kafka; who puts more waits, so that memory stays bounded. */
    private static final int IN_FLIGHT = KafkaRecords.IN_FLIGHT / 2;

    private static final int WAIT_MILLIS = 5_000;

    private static final Logger LOG = Logger.getLogger(StoreAndForward.class);
    private static final int WAIT_FOR_FOLDER_MILLIS = 500;

    private final KafkaRecords kafka;
    private final TopicCreation topics;
    private final Backlog backlog;
    private final Forwarder forwarder;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore inFlight = new Semaphore(IN_FLIGHT);

    StoreAndForward(KafkaRecords kafka, TopicCreation topics, BacklogSettings settings) {
        this.topics = topics;
        this.kafka = kafka;
        this.backlog = open(settings);
        this.forwarder = new Forwarder(kafka, backlog, lanes.values());
        // What an earlier run left; also of meters that are no longer configured.
        backlog.meters().forEach(this::lane);
    }

    private static Backlog open(BacklogSettings settings) {
        try {
            return Backlog.open(
                    settings.folder(), settings.maxSize().asLongValue(), settings.maxAge(), Clock.systemUTC());
        } catch (BacklogInUseException e) {
            LOG.warnf("%s. Waiting for it to end.", e.getMessage());
            return openWhenFree(settings);
        } catch (BacklogException e) {
            throw new NoStart(e.getMessage());
        }
    }

    /** In a cluster the pod before this one is often not gone yet. Ends when the process is told to end. */
    private static Backlog openWhenFree(BacklogSettings settings) {
        Thread end = new Thread(Thread.currentThread()::interrupt, "no-more-waiting");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            while (true) {
                Thread.sleep(WAIT_FOR_FOLDER_MILLIS);
                try {
                    Backlog opened = Backlog.open(
                            settings.folder(), settings.maxSize().asLongValue(), settings.maxAge(), Clock.systemUTC());
                    Runtime.getRuntime().removeShutdownHook(end);
                    return opened;
                } catch (BacklogInUseException e) {
                    LOG.debug("still waiting", e);
                }
            }
        } catch (BacklogException e) {
            throw new NoStart(e.getMessage());
        } catch (InterruptedException e) {
            throw new NoStart("ended while it waited for the backlog in " + settings.folder());
        }
    }

    // After Reactive Messaging has connected the emitter (priority 1000).
    void start(@Observes @Priority(2000) StartupEvent event) {
        forwarder.start();
    }

    // After the sources and HTTP have stopped.
    void stop(@Observes @Priority(1000) ShutdownEvent event) {
        forwarder.close();
        backlog.close();
    }

    @Override
    public CompletableFuture<Void> put(String meter, byte[] event) {
        try {
            if (!inFlight.tryAcquire(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                return CompletableFuture.failedFuture(
                        new NotSafeException("more telegrams come than Kafka and the disk take"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(new NotSafeException("the gateway is stopping", e));
        }
        return lane(meter).put(event).whenComplete((nothing, failure) -> inFlight.release());
    }

    private Lane lane(String meter) {
        return lanes.computeIfAbsent(
                meter, name -> new Lane(name, kafka, backlog, forwarder::wake, !backlog.isEmpty(name)));
    }

    @Override
    public Waiting waiting(String meter) {
        return backlog.waiting(meter);
    }

    @Override
    public boolean reachesKafka() {
        return topics.ready() && !forwarder.isKafkaAway();
    }

    @Override
    public boolean reachesDisk() {
        return backlog.isOpen();
    }
}
