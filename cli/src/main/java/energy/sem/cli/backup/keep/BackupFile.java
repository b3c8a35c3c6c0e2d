package energy.sem.cli.backup.keep;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A backup by its name: {@code sem-20261129-021500Z.semb}, the time in UTC.
 *
 * @param path where it is
 * @param at the time in its name
 * @param kept whether only a person deletes it: it has a word in its name for what it was made before
 */
public record BackupFile(Path path, Instant at, boolean kept) {
    private static final Pattern NAME = Pattern.compile("sem-(\\d{8}-\\d{6})Z(-before-[a-z]+)?\\.semb");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** The name of one that is made now, and {@code before} such as {@code "restore"} when it is to stay; empty otherwise. */
    public static String name(Instant at, String before) {
        return "sem-" + TIME.format(at.truncatedTo(ChronoUnit.SECONDS)) + "Z"
                + (before.isEmpty() ? "" : "-before-" + before) + ".semb";
    }

    /** The file's, when its name is that of a backup. */
    public static Optional<BackupFile> of(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BackupFile(path, TIME.parse(name.group(1), Instant::from), name.group(2) != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
