package energy.sem.cli.backup;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many lines were read through it, a thousand or so at a time. */
final class CountedLines extends InputStream {
    private final InputStream in;
    private final LongConsumer told;

    CountedLines(InputStream in, LongConsumer told) {
        this.in = in;
        this.told = told;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = in.read(bytes, offset, length);
        long lines = 0;
        for (int i = offset; i < offset + some; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        if (lines > 0) {
            told.accept(lines);
        }
        return some;
    }
}
