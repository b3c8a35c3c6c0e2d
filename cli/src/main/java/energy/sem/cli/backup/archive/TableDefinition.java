package energy.sem.cli.backup.archive;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A table as it was.
 *
 * @param name of small letters, digits and underscores
 * @param columns those that have values of their own, in the order of the rows
 * @param definition the statement that makes it
 */
public record TableDefinition(String name, List<String> columns, String definition) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,64}");

    /** @throws IllegalArgumentException when a name could be anything but a name in SQL, or the statement makes no table of that name */
    public TableDefinition {
        columns = List.copyOf(columns);
        if (!NAME.matcher(name).matches()
                || columns.isEmpty()
                || !columns.stream().allMatch(column -> NAME.matcher(column).matches())
                || !definition.startsWith("CREATE TABLE `" + name + "` (")) {
            throw new IllegalArgumentException("a table that no backup of SEM has: " + name);
        }
    }
}
