package energy.sem.cli.backup;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

import energy.sem.cli.StartFailure;
import energy.sem.cli.screen.Screen;
import energy.sem.registry.BrokenEntryException;
import energy.sem.registry.EntryKind;
import energy.sem.registry.RegistryAwayException;
import energy.sem.registry.RegistryCopy;

/**
 * The registry of meters, readers and groups in a backup: a file of it beside keys and settings, which backups of before the registry do
 * not have.
 * Stateless.
 */
final class RegistryPart {
    /** As the topic. No file of keys or settings is called so. */
    static final String NAME = "sem.registry";

    private RegistryPart() {}

    /** What a Kafka has, as it goes into the file; empty, with a line of why, where Kafka does not say. */
    static Optional<byte[]> read(Optional<String> kafka, Screen screen) {
        if (kafka.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RegistryCopy.of(client(kafka.get())).bytes());
        } catch (RegistryAwayException e) {
            screen.line("The registry could not be read, and is not in this backup: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /**
     * The registry that a file is.
     *
     * @throws IOException when it is none
     */
    static RegistryCopy parse(byte[] file) throws IOException {
        try {
            return RegistryCopy.of(file);
        } catch (BrokenEntryException e) {
            throw new IOException("the registry in it cannot be read: " + e.getMessage(), e);
        }
    }

    /** Puts it on a Kafka whose registry is empty, and says what became of it. */
    static void putBack(RegistryCopy registry, Optional<String> kafka, Screen screen) {
        if (registry.size() == 0) {
            return;
        }
        if (kafka.isEmpty()) {
            screen.line(
                    "The backup has " + entries(registry.size()) + " of the registry, and Kafka was not named (--kafka"
                            + " HOST:PORT): run it again with --kafka to have them back.");
            return;
        }
        try {
            SortedSet<String> missing = registry.putBack(client(kafka.get()));
            screen.line(
                    missing.isEmpty()
                            ? "Of the registry all of the backup's " + entries(registry.size()) + " are there."
                            : "The registry has entries and stays as it is. Of the backup's these are not in it, and"
                                    + " ./sem meter add, ./sem group add, or ./sem reader add with a new key, adds them: "
                                    + String.join(", ", missing).replace("meter/", "") + ".");
            String readers = String.join(", ", registry.names(EntryKind.READER));
            String groups = String.join(", ", registry.names(EntryKind.GROUP));
            if (missing.isEmpty() && !groups.isEmpty()) {
                screen.line("Groups among them, with the members of that time: " + groups + ".");
            }
            if (missing.isEmpty() && !readers.isEmpty()) {
                screen.line("Readers among them, with the keys of that time: " + readers
                        + ". Who left since is taken away by ./sem reader remove.");
            }
        } catch (RegistryAwayException e) {
            throw new StartFailure(
                    "the tables are back, and the registry is not: " + e.getMessage()
                            + ". Restore it again when Kafka runs.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("interrupted", e);
        }
    }

    private static String entries(int count) {
        return count == 1 ? "1 entry" : count + " entries";
    }

    static Map<String, Object> client(String bootstrapServers) {
        return Map.of(
                "bootstrap.servers", bootstrapServers, "request.timeout.ms", 30_000, "default.api.timeout.ms", 60_000);
    }
}
