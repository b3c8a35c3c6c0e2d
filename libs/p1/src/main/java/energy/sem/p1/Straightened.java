package energy.sem.p1;

import java.util.Arrays;

/**
 * Writes a telegram's objects as the standard has them where a meter writes them otherwise: on one line each (P1-502 6.2
 * forbids to break them, some meters do), with single brackets ({@code 1-0:0.2.0((ER11))}), and without blanks, tabs
 * and zero octets before, between and behind codes and brackets.
 */
final class Straightened {

    /** The C of texts and identifiers (IEC 62056-6-1), as it stands in a code. */
    private static final byte[] TEXTS = {':', '9', '6', '.'};

    private final byte[] bytes;
    private final int end;
    private final boolean hasCrc;
    private final byte[] straight;
    private int length;
    private int at;
    private boolean changed;

    private Straightened(byte[] bytes, int begin, int end, boolean hasCrc) {
        this.bytes = bytes;
        this.end = end;
        this.hasCrc = hasCrc;
        straight = new byte[end + 1 - begin];
        at = begin;
    }

    /**
     * The telegram from its {@code /} at {@code begin} to its {@code !} at {@code end} in that form; null if it is so
     * already. Without a CRC only texts may break inside their brackets: a number in two parts may lack a third.
     */
    static byte[] of(byte[] bytes, int begin, int end, boolean hasCrc) {
        Straightened result = new Straightened(bytes, begin, end, hasCrc);
        while (result.at < end) {
            result.line();
        }
        result.copy();
        return result.changed ? Arrays.copyOf(result.straight, result.length) : null;
    }

    private void line() {
        drop(behindBlanks());
        int code = at;
        while (at < end && !isLineEnd(bytes[at])) {
            if (bytes[at] == '(') {
                group(code);
            } else if (isBlank(bytes[at]) && isBesideBracket()) {
                drop(behindBlanks());
            } else {
                copy();
            }
        }
        int next = behindLineEnds();
        if (next < end && bytes[next] == '(' && at > code && bytes[at - 1] == ')') {
            drop(next);
        } else {
            while (at < next) {
                copy();
            }
        }
    }

    /** From a bracket to the one that closes it, else to the end of the line. */
    private void group(int code) {
        int brackets = 0;
        while (bytes[at + brackets] == '(') {
            brackets++;
        }
        int close = at + brackets;
        boolean breaks = false;
        while (close < end && bytes[close] != ')' && bytes[close] != '(') {
            breaks |= isLineEnd(bytes[close]);
            close++;
        }
        boolean closed = close + brackets <= end;
        for (int i = 0; i < brackets && closed; i++) {
            closed = bytes[close + i] == ')';
        }
        int listEnd = closed || brackets == 1 ? -1 : behindList(at + 1);
        if (listEnd > 0) {
            drop(at + 1);
            while (at < listEnd) {
                copy();
            }
            drop(at + 1);
            return;
        }
        if (!closed || (breaks && !mayBreak(code, close))) {
            for (int i = 0; i < brackets; i++) {
                copy();
            }
            return;
        }
        drop(at + brackets - 1);
        while (at < close) {
            if (isLineEnd(bytes[at])) {
                drop(at + 1);
            } else {
                copy();
            }
        }
        copy();
        drop(at + brackets - 1);
    }

    /** Where the groups from {@code from} end that one more pair of brackets surrounds; -1 if they are not such. */
    private int behindList(int from) {
        int i = from;
        while (i < end && bytes[i] == '(') {
            i++;
            while (i < end && bytes[i] != ')' && bytes[i] != '(' && !isLineEnd(bytes[i])) {
                i++;
            }
            if (bytes[i] != ')') {
                return -1;
            }
            i++;
        }
        return i < end && bytes[i] == ')' ? i : -1;
    }

    /** Whether the blanks here stand behind a bracket or before one, and not inside. */
    private boolean isBesideBracket() {
        int next = behindBlanks();
        return bytes[next] == '(' || (bytes[at - 1] == ')' && (next == end || isLineEnd(bytes[next])));
    }

    private int behindBlanks() {
        int next = at;
        while (next < end && isBlank(bytes[next])) {
            next++;
        }
        return next;
    }

    /** Whether the lines up to {@code close} are parts of one text, and none is an object that lost its bracket. */
    private boolean mayBreak(int code, int close) {
        for (int i = at; i < close; i++) {
            if (isLineEnd(bytes[i]) && WellFormed.bracketBehindCode(bytes, i + 1, end) > 0) {
                return false;
            }
        }
        return hasCrc || isText(code);
    }

    private boolean isText(int code) {
        int i = code;
        while (i < at && bytes[i] != ':') {
            i++;
        }
        return i + TEXTS.length <= at && Arrays.equals(bytes, i, i + TEXTS.length, TEXTS, 0, TEXTS.length);
    }

    private int behindLineEnds() {
        int next = at;
        while (next < end && isLineEnd(bytes[next])) {
            next++;
        }
        return next;
    }

    private void copy() {
        straight[length++] = bytes[at++];
    }

    private void drop(int to) {
        changed |= to > at;
        at = to;
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ' && !isLineEnd(b);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
