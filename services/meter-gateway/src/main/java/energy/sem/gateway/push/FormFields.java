package energy.sem.gateway.push;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body as bytes, one character a byte (ISO-8859-1), so that a
 * telegram in a field keeps its checksum whatever charset anyone believes in. Immutable.
 */
final class FormFields {
    private final Map<String, String> fields;

    private FormFields(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Reads a body. Of a field that comes twice the first counts; a percent sign without two hex digits is kept. */
    static FormFields of(byte[] body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new FormFields(fields);
    }

    /** The field's value, when it is there. */
    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The body without one field, for keeping evidence without a key. */
    byte[] without(String name) {
        StringBuilder kept = new StringBuilder();
        fields.forEach((field, value) -> {
            if (!field.equals(name)) {
                kept.append(kept.length() == 0 ? "" : "&")
                        .append(field)
                        .append('=')
                        .append(value);
            }
        });
        return kept.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int hex = c == '%' ? hex(text, i + 1) : -1;
            if (hex >= 0) {
                bytes.write(hex);
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
