package energy.sem.p1;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into P1 telegrams and checks their CRC (P1-502 6.2). However the stream is split into calls of
 * {@link #feed}, the listener hears the same. Memory is bounded whatever comes; good frames cost no allocation.
 *
 * <p>A telegram begins with {@code /} and ends with a line that begins with {@code !} and up to four hexadecimal digits.
 * Neither character occurs elsewhere in a telegram, so: a {@code /} at the start of a line ends what was being collected
 * (rejected as truncated) and begins anew; one in the middle of a line is tried as a beginning when the frame that it
 * stands in fails, so that a cut telegram or noise with no line end before the next header costs only itself.
 *
 * <p>Where the checksum fails and line feeds stand without carriage returns, or doubled (both are terminal settings),
 * it is tried with CR LF restored; such a frame is {@linkplain Frame#repaired() repaired}. A meter that sends another
 * checksum than the standard's is believed as {@link MeterChecksum} says. A telegram without a checksum passes only if it
 * has no version line, that is DSMR 2.2 and 3.
 *
 * <p>Not thread-safe: one framer for one stream.
 */
public final class Framer {

    /** The longest telegram, from {@code /} to {@code !}; real ones have up to about 3500 bytes. */
    public static final int MAX_FRAME_BYTES = 8192;

    private static final int MAX_CRC_DIGITS = 4;

    private enum State {
        OUTSIDE,
        INSIDE,
        /** Behind the {@code !}. */
        CHECKSUM,
        /** Behind a carriage return behind the {@code !}. */
        CARRIAGE_RETURN
    }

    private final FrameListener listener;
    private final FrameCheck check;
    private final byte[] buffer = new byte[MAX_FRAME_BYTES + MAX_CRC_DIGITS];
    private int length;
    private int bang;
    private State state = State.OUTSIDE;

    private long frames;
    private long repaired;
    private long rejected;
    private long skippedBytes;

    /** A framer of a meter that nothing is known of. */
    public Framer(FrameListener listener) {
        this(listener, new MeterChecksum());
    }

    /** A framer of the meter that sends this checksum. */
    public Framer(FrameListener listener, MeterChecksum checksum) {
        this.listener = listener;
        check = new FrameCheck(checksum);
    }

    /** How many good frames there were. */
    public long frames() {
        return frames;
    }

    /** How many of the good frames had their line ends restored. */
    public long repaired() {
        return repaired;
    }

    /** How many pieces were rejected. */
    public long rejected() {
        return rejected;
    }

    /** How many bytes other than line ends belonged to no piece at all: noise, or the rest of a telegram joined late. */
    public long skippedBytes() {
        return skippedBytes;
    }

    /** Takes the next bytes of the stream; tells the listener of each telegram that ends in them. */
    public void feed(byte[] bytes) {
        feed(bytes, 0, bytes.length);
    }

    /** Takes the next {@code count} bytes of the stream, from {@code from}. */
    public void feed(byte[] bytes, int from, int count) {
        int end = from + count;
        int at = from;
        while (at < end) {
            at = switch (state) {
                case OUTSIDE -> outside(bytes, at, end);
                case INSIDE -> inside(bytes, at, end);
                case CHECKSUM, CARRIAGE_RETURN -> checksum(bytes, at);
            };
        }
    }

    /**
     * Says that the input ends here (a pushed text, a closed connection): a last telegram without line end is complete,
     * one without its last line is rejected as truncated. The framer may be used again afterwards.
     */
    public void end() {
        switch (state) {
            case INSIDE -> reject(length, RejectCause.TRUNCATED, "the input ended before the telegram's last line");
            case CHECKSUM, CARRIAGE_RETURN -> finish(FrameCheck.LineEnd.END_OF_INPUT);
            case OUTSIDE -> {}
        }
        state = State.OUTSIDE;
    }

    /** Drops what is being collected unless it is text: it was a slash among other bytes. */
    void discardUnlessText() {
        boolean text = state != State.OUTSIDE;
        for (int i = 0; i < length && text; i++) {
            byte b = buffer[i];
            text = (b >= ' ' && b <= '~') || b == '\r' || b == '\n';
        }
        state = text ? state : State.OUTSIDE;
    }

    private int outside(byte[] bytes, int from, int end) {
        int at = from;
        for (; at < end; at++) {
            byte b = bytes[at];
            if (b == '/') {
                begin();
                return at + 1;
            }
            if (b != '\r' && b != '\n') {
                skippedBytes++;
            }
        }
        return at;
    }

    private void begin() {
        buffer[0] = '/';
        length = 1;
        state = State.INSIDE;
    }

    private int inside(byte[] bytes, int from, int end) {
        int room = MAX_FRAME_BYTES - length;
        if (room == 0) {
            overflow();
            return from;
        }
        int limit = Math.min(end, from + room);
        int mark = ByteScan.slashOrBang(bytes, from, limit);
        while (mark < limit && !atLineStart(bytes, from, mark)) {
            mark = ByteScan.slashOrBang(bytes, mark + 1, limit);
        }
        System.arraycopy(bytes, from, buffer, length, mark - from);
        length += mark - from;
        if (mark == limit) {
            return limit;
        }
        if (bytes[mark] == '/') {
            reject(length, RejectCause.TRUNCATED, "the next telegram began before this one's last line");
            begin();
        } else {
            bang = length;
            buffer[length++] = '!';
            state = State.CHECKSUM;
        }
        return mark + 1;
    }

    private boolean atLineStart(byte[] bytes, int from, int mark) {
        return (mark > from ? bytes[mark - 1] : buffer[length - 1]) == '\n';
    }

    private int checksum(byte[] bytes, int at) {
        byte b = bytes[at];
        if (state == State.CARRIAGE_RETURN) {
            finish(b == '\n' ? FrameCheck.LineEnd.CR_LF : FrameCheck.LineEnd.NONE);
            return b == '\n' ? at + 1 : at;
        }
        if (HexDigits.value(b) >= 0) {
            buffer[length++] = b;
            if (length - bang > MAX_CRC_DIGITS) {
                finish(FrameCheck.LineEnd.NONE);
            }
            return at + 1;
        }
        if (b == '\r') {
            state = State.CARRIAGE_RETURN;
            return at + 1;
        }
        finish(b == '\n' ? FrameCheck.LineEnd.LF : FrameCheck.LineEnd.NONE);
        return b == '\n' ? at + 1 : at;
    }

    private void finish(FrameCheck.LineEnd lineEnd) {
        state = State.OUTSIDE;
        if (check.passes(buffer, 0, bang, length, lineEnd)) {
            accept();
            return;
        }
        RejectCause cause = check.cause();
        String detail = check.detail();
        boolean whole = check.wasWhole();
        int begin = check.isJudged() ? 0 : FrameLines.lastHeaderInside(buffer, bang);
        if (begin > 0 && check.passes(buffer, begin, bang, length, lineEnd)) {
            reject(begin, RejectCause.TRUNCATED, "the next telegram began in the middle of a line");
            accept();
        } else {
            reject(length, cause, detail, whole);
        }
    }

    private void accept() {
        frames++;
        if (check.frame().repaired()) {
            repaired++;
        }
        listener.frame(check.frame());
    }

    private void overflow() {
        int begin = FrameLines.lastHeaderInside(buffer, length);
        int rest = begin > 0 ? length - begin : 0;
        reject(
                length - rest,
                RejectCause.OVERSIZE,
                "no end within " + MAX_FRAME_BYTES + " bytes; is it the P1 port, at the right speed?");
        System.arraycopy(buffer, length - rest, buffer, 0, rest);
        length = rest;
        state = rest > 0 ? State.INSIDE : State.OUTSIDE;
    }

    private void reject(int count, RejectCause cause, String detail) {
        reject(count, cause, detail, false);
    }

    private void reject(int count, RejectCause cause, String detail, boolean whole) {
        rejected++;
        listener.rejected(new RejectedFrame(Arrays.copyOf(buffer, count), cause, detail, whole));
    }
}
