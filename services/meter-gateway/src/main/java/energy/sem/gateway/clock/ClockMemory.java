package energy.sem.gateway.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jboss.logging.Logger;

/**
 * Keeps on disk that one meter's clock was found to be off, so that a gateway that starts again need not find it out again:
 * one small file, as long as it is so. What cannot be written or read is found out again. Not thread-safe.
 */
public final class ClockMemory {
    private static final Logger LOG = Logger.getLogger(ClockMemory.class);
    private static final Duration DRIFT = Duration.ofMinutes(10);

    private final Path file;
    private Optional<Off> written;

    /**
     * A clock that is off.
     *
     * @param ahead how far it is ahead of this computer's
     * @param stated its last stamp
     */
    public record Off(Duration ahead, Instant stated) {}

    private ClockMemory(Path file) {
        this.file = file;
        this.written = read();
    }

    /**
     * The memory of one meter.
     *
     * @param folder the gateway's own; made when absent
     */
    public static ClockMemory of(Path folder, String meter) {
        return new ClockMemory(folder.resolve("clock-" + meter));
    }

    /** What was found when the gateway ran last. */
    public Optional<Off> off() {
        return written;
    }

    /** Keeps what is found now. */
    void keep(Off off) {
        boolean same = written.map(
                        w -> off != null && w.ahead.minus(off.ahead).abs().compareTo(DRIFT) < 0)
                .orElse(off == null);
        if (same) {
            return;
        }
        written = Optional.ofNullable(off);
        try {
            if (off == null) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                Path next = file.resolveSibling(file.getFileName() + ".new");
                Files.writeString(next, off.ahead + " " + off.stated + "\n");
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            LOG.warnf("%s cannot be written, a clock that is off will be found out again: %s", file, e.getMessage());
        }
    }

    private Optional<Off> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts = Files.readString(file).strip().split(" ", 2);
            return Optional.of(new Off(Duration.parse(parts[0]), Instant.parse(parts[1])));
        } catch (IOException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            LOG.warnf("%s cannot be read, a clock that is off will be found out again: %s", file, e.getMessage());
            return Optional.empty();
        }
    }
}
