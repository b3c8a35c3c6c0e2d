package energy.sem.files;

import java.util.List;
import java.util.Map;
import java.util.Set;

import energy.sem.files.reading.Encoding;

/** The beginning of an unpacked file, by which its format is found. Immutable. */
public final class FileBeginning {

    /** How much is looked at. */
    public static final int MOST_BYTES = 64 * 1024;

    private final byte[] bytes;
    private final String text;
    private final Map<String, Set<String>> tables;
    private final List<String> members;

    /**
     * @param bytes the first, at most {@value #MOST_BYTES}; of an archive those of its manifest, if it has one
     * @param tables of an SQLite file, their columns by table, in lower case; empty for any other file
     * @param members the names in an archive; empty for any other file
     */
    public FileBeginning(byte[] bytes, Map<String, Set<String>> tables, List<String> members) {
        this.bytes = bytes.clone();
        this.text = Encoding.text(bytes);
        this.tables = Map.copyOf(tables);
        this.members = List.copyOf(members);
    }

    /** The first bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The first bytes as text, in the encoding that they show, without the byte order mark. */
    public String text() {
        return text;
    }

    /** The first line, or an empty one. */
    public String firstLine() {
        return text.lines().findFirst().orElse("");
    }

    /** The tables of an SQLite file and their columns, in lower case. */
    public Map<String, Set<String>> tables() {
        return tables;
    }

    /** Whether it is an SQLite file with this table and these columns, in lower case. */
    public boolean hasTable(String table, String... columns) {
        Set<String> known = tables.get(table);
        return known != null && known.containsAll(List.of(columns));
    }

    /** The names in an archive of several files that may be one history; empty for any other file. */
    public List<String> members() {
        return members;
    }

    /** Whether it is a text: neither an archive nor a database, and without zero bytes. */
    public boolean isText() {
        return tables.isEmpty() && members.isEmpty() && text.indexOf('\0') < 0;
    }
}
