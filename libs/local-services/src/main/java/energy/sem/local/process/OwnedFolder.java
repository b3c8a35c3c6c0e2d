package energy.sem.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import energy.sem.local.LocalServiceException;

/**
 * A folder that belongs to one service of one JVM at a time. It is made when absent, readable by its owner only. The
 * lock ends with the JVM however that ends; a service of a JVM that was killed is waited for.
 */
public final class OwnedFolder implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path path;
    private final FileChannel lockFile;

    private OwnedFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Takes the folder.
     *
     * @throws LocalServiceException when it cannot be written or another process uses it; the message names it
     */
    public static OwnedFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new LocalServiceException(
                    "The data folder " + path + " cannot be written by user " + System.getProperty("user.name")
                            + ": give it to this user or choose another folder (" + e + ")",
                    e);
        }
        OwnedFolder owned = new OwnedFolder(path, channel);
        try {
            owned.lock();
            owned.awaitEndOfPredecessor();
            return owned;
        } catch (RuntimeException e) {
            owned.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    /** Writes down which process uses the folder, for whoever takes it after this JVM was killed. */
    public void usedBy(ChildProcess child) {
        String startedAt = ProcessHandle.of(child.pid())
                .flatMap(handle -> handle.info().startInstant())
                .map(Instant::toString)
                .orElse("");
        try {
            Files.writeString(pidFile(), child.pid() + " " + startedAt);
        } catch (IOException e) {
            throw new LocalServiceException("cannot write " + pidFile() + ": " + e.getMessage(), e);
        }
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new LocalServiceException("cannot release " + path + ": " + e.getMessage(), e);
        }
    }

    private void lock() {
        FileLock lock;
        try {
            lock = lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        } catch (IOException e) {
            throw new LocalServiceException("cannot lock the data folder " + path + ": " + e.getMessage(), e);
        }
        if (lock == null) {
            throw new LocalServiceException("The data folder " + path
                    + " is in use by another process: stop that one first or choose another folder");
        }
    }

    private void awaitEndOfPredecessor() {
        Optional<ProcessHandle> predecessor = predecessor();
        if (predecessor.isEmpty()) {
            return;
        }
        try {
            predecessor.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new LocalServiceException("The data folder " + path + " is in use by process "
                    + predecessor.get().pid() + ": stop that one first or choose another folder");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServiceException("interrupted while waiting for the data folder " + path, e);
        } catch (ExecutionException e) {
            throw new LocalServiceException("cannot watch the process that uses " + path, e);
        }
    }

    private Optional<ProcessHandle> predecessor() {
        try {
            if (!Files.exists(pidFile())) {
                return Optional.empty();
            }
            String[] pidAndStart = Files.readString(pidFile()).split(" ", 2);
            return ProcessHandle.of(Long.parseLong(pidAndStart[0]))
                    // A zombie has no program any more; another process with the same pid started at another time.
                    .filter(handle -> handle.info().command().isPresent())
                    .filter(handle -> handle.info()
                            .startInstant()
                            .map(Instant::toString)
                            .orElse("")
                            .equals(pidAndStart[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            // Cut off by a power failure, which ended that process too.
            return Optional.empty();
        } catch (IOException e) {
            throw new LocalServiceException("cannot read " + pidFile() + ": " + e.getMessage(), e);
        }
    }

    private Path pidFile() {
        return path.resolve("pid");
    }
}
