package energy.sem.gateway.source;

/**
 * Judges what is heard on a line: the text of telegrams, noise (the speed is wrong or the signal not inverted) or
 * nothing. Telegrams are printable characters with CR LF; of 32 random bytes the chance that all are is one in 10^13.
 * Not thread-safe.
 */
final class Listening {
    private static final int TEXT_RUN = 32;
    private static final int NOISE_BYTES = 256;

    /** What has been heard. */
    enum Heard {
        NOTHING,
        /** Too little to say. */
        SOMETHING,
        TEXT,
        NOISE
    }

    private int bytes;
    private int run;
    private boolean text;

    /** Listens to more bytes. */
    void hear(byte[] heard, int count) {
        for (int i = 0; i < count; i++) {
            run = isText(heard[i]) ? run + 1 : 0;
            text |= run >= TEXT_RUN;
        }
        bytes = Math.min(bytes + count, Integer.MAX_VALUE / 2);
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
