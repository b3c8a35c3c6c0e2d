package energy.sem.files.reading;

import java.io.IOException;
import java.io.Reader;

/** Characters one by one, with one to look ahead and the number of the line. Not thread-safe. */
final class SqlCharacters {
    private final Reader text;
    private final char[] buffer = new char[64 * 1024];
    private int at;
    private int end;
    private long line = 1;
    private int last = '\n';

    SqlCharacters(Reader text) {
        this.text = text;
    }

    /** The next, not taken; -1 at the end. */
    int peek() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, text.read(buffer, 0, buffer.length));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at];
    }

    /** Takes the next; -1 at the end. */
    int next() throws IOException {
        int c = peek();
        if (c >= 0) {
            at++;
            last = c;
            if (c == '\n') {
                line++;
            }
        }
        return c;
    }

    long line() {
        return line;
    }

    boolean endedWithLine() {
        return last == '\n';
    }

    /** The rest of the line, taken; at most {@code most} characters of it are kept. Null at the end of the text. */
    String restOfLine(int most) throws IOException {
        if (peek() < 0) {
            return null;
        }
        StringBuilder rest = new StringBuilder();
        for (int c = next(); c >= 0 && c != '\n'; c = next()) {
            if (rest.length() < most) {
                rest.append((char) c);
            }
        }
        int length = rest.length();
        return length > 0 && rest.charAt(length - 1) == '\r' ? rest.substring(0, length - 1) : rest.toString();
    }
}
