package energy.sem.p1;

/** Writes telegrams with CR LF and checksum. Stateless and thread-safe. */
public final class TelegramEncoder {

    private TelegramEncoder() {}

    /** The telegram as a meter sends it, from {@code /} to the line end behind the checksum. */
    public static byte[] encode(Telegram telegram) {
        throw new UnsupportedOperationException("follows");
    }
}
