package energy.sem.p1;

import java.util.Arrays;

/**
 * Reads plain telegrams as a {@link TelegramReader} does, and says of an encrypted frame that it is one (cause {@code
 * ENCRYPTED}) instead of what its bytes happen to look like. For a meter without a key. However the stream is split, the
 * listener hears the same. Memory is bounded. Not thread-safe.
 */
public final class KeylessReader {

    private static final int MOST_BYTES = Framer.MAX_FRAME_BYTES + 64;
    private static final String DETAIL =
            "the frame is encrypted (it begins with DB 08) and this meter has no decryption key";

    private final TelegramListener listener;
    private final TelegramReader reader;
    private final CipheredHeader header = new CipheredHeader();

    /** From what may be the start of an encrypted frame on; empty while there is none. */
    private byte[] begun = {};

    private int length;

    /** A reader of the meter that sends this checksum. */
    public KeylessReader(MeterChecksum checksum, TelegramListener listener) {
        this.listener = listener;
        reader = new TelegramReader(checksum, new TelegramListener() {
            @Override
            public void telegram(Telegram telegram, Frame frame) {
                // What looked like the start of an encrypted frame was noise.
                length = 0;
                listener.telegram(telegram, frame);
            }

            @Override
            public void rejected(RejectedFrame rejected) {
                listener.rejected(rejected);
            }
        });
    }

    /** Takes the next {@code count} bytes of the stream, from {@code from}. */
    public void feed(byte[] bytes, int from, int count) {
        int end = from + count;
        int at = from;
        while (at < end) {
            int next = length == 0 ? nextStart(bytes, at, end) : at;
            if (next > at) {
                reader.feed(bytes, at, next - at);
                at = next;
            } else {
                at = collect(bytes, at, end);
            }
        }
    }

    /** Says that the input ends here, see {@link TelegramReader#end()}. */
    public void end() {
        if (length > 0 && header.frameBytes > 0) {
            spotted();
        }
        length = 0;
        reader.end();
    }

    private static int nextStart(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] != CipheredHeader.START) {
            at++;
        }
        return at;
    }

    /** Takes bytes up to the end of the frame that may have begun; the reader hears them all, should it be none. */
    private int collect(byte[] bytes, int from, int end) {
        if (begun.length == 0) {
            begun = new byte[MOST_BYTES];
        }
        int at = from;
        do {
            begun[length++] = bytes[at];
            reader.feed(bytes, at, 1);
            at++;
            if (length > 0) {
                look();
            }
        } while (length > 0 && at < end);
        return at;
    }

    private void look() {
        header.read(begun, 0, length, MOST_BYTES);
        if (header.frameBytes == length) {
            spotted();
            length = 0;
        }
        while (length > 0 && header.frameBytes == CipheredHeader.NO_FRAME) {
            int next = nextStart(begun, 1, length);
            System.arraycopy(begun, next, begun, 0, length - next);
            length -= next;
            if (length > 0) {
                header.read(begun, 0, length, MOST_BYTES);
            }
        }
    }

    private void spotted() {
        reader.discardUnlessText();
        listener.rejected(new RejectedFrame(Arrays.copyOf(begun, length), RejectCause.ENCRYPTED, DETAIL));
    }
}
