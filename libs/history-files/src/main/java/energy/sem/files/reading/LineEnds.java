package energy.sem.files.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Remembers whether the last line ended, and counts lines. */
final class LineEnds extends FilterReader {
    private int last = '\n';
    private long lines;

    LineEnds(Reader text) {
        super(text);
    }

    boolean endedWithLine() {
        return last == '\n' || last == '\r';
    }

    /** How many line feeds were read. */
    long lines() {
        return lines;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        if (c >= 0) {
            saw((char) c);
        }
        return c;
    }

    @Override
    public int read(char[] to, int from, int most) throws IOException {
        int count = super.read(to, from, most);
        for (int i = from; i < from + count; i++) {
            saw(to[i]);
        }
        return count;
    }

    private void saw(char c) {
        last = c;
        if (c == '\n') {
            lines++;
        }
    }
}
