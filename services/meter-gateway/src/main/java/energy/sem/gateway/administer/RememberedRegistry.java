package energy.sem.gateway.administer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import energy.sem.registry.BrokenEntryException;
import energy.sem.registry.EntryJson;
import energy.sem.registry.EntryKind;
import energy.sem.registry.Registry;
import energy.sem.registry.RegistryEntry;

/**
 * The registry as it was followed last, on disk: after a power cut the gateway is there before Kafka is, and sensors do not
 * send twice. A line a meter: its name, a space, its entry; of others its record's key instead of the name. It is written on
 * a thread of its own, and not more often than each few seconds: with thousands of meters it is some megabytes, on an SD card.
 * What cannot be written or read is read from Kafka.
 */
final class RememberedRegistry implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RememberedRegistry.class);

    private static final int PAUSE_MILLIS = 5_000;
    private static final int STOP_MILLIS = 3_000;

    private final Path file;
    private final Thread thread = new Thread(this::run, "registry-memory");
    // The two below, guarded by this.
    private Registry next;
    private boolean closed;
    private Map<String, RegistryEntry> written;

    /** @param folder the gateway's own; made when absent */
    RememberedRegistry(Path folder) {
        this.file = folder.resolve("registry");
        thread.setDaemon(true);
    }

    /** What was followed last; empty where nothing was. */
    Optional<Registry> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, RegistryEntry> entries = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                int space = line.indexOf(' ');
                String first = line.substring(0, Math.max(0, space));
                EntryKind<?> kind = EntryKind.of(first).orElse(EntryKind.METER);
                String name = kind.name(first).orElse(first);
                if (!EntryJson.isName(name)) {
                    throw new IOException("a line does not begin with a name");
                }
                byte[] entry = line.substring(space + 1).getBytes(StandardCharsets.UTF_8);
                entries.put(kind.key(name), EntryJson.read(kind, entry));
            }
            return Optional.of(new Registry(entries, Map.of()));
        } catch (IOException | BrokenEntryException e) {
            LOG.warnf("%s cannot be read, the registry is waited for: %s", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Keeps what is followed now, soon. */
    synchronized void keep(Registry registry) {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        next = registry;
        notifyAll();
    }

    private void run() {
        try {
            for (Registry due = due(); due != null; due = due()) {
                write(due);
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for something to be written; null when there is nothing more. */
    private synchronized Registry due() throws InterruptedException {
        while (next == null && !closed) {
            wait();
        }
        Registry due = next;
        next = null;
        return due;
    }

    private synchronized void pause() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS);
        for (long left = PAUSE_MILLIS;
                left > 0 && !closed;
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())) {
            wait(left);
        }
    }

    /** Writes what is not written yet. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(Registry registry) {
        Map<String, RegistryEntry> entries = registry.byKey();
        if (entries.equals(written) || (entries.isEmpty() && !Files.exists(file))) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(entries)
                .forEach((key, entry) -> lines.append(EntryKind.METER.name(key).orElse(key))
                        .append(' ')
                        .append(new String(EntryJson.write(entry), StandardCharsets.UTF_8))
                        .append('\n'));
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, lines);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            written = entries;
        } catch (IOException e) {
            LOG.warnf(
                    "%s cannot be written, a start without Kafka will not know the registry: %s", file, e.getMessage());
        }
    }
}
