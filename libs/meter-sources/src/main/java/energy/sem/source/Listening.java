package energy.sem.source;

/**
 * Judges what is heard on a line: the text of telegrams, noise (the speed is wrong or the signal not inverted) or
 * nothing. Telegrams are printable characters with CR LF; of 32 random bytes the chance that all are is one in 10^13.
 * Encrypted ones (Luxembourg, LU 3.2.5) begin with {@code DB 08}, 8 bytes of title, {@code 82}, 2 bytes of length and
 * {@code 30}. Not thread-safe.
 */
final class Listening {
    private static final int TEXT_RUN = 32;
    private static final int HEAD = 14;
    private static final int LENGTH_AT = 10;
    private static final int SECURITY_AT = 13;
    private static final int NOISE_BYTES = 256;

    /** What has been heard. */
    enum Heard {
        NOTHING,
        /** Too little to say. */
        SOMETHING,
        /** Of telegrams, plain or encrypted. */
        TEXT,
        NOISE
    }

    private int bytes;
    private int run;
    // The last bytes, the newest before next: noise that looks like the begin of a head must not hide the head behind
    // it.
    private final byte[] last = new byte[HEAD];
    private int next;
    private boolean text;
    private boolean encrypted;

    /** Listens to more bytes. */
    void hear(byte[] heard, int count) {
        for (int i = 0; i < count; i++) {
            run = isText(heard[i]) ? run + 1 : 0;
            encrypted |= endsHead(heard[i]);
            text |= run >= TEXT_RUN || encrypted;
        }
        bytes = Math.min(bytes + count, Integer.MAX_VALUE / 2);
    }

    /** Whether this byte completes the head of an encrypted telegram. */
    private boolean endsHead(byte b) {
        last[next] = b;
        next = (next + 1) % HEAD;
        return at(0) == (byte) 0xDB && at(1) == 0x08 && at(LENGTH_AT) == (byte) 0x82 && at(SECURITY_AT) == 0x30;
    }

    private byte at(int index) {
        return last[(next + index) % HEAD];
    }

    /** Whether an encrypted telegram has begun. */
    boolean isEncrypted() {
        return encrypted;
    }

    Heard heard() {
        if (bytes == 0) {
            return Heard.NOTHING;
        }
        if (text) {
            return Heard.TEXT;
        }
        return bytes >= NOISE_BYTES ? Heard.NOISE : Heard.SOMETHING;
    }

    private static boolean isText(byte b) {
        return (b >= ' ' && b <= '~') || b == '\r' || b == '\n';
    }
}
