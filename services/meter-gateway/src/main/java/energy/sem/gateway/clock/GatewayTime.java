package energy.sem.gateway.clock;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

import org.jboss.logging.Logger;

/**
 * This computer's clocks. A Raspberry Pi has no clock that goes on without power: it starts somewhere in the past and hears
 * the time from the network later. Until then it is known that it does not know. Thread-safe.
 */
public final class GatewayTime {
    private static final Logger LOG = Logger.getLogger(GatewayTime.class);

    /** Before this was written no SEM ran: a clock that says so has not been set yet. */
    public static final Instant FIRST = Instant.parse("2026-11-01T00:00:00Z");

    /**
     * So long a clock that is behind what this gateway has seen is waited for; then that was wrong, and not this. A clock that
     * once ran ahead must not stop the time for good.
     */
    private static final Duration WAITED_FOR = Duration.ofMinutes(10);

    private static final Duration KEPT_EVERY = Duration.ofMinutes(10);

    private final Clock wall;
    private final LongSupplier nanos;
    private final Path file;
    private final long startNanos;
    private final Instant seen;
    private Instant kept;

    /**
     * @param wall the time
     * @param nanos as {@link System#nanoTime()}
     * @param folder the gateway's own, in which the time that was seen is kept
     */
    public GatewayTime(Clock wall, LongSupplier nanos, Path folder) {
        this.wall = wall;
        this.nanos = nanos;
        this.file = folder.resolve("time-seen");
        this.startNanos = nanos.getAsLong();
        this.seen = read();
        this.kept = seen;
    }

    /** The clocks of the host, whose time is not before this program was installed. */
    public static GatewayTime ofHost(Path folder) {
        GatewayTime time = new GatewayTime(Clock.systemUTC(), System::nanoTime, folder);
        Instant installed = installed();
        return installed.isAfter(time.seen) ? new GatewayTime(time, installed) : time;
    }

    private GatewayTime(GatewayTime as, Instant seen) {
        this.wall = as.wall;
        this.nanos = as.nanos;
        this.file = as.file;
        this.startNanos = as.startNanos;
        this.seen = seen;
        this.kept = as.kept;
    }

    /** Now. */
    public Moment now() {
        Instant instant = wall.instant();
        long now = nanos.getAsLong();
        boolean waits = instant.isBefore(seen) && now - startNanos < WAITED_FOR.toNanos();
        return new Moment(instant, now, !instant.isBefore(FIRST) && !waits);
    }

    /** The clock on the wall. */
    public Clock wall() {
        return wall;
    }

    /** Keeps the time for the next start, each ten minutes. */
    public synchronized void keep() {
        Moment now = now();
        if (!now.known() || now.wall().isBefore(kept.plus(KEPT_EVERY))) {
            return;
        }
        kept = now.wall();
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, kept + "\n");
        } catch (IOException e) {
            LOG.debugf(e, "%s cannot be written", file);
        }
    }

    private Instant read() {
        try {
            return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : FIRST;
        } catch (IOException | DateTimeException e) {
            LOG.debugf(e, "%s cannot be read", file);
            return FIRST;
        }
    }

    private static Instant installed() {
        try {
            Path code = Path.of(GatewayTime.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.getLastModifiedTime(code).toInstant();
        } catch (IOException | URISyntaxException | RuntimeException e) {
            LOG.debugf(e, "when this was installed is not known");
            return FIRST;
        }
    }
}
