package energy.sem.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

import energy.sem.files.reading.SqliteFile;
import energy.sem.files.unpack.CountedStream;
import energy.sem.files.unpack.Packing;
import energy.sem.files.unpack.Part;
import energy.sem.files.unpack.UnpackFolder;
import energy.sem.files.unpack.ZipArchive;

/**
 * A file that a user has, unwrapped: the histories in it, and what nothing is known of. {@code .gz} and {@code .zip} are unwrapped
 * once each; a zip with several files gives each of them. Close it after the last reading. Not thread-safe.
 */
public final class HistoryFile implements Closeable {
    private static final int SHOWN = 300;
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{8,}");

    private final List<HistorySource> sources = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final UnpackFolder folder;
    private final AtomicLong bytesRead = new AtomicLong();
    private final Path file;
    private ZipArchive zip;

    private HistoryFile(Path file, Path room) {
        this.file = file;
        this.folder = new UnpackFolder(room);
    }

    /**
     * Looks at the file and finds what wrote it.
     *
     * @throws HistoryFileException if it is damaged, empty or no file
     */
    public static HistoryFile open(Path path) throws IOException {
        return open(path, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * The same.
     *
     * @param room the folder in which it is unpacked where that is needed, instead of the temporary one
     * @throws HistoryFileException if it is damaged, empty or no file
     */
    public static HistoryFile open(Path path, Path room) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new HistoryFileException("There is no such file, or it is no file: check its name.");
        }
        if (Files.size(path) == 0) {
            throw new HistoryFileException("The file is empty: download or copy it again.");
        }
        HistoryFile opened = new HistoryFile(path, room);
        try {
            opened.look();
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** The histories in it; empty if nothing in it is known. */
    public List<HistorySource> sources() {
        return List.copyOf(sources);
    }

    /**
     * What nothing is known of, a sentence each with the beginning of the first line, so that people see what they have and can
     * tell; long numbers in it are hidden, since they may be EANs. Empty if all is known.
     */
    public List<String> unknown() {
        return List.copyOf(unknown);
    }

    private void look() throws IOException {
        byte[] beginning = beginning(() -> Files.newInputStream(file));
        if (Packing.of(beginning) == Packing.ZIP) {
            lookIntoZip();
        } else {
            long size = Files.size(file);
            add(
                    String.valueOf(file.getFileName()),
                    () -> counted(Files.newInputStream(file)),
                    size,
                    this::openBeside,
                    file);
        }
    }

    private void lookIntoZip() throws IOException {
        zip = ZipArchive.open(file);
        if (isOneHistory(zip.names())) {
            return;
        }
        for (ZipEntry entry : zip.entries()) {
            if (!isOfAnother(entry.getName(), zip.names())) {
                add(entry.getName(), () -> zip.open(entry.getName()), entry.getCompressedSize(), zip::open, null);
            }
        }
    }

    /** Whether it is the second file of a feed of emonCMS, which the first one opens. */
    private static boolean isOfAnother(String name, List<String> names) {
        return name.endsWith(".dat") && names.contains(name.substring(0, name.length() - 4) + ".meta");
    }

    private boolean isOneHistory(List<String> names) throws IOException {
        Optional<String> manifest =
                names.stream().filter(name -> name.endsWith("manifest.json")).findFirst();
        byte[] beginning = manifest.isPresent() ? beginning(() -> zip.open(manifest.get())) : new byte[0];
        Optional<HistoryFormat> format = HistoryFormats.find(new FileBeginning(beginning, Map.of(), names));
        format.ifPresent(found -> sources.add(new Found(
                found,
                new Part(
                        String.valueOf(file.getFileName()),
                        () -> Files.newInputStream(file),
                        Packing.ZIP,
                        file.toFile().length(),
                        names,
                        zip::open,
                        folder,
                        file))));
        return format.isPresent();
    }

    private void add(String name, Part.Packed bytes, long size, Part.Beside beside, Path plain) throws IOException {
        byte[] beginning = beginning(bytes);
        Packing packing = Packing.of(beginning);
        Part part =
                new Part(name, bytes, packing, size, List.of(), beside, folder, packing == Packing.GZIP ? null : plain);
        if (packing == Packing.GZIP) {
            beginning = beginning(part::open);
        }
        if (Packing.of(beginning) == Packing.ZIP
                || (packing == Packing.GZIP && Packing.of(beginning) == Packing.GZIP)) {
            unknown.add(shownName(name) + " is packed twice: unpack it once and give what is in it.");
            return;
        }
        FileBeginning looked = new FileBeginning(
                beginning,
                Packing.of(beginning) == Packing.SQLITE ? SqliteFile.tables(part.onDisk()) : Map.of(),
                List.of());
        Optional<HistoryFormat> format = HistoryFormats.find(looked);
        format.ifPresentOrElse(
                found -> sources.add(new Found(found, part)),
                () -> unknown.add(
                        shownName(name) + " is of no format that is known. It begins with: " + shown(looked)));
    }

    private static String shownName(String name) {
        return LONG_NUMBER.matcher(name).replaceAll("…");
    }

    private static String shown(FileBeginning beginning) {
        if (!beginning.tables().isEmpty()) {
            return "an SQLite database with the tables "
                    + String.join(
                            ", ",
                            beginning.tables().keySet().stream()
                                    .sorted()
                                    .limit(30)
                                    .toList());
        }
        StringBuilder text = new StringBuilder();
        beginning
                .firstLine()
                .codePoints()
                .limit(SHOWN)
                .forEach(c -> text.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return LONG_NUMBER.matcher(text).replaceAll("…");
    }

    private static byte[] beginning(Part.Packed bytes) throws IOException {
        try (InputStream opened = bytes.open()) {
            return opened.readNBytes(FileBeginning.MOST_BYTES);
        }
    }

    private InputStream counted(InputStream bytes) {
        return new CountedStream(bytes, bytesRead);
    }

    private InputStream openBeside(String name) throws IOException {
        Path beside = file.resolveSibling(name);
        if (!Files.isRegularFile(beside)) {
            throw new HistoryFileException("Beside this file a second one is needed: " + shownName(name));
        }
        return Files.newInputStream(beside);
    }

    @Override
    public void close() throws IOException {
        sources.clear();
        try {
            if (zip != null) {
                zip.close();
            }
        } finally {
            folder.close();
        }
    }

    private final class Found implements HistorySource {
        private final HistoryFormat format;
        private final Part part;

        Found(HistoryFormat format, Part part) {
            this.format = format;
            this.part = part;
        }

        @Override
        public String format() {
            return format.name();
        }

        @Override
        public String name() {
            return part.name();
        }

        @Override
        public void read(ReadingOptions options, HistoryRows rows) throws IOException {
            bytesRead.set(0);
            format.read(part, options, rows);
        }

        @Override
        public OptionalDouble shareRead() {
            long size = file.toFile().length();
            return zip != null || size == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Math.min(1, (double) bytesRead.get() / size));
        }
    }
}
