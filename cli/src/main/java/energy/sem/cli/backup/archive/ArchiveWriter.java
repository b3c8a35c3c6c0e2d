package energy.sem.cli.backup.archive;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes one backup from its first byte to its last. What is not {@linkplain #finish finished} is not a backup. Not thread-safe. */
public final class ArchiveWriter {
    /** Twice as fast as the usual 6 and a tenth larger (docs/decisions/backup.md). */
    private static final int COMPRESSION = 3;

    private final Deflater deflater = new Deflater(COMPRESSION);
    private final DataOutputStream out;
    private final List<TableTotal> totals = new ArrayList<>();

    /** Writes one entry's bytes. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Begins with the manifest. */
    public ArchiveWriter(OutputStream file, Optional<Passphrase> passphrase, Manifest manifest) throws IOException {
        OutputStream sealed = new SealedOutput(new BufferedOutputStream(file, 1 << 17), Seal.make(passphrase));
        this.out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(sealed, deflater, Entries.BLOCK_BYTES), 1 << 16));
        byte[] json = Entries.JSON.writeValueAsBytes(manifest);
        entry(Entries.MANIFEST, "", entry -> entry.write(json));
    }

    /** Adds a table's rows, each a line, and sums them up. */
    public void table(TableDefinition table, Content rows) throws IOException {
        RowSum sum = new RowSum();
        entry(
                Entries.TABLE,
                table.name(),
                entry -> rows.writeTo(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        sum.write(bytes, offset, length);
                        entry.write(bytes, offset, length);
                    }
                }));
        totals.add(sum.total(table.name()));
    }

    /** Adds a file of keys or settings under its name. */
    public void file(String name, byte[] content) throws IOException {
        entry(Entries.FILE, name, entry -> entry.write(content));
    }

    /** Writes the end and gives all of it to the file. */
    public List<TableTotal> finish() throws IOException {
        byte[] json = Entries.JSON.writeValueAsBytes(totals);
        entry(Entries.TOTALS, "", entry -> entry.write(json));
        out.close();
        deflater.end();
        return List.copyOf(totals);
    }

    private void entry(int kind, String name, Content content) throws IOException {
        out.writeByte(kind);
        out.writeUTF(name);
        BufferedOutputStream blocks = new BufferedOutputStream(
                new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        write(new byte[] {(byte) one}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        if (length > 0) {
                            out.writeInt(length);
                            out.write(bytes, offset, length);
                        }
                    }
                },
                Entries.BLOCK_BYTES);
        content.writeTo(blocks);
        blocks.flush();
        out.writeInt(0);
    }
}
