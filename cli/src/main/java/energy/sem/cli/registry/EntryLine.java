package energy.sem.cli.registry;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.registry.EntryKind;

/** A line of a list of what is administered. Stateless. */
final class EntryLine {
    private EntryLine() {}

    /** Name, version, keys where it has such, what is set, and in a second line what is wrong. */
    static String of(JsonNode entry, EntryKind<?> of, String set) {
        String version =
                entry.hasNonNull("version") ? "version " + entry.get("version").asLong() : "environment";
        String line = String.format(
                Locale.ROOT, "%-16s  %-12s  %s%s", entry.path(of.word()).asText(), version, keys(entry), set);
        return entry.hasNonNull("fault") ? line + "\n    " + entry.get("fault").asText() : line;
    }

    private static String keys(JsonNode entry) {
        if (!entry.has("keys")) {
            return "";
        }
        int keys = entry.path("keys").size();
        return String.format(Locale.ROOT, "%-7s  ", keys == 1 ? "1 key" : keys + " keys");
    }
}
