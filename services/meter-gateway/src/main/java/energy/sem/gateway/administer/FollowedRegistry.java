package energy.sem.gateway.administer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.MeterLog;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.meter.AllMeters;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.MeterMaker;
import energy.sem.registry.EntryKind;
import energy.sem.registry.MeterEntry;
import energy.sem.registry.Registry;
import energy.sem.registry.RegistryAwayException;
import energy.sem.registry.RegistryChange;
import energy.sem.registry.RegistryEntry;
import energy.sem.registry.RegistryFollower;
import energy.sem.registry.RegistryWriter;

/**
 * Has the gateway's meters as the registry says, at once and without a restart: keys open or no longer do, sources are read or no
 * longer are. What it said last is remembered on disk, for a start while Kafka is away, or after it has lost its own.
 */
@Singleton
class FollowedRegistry {
    private static final Logger LOG = Logger.getLogger(FollowedRegistry.class);

    private static final int PAUSE_MILLIS = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AllMeters meters;
    private final Intakes intakes;
    private final MeterMaker maker;
    private final RememberedRegistry remembered;
    private final RegistryFollower follower;
    private final RegistryWriter writer;
    private Map<String, Followed> followed = Map.of();
    private final long sinceNanos = System.nanoTime();
    // Guarded by this.
    private boolean recovering;
    private volatile Registry now = Registry.EMPTY;
    private volatile Map<String, String> faults = Map.of();

    FollowedRegistry(
            AllMeters meters,
            Intakes intakes,
            @ConfigProperty(name = "sem.publish-every") Optional<String> publishEvery,
            @ConfigProperty(name = "sem.backlog.folder", defaultValue = ".sem/backlog") Path folder,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.meters = meters;
        this.intakes = intakes;
        this.maker = new MeterMaker(publishEvery);
        this.remembered = new RememberedRegistry(folder);
        this.follower = new RegistryFollower(kafka, this::told);
        this.writer = new RegistryWriter(kafka, follower);
    }

    // After all who watch the intakes (up to 2200).
    void start(@Observes @Priority(2250) StartupEvent event) {
        remembered.read().ifPresent(this::follow);
        follower.start();
        try {
            // The door opens when all have started: nobody comes too early where Kafka is there.
            boolean unused = follower.awaitWhole(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // Before the sources (500).
    void stop(@Observes @Priority(400) ShutdownEvent event) {
        follower.close();
        writer.close();
        remembered.close();
    }

    /** Who changes the registry; when a change is done, this has followed it. */
    RegistryWriter writer() {
        return writer;
    }

    /** The registry as it is followed. */
    Registry now() {
        return now;
    }

    /** Why a meter of the registry is not one of this gateway; empty where it is. */
    Optional<String> fault(String meter) {
        return Optional.ofNullable(faults.get(meter));
    }

    /** Whether it has been read to its end since the start; what is remembered from before may be old. */
    boolean isKnown() {
        return meters.isRegistryKnown();
    }

    /** How long the gateway has run. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }

    /**
     * The meter that an entry would be.
     *
     * @throws IllegalArgumentException with one line for people when it would be none
     */
    Meter made(String name, MeterEntry entry) {
        return maker.ofEntry(name, entry);
    }

    private record Followed(MeterEntry entry, Meter meter) {}

    private synchronized void told(Registry registry) {
        if (!recovering && follower.isUntouched() && !now.byKey().isEmpty()) {
            recovering = true;
            Registry known = now;
            // Its listener must not wait for itself.
            Thread anew = new Thread(() -> writeAnew(known), "registry-anew");
            anew.setDaemon(true);
            anew.start();
        }
        if (!recovering) {
            follow(registry);
            remembered.keep(registry);
        }
        meters.registryIsKnown();
    }

    // Kafka has lost its disk, or is another one. Until what is known is back, what is there is not all: followed or
    // kept, it would end the other meters, on disk too.
    private void writeAnew(Registry known) {
        boolean written = false;
        try {
            while (!written) {
                written = isWritten(known);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            recovering = false;
            told(follower.now());
        }
    }

    private boolean isWritten(Registry known) throws InterruptedException {
        try {
            Map<String, Optional<RegistryEntry>> entries = writer.change(there -> {
                Map<String, Optional<RegistryEntry>> missing = missing(known, there);
                return new RegistryChange<>(missing, missing);
            });
            LOG.warnf(
                    "Kafka had no registry any longer: of the %d entries that this gateway remembers, %d were written"
                            + " anew, and the others were there again",
                    known.byKey().size(), entries.size());
            // Who was removed while this gateway was away is among them, or a member who left.
            whoReads(entries)
                    .ifPresent(open -> LOG.warnf(
                            "readers and groups are open again: %s; remove those who left (./sem reader, ./sem group)",
                            open));
            return true;
        } catch (RegistryAwayException | RuntimeException e) {
            // Given up, nothing would be followed any more.
            LOG.warnf(
                    "Kafka has no registry any longer, and it could not be written anew, trying on: %s",
                    e.getMessage());
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return false;
        }
    }

    /** By whom meters are read among entries, readers and groups, each with its version; empty where there is none. */
    static Optional<String> whoReads(Map<String, Optional<RegistryEntry>> entries) {
        return new TreeMap<>(entries)
                .entrySet().stream()
                        .filter(one -> EntryKind.METER.name(one.getKey()).isEmpty())
                        .flatMap(one -> one.getValue().stream()
                                .map(entry -> one.getKey() + " (version " + entry.version() + ")"))
                        .reduce((some, next) -> some + ", " + next);
    }

    /**
     * What is known and not there, or there in an older version. Whoever was faster otherwise, another gateway or an
     * administrator, knows better what it wrote, and what cannot be read is left.
     */
    static Map<String, Optional<RegistryEntry>> missing(Registry known, Registry there) {
        Map<String, Optional<RegistryEntry>> missing = new HashMap<>();
        known.byKey().forEach((key, entry) -> {
            boolean older = there.at(key).stream().allMatch(one -> one.version() < entry.version());
            if (older && !there.broken().containsKey(key)) {
                missing.put(key, Optional.of(entry));
            }
        });
        return missing;
    }

    // On one thread at a time: at the start, and then who is told.
    private void follow(Registry registry) {
        Map<String, String> wrong = new TreeMap<>();
        Map<String, Followed> made = new TreeMap<>();
        registry.of(EntryKind.METER).forEach((name, entry) -> {
            if (meters.isOfEnvironment(name)) {
                wrong.put(name, "the environment of this gateway sets a meter of this name, which wins");
                return;
            }
            try {
                made.put(name, followed(name, entry));
            } catch (IllegalArgumentException e) {
                wrong.put(name, e.getMessage());
            }
        });
        wrong.forEach((name, why) -> {
            if (!why.equals(faults.get(name))) {
                MeterLog.about(name, () -> LOG.warnf("meter %s of the registry is passed over: %s", name, why));
            }
        });
        // An intake is there before the first key opens it, and as long as one does.
        made.values().stream().filter(this::isNew).forEach(each -> intakes.begin(each.meter()));
        meters.registered(made.values().stream().map(Followed::meter).toList());
        List<String> gone = new ArrayList<>(followed.keySet());
        gone.removeAll(made.keySet());
        gone.forEach(intakes::end);
        followed = made;
        faults = Map.copyOf(wrong);
        now = registry;
    }

    // An entry that has not changed is the same meter still: of many thousands one changes at a time.
    private Followed followed(String name, MeterEntry entry) {
        Followed before = followed.get(name);
        return before != null && before.entry().equals(entry)
                ? before
                : new Followed(entry, maker.ofEntry(name, entry));
    }

    /** Whether it is new, or what it is read by has changed; with other keys alone it goes on as it is. */
    private boolean isNew(Followed now) {
        Followed before = followed.get(now.meter().name());
        return before == null || !before.entry().settings().equals(now.entry().settings());
    }
}
