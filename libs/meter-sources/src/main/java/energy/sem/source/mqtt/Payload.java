package energy.sem.source.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a message brings: a telegram as text, or in hex digits, as amsreader passes on what it cannot read itself.
 *
 * @param bytes of a telegram or an encrypted one, with an end of line behind; empty when it is none
 * @param words for people, what it is instead
 */
record Payload(Optional<byte[]> bytes, String words) {
    /** Twice the longest telegram, in hex. */
    private static final int LARGEST_BYTES = 32 * 1024;

    private static final int SHORTEST_HEX = 32;

    static Payload of(byte[] message) {
        if (message.length > LARGEST_BYTES) {
            return none("has " + message.length + " bytes, more than any telegram");
        }
        String text = new String(message, StandardCharsets.ISO_8859_1).strip();
        if (text.isEmpty()) {
            return none("is empty");
        }
        if (text.length() >= SHORTEST_HEX && text.matches("[0-9A-Fa-f\\s]+")) {
            return ofHex(text.replaceAll("\\s", ""));
        }
        return text.charAt(0) == '{' || text.charAt(0) == '['
                ? none("is JSON, values without a checksum; let its sender publish whole telegrams")
                : ofBytes(message);
    }

    private static Payload ofHex(String digits) {
        return digits.length() % 2 == 0
                ? ofBytes(HexFormat.of().parseHex(digits))
                : none("has an odd number of hex digits");
    }

    private static Payload ofBytes(byte[] bytes) {
        int begin = 0;
        while (begin < bytes.length && Character.isWhitespace(bytes[begin] & 0xFF)) {
            begin++;
        }
        int first = begin < bytes.length ? bytes[begin] & 0xFF : -1;
        if (first == '/') {
            byte[] line = Arrays.copyOf(bytes, bytes.length + 2);
            line[bytes.length] = '\r';
            line[bytes.length + 1] = '\n';
            return new Payload(Optional.of(line), "is a telegram");
        }
        if (first == 0xDB) {
            return new Payload(Optional.of(bytes), "is an encrypted telegram");
        }
        if (first == 0x7E || first == 0x68) {
            return none("are frames of another kind (HDLC or M-Bus) than telegrams of a P1 port");
        }
        return none("is no telegram, which begins with /; single values are not read");
    }

    private static Payload none(String words) {
        return new Payload(Optional.empty(), words);
    }
}
