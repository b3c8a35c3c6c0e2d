package energy.sem.cli.find;

import java.util.ArrayList;
import java.util.List;

import energy.sem.source.Announced;
import energy.sem.source.Sources;
import energy.sem.source.Suggestion;

/** Says what was found, and the line to type. */
final class FoundText {
    /** What a device says of itself may be anything, also a sign that turns what follows around; it is shown at a terminal. */
    private static final String UNPRINTABLE = "\\p{C}";

    /** What the devices are that some kind of source knows. */
    static List<String> lines(List<Announced> found, Sources sources) {
        List<String> lines = new ArrayList<>();
        for (Announced device : found) {
            for (Suggestion suggestion : sources.suggest(device)) {
                lines.add("");
                lines.add((device.name() + " at " + device.address() + ": " + suggestion.what())
                        .replaceAll(UNPRINTABLE, "?"));
                suggestion.first().ifPresent(first -> lines.add("    " + first.replaceAll(UNPRINTABLE, "?")));
                suggestion
                        .source()
                        .ifPresent(source ->
                                lines.add("    ./sem up --meter home=" + source.replaceAll(UNPRINTABLE, "?")));
            }
        }
        return lines;
    }

    private FoundText() {}
}
