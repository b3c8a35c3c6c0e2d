package energy.sem.files.unpack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import energy.sem.files.HistoryFileException;

/** A zip file within bounds: not too many files, none that grows to fill a disk, none that says more than it holds. */
public final class ZipArchive implements Closeable {
    private static final int MOST_MEMBERS = 2_000;

    private final ZipFile zip;
    private final List<ZipEntry> entries = new ArrayList<>();

    private ZipArchive(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens it.
     *
     * @throws HistoryFileException if it is damaged or beyond the bounds
     */
    public static ZipArchive open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            // The latter of names that are no text (java.util.zip).
            throw new HistoryFileException("The zip file is cut off or damaged: download or copy it again.", e);
        }
        ZipArchive archive = new ZipArchive(zip);
        try {
            archive.list(Files.size(file));
            return archive;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private void list(long size) throws HistoryFileException {
        if (zip.size() > MOST_MEMBERS) {
            throw new HistoryFileException("The zip file has more than " + MOST_MEMBERS
                    + " files in it: unpack it and give those of your meter.");
        }
        long packed = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            packed += Math.max(0, entry.getCompressedSize());
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                entries.add(entry);
            }
        }
        if (packed > size) {
            throw new HistoryFileException(
                    "The zip file says more than it holds: it is damaged or made to fill a disk.");
        }
    }

    /** Its files, without folders and what macOS adds. */
    public List<ZipEntry> entries() {
        return List.copyOf(entries);
    }

    /** The names of its files. */
    public List<String> names() {
        return entries.stream().map(ZipEntry::getName).toList();
    }

    /** A file from its beginning; the caller closes it. */
    public InputStream open(String member) throws IOException {
        ZipEntry entry = zip.getEntry(member);
        if (entry == null) {
            throw new HistoryFileException("In the zip file a part is missing that it should have.");
        }
        try {
            return new UnpackedStream(zip.getInputStream(entry), entry.getCompressedSize());
        } catch (IOException | IllegalArgumentException e) {
            throw new HistoryFileException("The zip file is damaged: download or copy it again.", e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
