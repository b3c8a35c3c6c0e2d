package energy.sem.cli.registry;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.cli.screen.Screen;

/** Shows a new key, once. Stateless. */
final class KeyShown {
    private KeyShown() {}

    /** Says the key of an answer, where it has one. */
    static void line(JsonNode answer, Screen screen) {
        if (answer.hasNonNull("key")) {
            screen.line("Its key, which is shown this once: " + answer.get("key").asText());
        }
    }

    /**
     * The same of one that has others too, and until when these open.
     *
     * @param what has them, such as {@code meter roof}
     */
    static void rotated(String what, JsonNode answer, Screen screen) {
        line(answer, screen);
        for (JsonNode key : answer.path("keys")) {
            if (key.hasNonNull("notAfter")) {
                screen.line("The one before (" + key.path("mark").asText() + "…) opens " + what + " until "
                        + key.get("notAfter").asText() + ".");
            }
        }
    }
}
