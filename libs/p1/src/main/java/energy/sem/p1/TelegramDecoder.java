package energy.sem.p1;

/** Decodes a telegram's bytes in a single pass. Stateless and thread-safe. */
public final class TelegramDecoder {

    private TelegramDecoder() {}

    /**
     * Decodes a framed and checked telegram.
     *
     * @throws TelegramFormatException when it is not a P1 telegram
     */
    public static Telegram decode(Frame frame) {
        throw new UnsupportedOperationException("follows");
    }

    /**
     * Decodes a telegram that begins at {@code from} with its {@code /}. Its checksum is not looked at; use a
     * {@link TelegramReader} for bytes that came over a line.
     *
     * @throws TelegramFormatException when it is not a P1 telegram
     */
    public static Telegram decode(byte[] bytes, int from, int length) {
        throw new UnsupportedOperationException("follows");
    }
}
