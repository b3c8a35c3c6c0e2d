package energy.sem.cli.find;

import java.util.ArrayList;
import java.util.List;

import energy.sem.source.find.FoundMeter;

/** Says what was found, and the line to type. */
final class FoundText {
    /** A device a paragraph. */
    static List<String> lines(List<FoundMeter> found) {
        List<String> lines = new ArrayList<>();
        for (FoundMeter each : found) {
            lines.add("");
            lines.add(each.name() + " at " + each.address() + ": " + each.what());
            each.first().ifPresent(first -> lines.add("    " + first));
            each.source().ifPresent(source -> lines.add("    ./sem up --meter home=" + source));
        }
        return lines;
    }

    private FoundText() {}
}
