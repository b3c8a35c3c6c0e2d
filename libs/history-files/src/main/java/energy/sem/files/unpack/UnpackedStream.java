package energy.sem.files.unpack;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

import energy.sem.files.HistoryFileException;
import energy.sem.files.reading.EndsEarly;

/**
 * What comes out of a packed stream: within bounds, with words of its own for what is broken. A stream that is cut off ends, and
 * says so afterwards; one that is damaged throws.
 */
public final class UnpackedStream extends FilterInputStream implements EndsEarly {

    /** Text of meters packs to a tenth or a twentieth; what grows more than this is made to fill a disk. */
    private static final long MOST_TIMES = 150;

    private static final long ALWAYS_ALLOWED = 64L * 1024 * 1024;

    private final long most;
    private long count;
    private boolean endsEarly;

    /**
     * @param unpacked the stream
     * @param packedSize how many bytes it was packed
     */
    public UnpackedStream(InputStream unpacked, long packedSize) {
        super(unpacked);
        most = Math.max(ALWAYS_ALLOWED, packedSize * MOST_TIMES);
    }

    @Override
    public boolean endsEarly() {
        return endsEarly;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        if (endsEarly) {
            return -1;
        }
        try {
            int read = super.read(to, from, length);
            count += Math.max(read, 0);
            if (count > most) {
                throw new HistoryFileException("The compressed file grows beyond " + MOST_TIMES
                        + " times its size: this is no file of meter readings. Nothing was taken from it.");
            }
            return read;
        } catch (EOFException e) {
            endsEarly = true;
            return -1;
        } catch (ZipException e) {
            throw new HistoryFileException("The compressed file is damaged: download or copy it again.", e);
        }
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = 0;
        byte[] some = new byte[8192];
        while (skipped < wanted) {
            int read = read(some, 0, (int) Math.min(some.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
