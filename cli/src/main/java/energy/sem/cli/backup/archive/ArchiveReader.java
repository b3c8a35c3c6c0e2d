package energy.sem.cli.backup.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;

/**
 * Reads one backup. Whoever has {@linkplain #read read} it to its end without an exception has read all of what was written,
 * and nothing else. Used once, by one thread.
 */
public final class ArchiveReader implements AutoCloseable {
    private final InputStream file;
    private final DataInputStream in;
    private final Manifest manifest;

    /** Takes the entries as they come; what it leaves of one is read over. */
    public interface Receiver {
        /** A table's rows, each a line. */
        void table(TableDefinition table, InputStream rows) throws IOException;

        /** A file of keys or settings. */
        void file(String name, InputStream content) throws IOException;
    }

    private ArchiveReader(InputStream file, Optional<Passphrase> passphrase) throws IOException {
        this.file = file;
        try {
            this.in = new DataInputStream(
                    new BufferedInputStream(new InflaterInputStream(new SealedInput(file, passphrase)), 1 << 16));
            if (in.readByte() != Entries.MANIFEST || !in.readUTF().isEmpty()) {
                throw new DamagedArchiveException("it was changed: it does not begin as a backup does");
            }
            this.manifest = Entries.JSON.readValue(new BlockInput(in).readAllBytes(), Manifest.class);
        } catch (EOFException | ZipException | JacksonException e) {
            throw damaged(e);
        }
    }

    /**
     * Opens a file and reads its manifest.
     *
     * @throws DamagedArchiveException when it is no backup, is damaged, or the passphrase is wrong or missing
     * @throws IOException when it cannot be read
     */
    public static ArchiveReader open(Path path, Optional<Passphrase> passphrase) throws IOException {
        InputStream file;
        try {
            file = Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        }
        try {
            return new ArchiveReader(new BufferedInputStream(file, 1 << 17), passphrase);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Reads a file to its end and checks all of it, without doing anything with it.
     *
     * @return its manifest
     */
    public static Checked check(Path path, Optional<Passphrase> passphrase) throws IOException {
        List<String> files = new ArrayList<>();
        try (ArchiveReader reader = open(path, passphrase)) {
            List<TableTotal> totals = reader.read(new Receiver() {
                @Override
                public void table(TableDefinition table, InputStream rows) {
                    // Summing it up is the reader's business.
                }

                @Override
                public void file(String name, InputStream content) {
                    files.add(name);
                }
            });
            return new Checked(reader.manifest, totals, List.copyOf(files));
        }
    }

    /**
     * What a whole file has in it.
     *
     * @param manifest what it is of
     * @param totals of each table
     * @param files the names of keys and settings
     */
    public record Checked(Manifest manifest, List<TableTotal> totals, List<String> files) {
        /** Rows of all tables. */
        public long rows() {
            return totals.stream().mapToLong(TableTotal::rows).sum();
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /**
     * Reads all entries.
     *
     * @return the totals of its tables, with which the rows that came agree
     * @throws DamagedArchiveException when it is cut off or changed anywhere
     */
    public List<TableTotal> read(Receiver receiver) throws IOException {
        List<TableTotal> found = new ArrayList<>();
        try {
            for (int kind = in.readByte(); kind != Entries.TOTALS; kind = in.readByte()) {
                String name = in.readUTF();
                if (kind == Entries.TABLE) {
                    RowSum sum = new RowSum();
                    InputStream rows = new SummedInput(new BlockInput(in), sum);
                    receiver.table(manifest.table(name), rows);
                    rows.transferTo(OutputStream.nullOutputStream());
                    found.add(sum.total(name));
                } else if (kind == Entries.FILE) {
                    InputStream content = new BlockInput(in);
                    receiver.file(name, content);
                    content.transferTo(OutputStream.nullOutputStream());
                } else {
                    throw new DamagedArchiveException("it was changed: it has a part that no backup has");
                }
            }
            in.readUTF();
            List<TableTotal> said =
                    Entries.JSON.readValue(new BlockInput(in).readAllBytes(), new TypeReference<List<TableTotal>>() {});
            if (in.read() >= 0
                    || !said.equals(found)
                    || found.size() != manifest.tables().size()) {
                throw new DamagedArchiveException("its rows are not those that were written");
            }
            return said;
        } catch (EOFException | ZipException | JacksonException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static DamagedArchiveException damaged(Exception e) {
        return new DamagedArchiveException("it was changed or cut off: " + e.getMessage(), e);
    }

    /** Sums up what is read through it. */
    private static final class SummedInput extends InputStream {
        private final InputStream in;
        private final RowSum sum;

        SummedInput(InputStream in, RowSum sum) {
            this.in = in;
            this.sum = sum;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int some = in.read(bytes, offset, length);
            if (some > 0) {
                sum.write(bytes, offset, some);
            }
            return some;
        }
    }
}
