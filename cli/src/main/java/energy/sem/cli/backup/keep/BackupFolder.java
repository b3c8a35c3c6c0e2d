package energy.sem.cli.backup.keep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import energy.sem.cli.StartFailure;

/**
 * A folder of backups. A file gets its name there only when all of it is on the disk: it is written beside, under
 * {@code …semb.part}, and what a killed writer left of that is deleted by the next one.
 */
public final class BackupFolder {
    private static final String PART = ".part";

    private final Path path;

    /** @param path made when something is written to it */
    public BackupFolder(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /** Writes the file's bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The backups in it, the newest first; none when there is no folder. */
    public List<BackupFile> list() {
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.empty()) {
            return files.flatMap(file -> BackupFile.of(file).stream())
                    .sorted(Comparator.comparing(BackupFile::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new StartFailure("the folder " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    public Optional<BackupFile> newest() {
        return list().stream().findFirst();
    }

    /**
     * Writes a file, whole or not at all, readable by its owner only.
     *
     * @return where it is
     * @throws IOException when it cannot be written; nothing of it is left then
     */
    public Path write(String name, Content content) throws IOException {
        makeFolder();
        deleteLeftovers();
        Path whole = path.resolve(name);
        Path part = path.resolve(name + PART);
        if (Files.exists(whole)) {
            throw new FileAlreadyExistsException(whole.toString(), null, "a backup was made in this second");
        }
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            FileLock lock = channel.lock();
            content.writeTo(Channels.newOutputStream(channel));
            channel.force(true);
            lock.release();
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        forceFolder();
        return whole;
    }

    /**
     * Deletes what the rule (7 days, 4 weeks, 12 months) does not keep. Never the newest, never one that was made before
     * something, never a file that is not ours.
     *
     * @return what was deleted
     */
    public List<BackupFile> prune() throws IOException {
        List<BackupFile> ruled = list().stream().filter(file -> !file.kept()).toList();
        Set<Instant> kept = KeepRule.kept(ruled.stream().map(BackupFile::at).collect(Collectors.toSet()));
        List<BackupFile> superfluous =
                ruled.stream().filter(file -> !kept.contains(file.at())).toList();
        for (BackupFile file : superfluous) {
            Files.delete(file.path());
        }
        return superfluous;
    }

    private void makeFolder() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** A part that nobody writes has no lock. */
    private void deleteLeftovers() throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(path)) {
            parts = files.filter(file -> isPart(file)).toList();
        }
        for (Path part : parts) {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) {
                    Files.delete(part);
                }
            } catch (OverlappingFileLockException e) {
                // This very process writes it.
            }
        }
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(PART)
                && BackupFile.of(file.resolveSibling(name.substring(0, name.length() - PART.length())))
                        .isPresent();
    }

    /** The new name itself must survive a power cut. */
    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
