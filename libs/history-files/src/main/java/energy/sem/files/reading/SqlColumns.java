package energy.sem.files.reading;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns that a CREATE TABLE or COPY statement names.
 *
 * @param table in lower case, without its schema
 * @param types the type of each column in lower case, in the order of the table; empty texts for COPY
 */
record SqlColumns(String table, Map<String, String> types) {
    private static final String NAME = "[`\"]?([A-Za-z0-9_$]+)[`\"]?";
    private static final Pattern CREATE = Pattern.compile(
            "^\\s+(?:TEMPORARY\\s+|UNLOGGED\\s+)?TABLE\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:" + NAME + "\\.)?" + NAME
                    + "\\s*\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COPY = Pattern.compile(
            "^\\s+(?:" + NAME + "\\.)?" + NAME + "\\s*\\(([^()]*)\\)\\s*FROM\\s+stdin\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLUMN = Pattern.compile("^\\s*" + NAME + "\\s+([A-Za-z]+).*", Pattern.DOTALL);
    private static final Set<String> NO_COLUMNS = Set.of(
            "primary", "key", "unique", "constraint", "foreign", "fulltext", "index", "check", "period", "spatial");

    /** Of what stands behind CREATE; null for anything but a table. */
    static SqlColumns of(String statement) {
        Matcher create = CREATE.matcher(statement);
        if (!create.find()) {
            return null;
        }
        Map<String, String> types = new LinkedHashMap<>();
        int depth = 0;
        int from = create.end();
        for (int i = create.end(); i < statement.length(); i++) {
            char c = statement.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0 || (c == ',' && depth == 0)) {
                add(types, statement.substring(from, i));
                from = i + 1;
            }
            if (depth < 0) {
                break;
            }
        }
        return new SqlColumns(create.group(2).toLowerCase(Locale.ROOT), types);
    }

    private static void add(Map<String, String> types, String definition) {
        Matcher column = COLUMN.matcher(definition);
        if (column.matches()) {
            String name = column.group(1).toLowerCase(Locale.ROOT);
            boolean quoted =
                    definition.strip().startsWith("`") || definition.strip().startsWith("\"");
            if (quoted || !NO_COLUMNS.contains(name)) {
                types.put(name, column.group(2).toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Of what stands behind COPY; null where it does not say its columns or is not followed by rows. */
    static SqlColumns ofCopy(String statement) {
        Matcher copy = COPY.matcher(statement);
        if (!copy.find()) {
            return null;
        }
        Map<String, String> types = new LinkedHashMap<>();
        for (String name : copy.group(3).split(",", -1)) {
            types.put(name.strip().replace("\"", "").toLowerCase(Locale.ROOT), "");
        }
        return new SqlColumns(copy.group(2).toLowerCase(Locale.ROOT), types);
    }
}
