package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.MeterLog;
import energy.sem.base.Problem;
import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Meters;
import energy.sem.gateway.publish.LiveTopic;
import energy.sem.gateway.publish.Outbox;
import energy.sem.gateway.publish.RejectedFrames;
import energy.sem.gateway.relay.Relays;

/** The intake of each meter that there is, as they come and go. Thread-safe. */
@Singleton
public class Intakes {
    private static final Logger LOG = Logger.getLogger(Intakes.class);

    private final Map<String, Intake> byMeter = new ConcurrentSkipListMap<>();
    private final List<IntakeWatch> watches = new ArrayList<>();
    private final ZoneId zone;
    private final GatewayTime time;
    private final Outbox outbox;
    private final LiveTopic liveTopic;
    private final RejectedFrames rejectedFrames;
    private final Relays relays;
    private final Path folder;

    // A source that ends may take a while; whoever says that it shall must not wait.
    private final ExecutorService telling = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "meters");
        thread.setDaemon(true);
        return thread;
    });

    Intakes(
            Meters meters,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone,
            Outbox outbox,
            LiveTopic liveTopic,
            RejectedFrames rejectedFrames,
            Relays relays,
            @ConfigProperty(name = "sem.backlog.folder", defaultValue = ".sem/backlog") Path folder) {
        this.zone = zone;
        this.time = GatewayTime.ofHost(folder);
        this.outbox = outbox;
        this.liveTopic = liveTopic;
        this.rejectedFrames = rejectedFrames;
        this.relays = relays;
        this.folder = folder;
        meters.all().forEach(meter -> byMeter.put(meter.name(), made(meter)));
    }

    private Intake made(Meter meter) {
        ClockMemory memory = ClockMemory.of(folder, meter.name());
        return new Intake(meter, zone, time, memory, outbox, liveTopic::publish, rejectedFrames, relays.of(meter));
    }

    /**
     * The intake of a meter.
     *
     * @throws Problem 403 when the meter has just been removed
     */
    public Intake of(Meter meter) {
        return find(meter)
                .orElseThrow(() ->
                        Problem.forbidden("The key does not open this any longer: the meter has just been removed."));
    }

    /** The intake of a meter; empty when it has just been removed. */
    public Optional<Intake> find(Meter meter) {
        return Optional.ofNullable(byMeter.get(meter.name()));
    }

    /** Whether there is a meter of this name. */
    public boolean isThere(String meter) {
        return byMeter.containsKey(meter);
    }

    /** This computer's clocks. */
    GatewayTime time() {
        return time;
    }

    /** All of them, by the meters' names; a view, which changes. */
    public Collection<Intake> all() {
        return Collections.unmodifiableCollection(byMeter.values());
    }

    /** Tells of those that there are, at once, and from now on of those that begin and end. Called before the first does. */
    public synchronized void watch(IntakeWatch watch) {
        byMeter.values().forEach(watch::began);
        watches.add(watch);
    }

    /** A meter begins; one of this name that there is ends. */
    public synchronized void begin(Meter meter) {
        Intake fresh = made(meter);
        Intake before = byMeter.put(meter.name(), fresh);
        if (before != null) {
            tell(before, this::end);
        }
        tell(fresh, intake -> watches().forEach(watch -> watch.began(intake)));
    }

    /** A meter ends. */
    public synchronized void end(String name) {
        Intake gone = byMeter.remove(name);
        if (gone != null) {
            tell(gone, this::end);
        }
    }

    private void end(Intake intake) {
        watches().forEach(watch -> watch.ended(intake));
        // What publish-every holds back would have no successor.
        var unused = intake.publishRest();
    }

    private synchronized List<IntakeWatch> watches() {
        return List.copyOf(watches);
    }

    private void tell(Intake intake, Consumer<Intake> what) {
        telling.execute(() -> {
            try {
                what.accept(intake);
            } catch (RuntimeException e) {
                String meter = intake.meter().name();
                MeterLog.about(meter, () -> LOG.errorf(e, "meter %s: its beginning or end was not followed", meter));
            }
        });
    }

    @PreDestroy
    void close() {
        telling.shutdownNow();
    }
}
