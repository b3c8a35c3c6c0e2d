package energy.sem.cli.forget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file {@code forgotten-meters} beside backups, a line a meter: its name and when it was forgotten. Whoever restores one of
 * these backups, on whichever machine, has the meter's rows taken out again. Stateless.
 */
public final class ForgottenNote {
    /** Its name. */
    public static final String NAME = "forgotten-meters";

    private static final Pattern LINE = Pattern.compile("([a-z0-9]{1,32}) (\\S+)");

    private ForgottenNote() {}

    /**
     * What stands in that of a folder; nothing where there is none.
     *
     * @throws IOException when it cannot be read, or a line of it is none: nothing is to be restored then that somebody wanted
     *     forgotten
     */
    public static Map<String, Instant> read(Path folder) throws IOException {
        Map<String, Instant> forgotten = new TreeMap<>();
        Path file = folder.resolve(NAME);
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        for (String line : lines) {
            Matcher parts = LINE.matcher(line.strip());
            if (!parts.matches()) {
                throw new IOException("a line of " + file + " is not a meter's name and a time");
            }
            try {
                forgotten.put(parts.group(1), Instant.parse(parts.group(2)));
            } catch (DateTimeException e) {
                throw new IOException("a line of " + file + " is not a meter's name and a time", e);
            }
        }
        return forgotten;
    }

    /** Adds a meter to that of a folder, whole or not at all. */
    public static void add(Path folder, String meter, Instant at) throws IOException {
        Map<String, Instant> forgotten = read(folder);
        forgotten.put(meter, at);
        Path next = folder.resolve(NAME + ".new");
        Files.writeString(
                next,
                forgotten.entrySet().stream()
                        .map(each -> each.getKey() + " " + each.getValue() + "\n")
                        .collect(Collectors.joining()));
        Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }
}
