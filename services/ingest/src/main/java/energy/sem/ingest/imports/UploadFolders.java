package energy.sem.ingest.imports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders for files that are being imported, one each. A process holds a lock in each of its own for as long as it lives, however it
 * ends, so that the next start knows which of them nobody needs any more; numbers of processes would not say that, every container
 * begins anew with them. Thread-safe.
 */
final class UploadFolders {
    private static final String PREFIX = "sem-ingest-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "[0-9]+");
    private static final String LOCK = "in-use";

    private final Path room;
    private final Map<Path, FileChannel> locks = new ConcurrentHashMap<>();

    /** @param room where they are made: the temporary folder */
    UploadFolders(Path room) {
        this.room = room;
    }

    /** A new one, which only this user can read. */
    Path make() throws IOException {
        // It gets its name when its lock is held: before, another start would take it for one that is left.
        Path unnamed = Files.createTempDirectory(room, PREFIX + "new-");
        FileChannel lock =
                FileChannel.open(unnamed.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock.lock();
            String number = unnamed.getFileName().toString().substring((PREFIX + "new-").length());
            Path folder = Files.move(unnamed, room.resolve(PREFIX + number));
            locks.put(folder, lock);
            return folder;
        } catch (IOException | RuntimeException e) {
            lock.close();
            delete(unnamed);
            throw e;
        }
    }

    /** Removes one of its own with all that is in it. */
    void remove(Path folder) throws IOException {
        FileChannel lock = locks.remove(folder);
        try {
            delete(folder);
        } finally {
            lock.close();
        }
    }

    /**
     * Removes what processes have left that were killed; call it before the first {@link #make}.
     *
     * @return how many folders
     */
    int removeLeft() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(room)) {
            folders = all.filter(
                            each -> NAME.matcher(each.getFileName().toString()).matches())
                    .toList();
        }
        int removed = 0;
        for (Path folder : folders) {
            removed += removedIfLeft(folder) ? 1 : 0;
        }
        return removed;
    }

    private static boolean removedIfLeft(Path folder) {
        Path file = folder.resolve(LOCK);
        if (Files.isSymbolicLink(folder) || Files.isSymbolicLink(file)) {
            return false;
        }
        try (FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (lock.tryLock() == null) {
                return false;
            }
            delete(folder);
            return true;
        } catch (IOException e) {
            // Another user's, or another start has removed it.
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> inside = Files.walk(folder)) {
            all = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }
}
