package energy.sem.files.unpack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import energy.sem.files.HistoryFileException;

/**
 * A folder of its own for what must lie on the disk, made when it is first needed and emptied at the end. All that one opened file
 * unpacks has one bound, whatever it says of itself.
 */
public final class UnpackFolder implements Closeable {
    /** Beside the packed file (sem.import.max-size) this is below the sizeLimit of /tmp in infra/k8s/base/ingest.yaml. */
    private static final long MOST_BYTES = 3_584L << 20;

    /** Stays free on the disk, which the database may share; of a small file system (a tmpfs) a tenth. */
    private static final long FREE_BYTES = 512L << 20;

    private static final int FREE_SHARE = 10;
    private static final int BUFFER = 64 * 1024;
    private static final long LOOK_EACH_BYTES = 4L << 20;

    private final Path room;
    private final long mostBytes;
    private final long freeBytes;
    private Path folder;
    private int files;
    private long bytes;

    /** @param room where it is made */
    public UnpackFolder(Path room) {
        this(room, MOST_BYTES, FREE_BYTES);
    }

    /**
     * One in the temporary folder.
     *
     * @param mostBytes of all files in it together
     * @param freeBytes that stay free in its file system, but no more than a tenth of it
     */
    UnpackFolder(long mostBytes, long freeBytes) {
        this(Path.of(System.getProperty("java.io.tmpdir")), mostBytes, freeBytes);
    }

    private UnpackFolder(Path room, long mostBytes, long freeBytes) {
        this.room = room;
        this.mostBytes = mostBytes;
        this.freeBytes = freeBytes;
    }

    /**
     * A new file in it with these bytes.
     *
     * @throws HistoryFileException if there is no room for them
     */
    public synchronized Path unpack(InputStream from) throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory(room, "sem-import-");
        }
        Path file = folder.resolve("unpacked-" + files++);
        FileStore store = Files.getFileStore(folder);
        try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            byte[] some = new byte[BUFFER];
            long lookAt = bytes;
            for (int read = from.read(some); read >= 0; read = from.read(some)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw new HistoryFileException("What is packed in the file is larger than " + (mostBytes >> 20)
                            + " MiB: unpack it yourself, and give the one file with the meter readings.");
                }
                if (bytes > lookAt) {
                    keepFree(store);
                    lookAt = bytes + LOOK_EACH_BYTES;
                }
                to.write(some, 0, read);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }

    private void keepFree(FileStore store) throws IOException {
        long free = Math.min(freeBytes, store.getTotalSpace() / FREE_SHARE);
        if (store.getUsableSpace() < free + LOOK_EACH_BYTES) {
            throw new HistoryFileException(
                    "The disk has no room to unpack the file (" + (free >> 20)
                            + " MiB of it stay free): make room, or unpack it elsewhere and give the one file with the meter readings.");
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (folder == null) {
            return;
        }
        List<Path> left;
        try (Stream<Path> inside = Files.list(folder)) {
            left = inside.toList();
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
        folder = null;
    }
}
