package energy.sem.cli.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

import energy.sem.cli.StartFailure;

/**
 * The data folder of one running {@code ./sem up}. It holds readings of simulated meters or of real ones, never both: an
 * invented kilowatt-hour must not end up on a real bill. The lock ends with this process, however it ends.
 */
public final class DataFolder implements AutoCloseable {
    /** What the readings in a folder are. */
    public enum Kind {
        SIMULATED,
        REAL
    }

    private static final String LOCK = "in-use-by";
    private static final String KIND = "kind-of-readings";

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process, and makes it when it is not there.
     *
     * @param path where
     * @param kind what will be written to it
     * @throws StartFailure when it cannot be written, is in use, or holds the other kind of readings
     */
    public static DataFolder take(Path path, Kind kind) {
        Path folder = path.toAbsolutePath().normalize();
        FileChannel lock;
        try {
            Files.createDirectories(folder);
            lock = FileChannel.open(
                    folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartFailure(
                    "the data folder " + folder + " cannot be written by " + System.getProperty("user.name")
                            + ": change its rights or give another with --data DIR.",
                    e);
        }
        DataFolder taken = new DataFolder(folder, lock);
        try {
            taken.lock();
            taken.keepKind(kind);
            return taken;
        } catch (IOException e) {
            taken.close();
            throw new StartFailure("the data folder " + folder + " cannot be used: " + e, e);
        } catch (StartFailure e) {
            taken.close();
            throw e;
        }
    }

    /** Whether a {@code ./sem up} runs with this folder. */
    public static boolean isInUse(Path path) {
        Path file = path.resolve(LOCK);
        if (!Files.isWritable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the readings in a folder are; empty when no {@code ./sem up} has run with it. */
    public static Optional<Kind> kindOf(Path path) {
        try {
            String found = Files.readString(path.resolve(KIND)).strip();
            return Stream.of(Kind.values())
                    .filter(kind -> kind.name().equals(found))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A path beside this one, such as {@code demo-2}, at which nothing is yet and a folder can be made; null without. */
    public static Path free(Path path) {
        for (int number = 2; number < 100; number++) {
            Path other = path.resolveSibling(path.getFileName() + "-" + number);
            if (!Files.exists(other)) {
                return canBeMade(other) ? other : null;
            }
        }
        return null;
    }

    private static boolean canBeMade(Path path) {
        Path there = path.getParent();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isDirectory(there) && Files.isWritable(there);
    }

    /** Its absolute path. */
    public Path path() {
        return path;
    }

    /** The folder of the log files, made when absent. */
    public Path logs() {
        Path logs = path.resolve("logs");
        try {
            return Files.createDirectories(logs);
        } catch (IOException e) {
            throw new StartFailure("cannot make the folder " + logs + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new StartFailure("cannot give back " + path + ": " + e.getMessage(), e);
        }
    }

    private void lock() throws IOException {
        if (!isFree()) {
            String holder =
                    Files.readString(path.resolve(LOCK), StandardCharsets.UTF_8).strip();
            throw new StartFailure("the data folder " + path + " is in use by another ./sem up (process " + holder
                    + "): stop that one or give another with --data DIR.");
        }
        lock.truncate(0);
        lock.write(StandardCharsets.UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
    }

    private boolean isFree() throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return false;
        }
    }

    private void keepKind(Kind kind) throws IOException {
        Path file = path.resolve(KIND);
        if (!Files.exists(file)) {
            Files.writeString(file, kind.name() + "\n");
            return;
        }
        String found = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!found.equals(kind.name())) {
            boolean simulated = found.equals(Kind.SIMULATED.name());
            throw new StartFailure("the data folder " + path + " holds readings of "
                    + (simulated ? "a simulated household: a real meter" : "a real meter: a simulated household")
                    + " needs a folder of its own, give one with --data DIR.");
        }
    }
}
