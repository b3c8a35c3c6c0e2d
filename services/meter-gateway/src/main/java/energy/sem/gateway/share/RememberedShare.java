package energy.sem.gateway.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import org.jboss.logging.Logger;

/** The share that was this gateway's last, on its disk: for a start while Kafka is away. */
final class RememberedShare {
    private static final Logger LOG = Logger.getLogger(RememberedShare.class);

    private final Path file;

    /** @param folder the gateway's own; made when absent */
    RememberedShare(Path folder) {
        this.file = folder.resolve("share");
    }

    /** The last one; empty where there was none, or what is there cannot be read. */
    Optional<Share> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Share.parse(Files.readString(file)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warnf("%s cannot be read: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    void keep(Share share) {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, share.line() + "\n");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warnf(
                    "%s cannot be written, a start without Kafka will not know what to read: %s", file, e.getMessage());
        }
    }
}
