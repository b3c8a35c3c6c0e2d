package energy.sem.bridge.homeassistant;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Serial numbers as parts of topics and ids: letters, digits, _ and - only. */
public final class Slugs {
    private Slugs() {}

    /** The text itself when it has nothing else, or what is left of it and a number that no other text has. */
    public static String of(String text) {
        String left = text.replaceAll("[^A-Za-z0-9_-]", "");
        return left.equals(text) && !text.isEmpty()
                ? text
                : left + "-" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
