package energy.sem.cli.backup.archive;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * Counts and sums up rows: each row's SHA-256, its first 128 bits, added up modulo 2^128. The same rows in another order give
 * the same sum, and no other rows do by accident. Rows are what is written to it, each ended by a line feed. Not thread-safe.
 */
public final class RowSum extends OutputStream {
    private final MessageDigest digest = sha256();
    private long rows;
    private long high;
    private long low;

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                digest.update(bytes, start, i - start);
                add(digest.digest());
                start = i + 1;
            }
        }
        digest.update(bytes, start, end - start);
    }

    /** What came so far. */
    public TableTotal total(String table) {
        return new TableTotal(table, rows, String.format(Locale.ROOT, "%016x%016x", high, low));
    }

    private void add(byte[] hash) {
        long otherLow = longAt(hash, 8);
        low += otherLow;
        high += longAt(hash, 0) + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
        rows++;
    }

    private static long longAt(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = value << 8 | (bytes[i] & 0xff);
        }
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
