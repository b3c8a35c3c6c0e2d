package energy.sem.cli.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When and why parts of a running {@code ./sem up} ended: written into its data folder by who keeps
 * them, read by who looks at it later, since the terminal has scrolled on or is not there. The last two hundred are kept.
 * Thread-safe within a process.
 */
public final class Ends {
    private static final String FILE = "ends.tsv";
    private static final int KEPT = 200;
    private static final int LONGEST = 500;
    private static final Object WRITING = new Object();

    /**
     * One of them.
     *
     * @param at when
     * @param part its name, such as history
     * @param cause why, a clause on one line
     */
    public record End(Instant at, String part, String cause) {
        private static Optional<End> read(String line) {
            String[] cells = line.split("\t", 3);
            try {
                return cells.length < 3
                        ? Optional.empty()
                        : Optional.of(new End(Instant.parse(cells[0]), cells[1], cells[2]));
            } catch (DateTimeException e) {
                // Cut off by a full disk, or not ours.
                return Optional.empty();
            }
        }

        private String written() {
            return at + "\t" + part + "\t" + cause;
        }
    }

    private Ends() {}

    /** Adds one. Where it cannot be written, on a full disk above all, there is none: what ended has to be started again. */
    public static void add(Path folder, Instant at, String part, String cause) {
        String line = cause.replaceAll("\\s+", " ");
        synchronized (WRITING) {
            List<End> all = new ArrayList<>(all(folder));
            all.add(new End(at, part, line.substring(0, Math.min(line.length(), LONGEST))));
            Path whole = folder.resolve(FILE);
            Path next = folder.resolve(FILE + ".next");
            try {
                Files.write(
                        next,
                        all.stream()
                                .skip(Math.max(0, all.size() - KEPT))
                                .map(End::written)
                                .toList(),
                        StandardCharsets.UTF_8);
                Files.move(next, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                System.getLogger(Ends.class.getName()).log(System.Logger.Level.DEBUG, "ends are not written", e);
            }
        }
    }

    /** Forgets all: what ended before a new start says nothing of this run. */
    public static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those since then, the oldest first; none where none were written. */
    public static List<End> since(Path folder, Instant from) {
        return all(folder).stream().filter(end -> !end.at().isBefore(from)).toList();
    }

    private static List<End> all(Path folder) {
        try {
            String text = new String(Files.readAllBytes(folder.resolve(FILE)), StandardCharsets.UTF_8);
            return text.lines().flatMap(line -> End.read(line).stream()).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
