package energy.sem.files.unpack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Says elsewhere how many bytes were read. */
public final class CountedStream extends FilterInputStream {
    private final AtomicLong read;

    public CountedStream(InputStream bytes, AtomicLong read) {
        super(bytes);
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            read.incrementAndGet();
        }
        return b;
    }

    @Override
    public int read(byte[] to, int from, int most) throws IOException {
        int count = super.read(to, from, most);
        if (count > 0) {
            read.addAndGet(count);
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
