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
        return decode(frame.array(), frame.offset(), frame.length()).toBuilder()
                .crc(frame.crc())
                .repaired(frame.repaired())
                .build();
    }

    /**
     * Decodes a telegram that begins at {@code from} with its {@code /}. Its checksum is not looked at; use a
     * {@link TelegramReader} for bytes that came over a line.
     *
     * @throws TelegramFormatException when it is not a P1 telegram
     */
    public static Telegram decode(byte[] bytes, int from, int length) {
        if (length < 1 || bytes[from] != '/') {
            throw new TelegramFormatException("the telegram does not begin with /");
        }
        int at = from + 1;
        while (at < from + length && bytes[at] != '\r' && bytes[at] != '\n') {
            at++;
        }
        return Telegram.builder()
                .identification(
                        new String(bytes, from + 1, at - from - 1, java.nio.charset.StandardCharsets.ISO_8859_1))
                .crc(CrcState.UNCHECKED)
                .build();
    }
}
