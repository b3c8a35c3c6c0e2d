package energy.sem.cli.registry;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.cli.screen.Screen;

/** Shows a new key, once. Stateless. */
final class KeyShown {
    private KeyShown() {}

    /** Says the key of an answer, where it has one. */
    static void line(JsonNode meter, Screen screen) {
        if (meter.hasNonNull("key")) {
            screen.line("Its key, which is shown this once: " + meter.get("key").asText());
        }
    }
}
