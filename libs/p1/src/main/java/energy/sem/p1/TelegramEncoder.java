package energy.sem.p1;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes telegrams with CR LF and checksum. Stateless and thread-safe. */
public final class TelegramEncoder {

    private TelegramEncoder() {}

    /** The telegram as a meter sends it, from {@code /} to the line end behind the checksum. */
    public static byte[] encode(Telegram telegram) {
        byte[] text = ("/" + telegram.identification() + "\r\n\r\n!").getBytes(StandardCharsets.ISO_8859_1);
        String crc = String.format(Locale.ROOT, "%04X\r\n", Crc16.of(text, 0, text.length));
        return (new String(text, StandardCharsets.ISO_8859_1) + crc).getBytes(StandardCharsets.ISO_8859_1);
    }
}
