package energy.sem.cli.registry;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of the lines of a file, as the gateway answers it: {@code line,meter,key,fault}, none of which but the last has a
 * comma in it unless it is quoted.
 *
 * @param added how many were
 * @param faults the others, in words
 */
record AddedLines(long added, List<String> faults) {

    static AddedLines of(String csv) {
        long added = 0;
        List<String> faults = new ArrayList<>();
        for (String line : csv.split("\r\n", -1)) {
            List<String> fields = fields(line);
            if (fields.size() != 4 || fields.get(0).equals("line")) {
                continue;
            }
            if (fields.get(3).isEmpty()) {
                added++;
            } else {
                faults.add("line " + fields.get(0) + ", meter " + fields.get(1) + ": " + fields.get(3));
            }
        }
        return new AddedLines(added, faults);
    }

    // A field is quoted where it needs to be, with quotes in it doubled (RFC 4180).
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
