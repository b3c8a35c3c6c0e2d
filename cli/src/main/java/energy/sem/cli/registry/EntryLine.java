package energy.sem.cli.registry;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.registry.EntryKind;

/** A line of a list of what is administered. Stateless. */
final class EntryLine {
    private EntryLine() {}

    /** Name, version, keys, what is set, and in a second line what is wrong. */
    static String of(JsonNode entry, EntryKind of, String set) {
        String version =
                entry.hasNonNull("version") ? "version " + entry.get("version").asLong() : "environment";
        int keys = entry.path("keys").size();
        String line = String.format(
                Locale.ROOT,
                "%-16s  %-12s  %-7s  %s",
                entry.path(of.word()).asText(),
                version,
                keys == 1 ? "1 key" : keys + " keys",
                set);
        return entry.hasNonNull("fault") ? line + "\n    " + entry.get("fault").asText() : line;
    }
}
