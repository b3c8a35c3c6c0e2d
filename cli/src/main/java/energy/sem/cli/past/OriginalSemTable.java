package energy.sem.cli.past;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import energy.sem.cli.StartFailure;
import energy.sem.files.originalsem.FluviusMeterRow;

/** The table {@code FluviusMeter} of an original SEM that runs, saved as mariadb-dump would write it. It is only read. */
final class OriginalSemTable {
    private static final Pattern WHERE = Pattern.compile(
            "(?<user>[^@/\\s]+)@(?<host>[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:(?<port>[0-9]{1,5}))?/(?<database>[A-Za-z0-9_$-]+)");
    private static final String OPTIONS = "?connectTimeout=10000&socketTimeout=120000&allowLocalInfile=false";
    private static final String TIME = "reading_time";
    private static final int ROWS_A_STATEMENT = 500;
    private static final int ROWS_A_FETCH = 2_000;

    private final String url;
    private final String user;

    private OriginalSemTable(String url, String user) {
        this.url = url;
        this.user = user;
    }

    /** @param where {@code USER@HOST/DATABASE}, with {@code :PORT} behind the host if it is not 3306 */
    static OriginalSemTable at(String where) {
        Matcher parts = WHERE.matcher(where);
        if (!parts.matches()) {
            throw new StartFailure("the database of the original SEM is said as USER@HOST/DATABASE, such as"
                    + " sem@192.168.1.5/IOT; its password does not belong there.");
        }
        String port = parts.group("port") == null ? "3306" : parts.group("port");
        return new OriginalSemTable(
                "jdbc:mariadb://" + parts.group("host") + ":" + port + "/" + parts.group("database") + OPTIONS,
                parts.group("user"));
    }

    /**
     * Writes all rows of it.
     *
     * @return how many there are
     */
    long save(String password, Path file) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                BufferedWriter to = Files.newBufferedWriter(file)) {
            connection.setReadOnly(true);
            statement.execute("SET SESSION time_zone = '+00:00', net_write_timeout = 600");
            Map<String, String> columns = columns(statement);
            if (!columns.containsKey(TIME)) {
                throw new StartFailure(
                        "there is no table FluviusMeter with a column reading_time in that database, or its"
                                + " user may not read it. Nothing was changed.");
            }
            to.write("-- What an original SEM's database answered, as its dump has it.\n");
            to.write("/*!40103 SET TIME_ZONE='+00:00' */;\nCREATE TABLE `FluviusMeter` (\n");
            to.write(columns.entrySet().stream()
                    .map(each -> "  `" + each.getKey() + "` " + each.getValue())
                    .collect(Collectors.joining(",\n")));
            to.write("\n);\n");
            return rows(statement, columns, to);
        }
    }

    /** The columns that are wanted and there, with their types. */
    private static Map<String, String> columns(Statement statement) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet found = statement.executeQuery("SELECT column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = DATABASE() AND table_name = 'FluviusMeter' ORDER BY ordinal_position")) {
            while (found.next()) {
                String name = found.getString(1);
                boolean wanted = name.equals(TIME) || FluviusMeterRow.COLUMNS.contains(name);
                if (wanted) {
                    columns.put(name, found.getString(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return columns;
    }

    private static long rows(Statement statement, Map<String, String> columns, BufferedWriter to)
            throws SQLException, IOException {
        String asText = columns.entrySet().stream()
                .map(each -> asText(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
        statement.setFetchSize(ROWS_A_FETCH);
        long rows = 0;
        try (ResultSet found = statement.executeQuery("SELECT " + asText + " FROM FluviusMeter")) {
            while (found.next()) {
                to.write(
                        rows % ROWS_A_STATEMENT == 0
                                ? (rows == 0 ? "" : ";\n") + "INSERT INTO `FluviusMeter` VALUES ("
                                : ",\n(");
                for (int i = 1; i <= columns.size(); i++) {
                    to.write((i == 1 ? "" : ",") + quoted(found.getString(i)));
                }
                to.write(")");
                rows++;
            }
        }
        to.write(rows == 0 ? "" : ";\n");
        to.write("-- Dump completed\n");
        return rows;
    }

    /** The server shows six digits of a FLOAT, though it keeps seven: as a DOUBLE it shows them all. */
    private static String asText(String column, String type) {
        if (column.equals(TIME)) {
            return "DATE_FORMAT(" + TIME + ", '%Y-%m-%d %H:%i:%s')";
        }
        return "CONCAT(" + column + (type.equals("float") ? " + 0e0" : "") + ")";
    }

    private static String quoted(String text) {
        return text == null ? "NULL" : "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** What to do about a refusal; without the server's own words, which name users and hosts. */
    static String words(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("28") || state.startsWith("42")) {
            return "the database of the original SEM refuses its user or the password, or has no such database ("
                    + state + "): compare them with its post-data.php.";
        }
        if (state.startsWith("08")) {
            return "the database of the original SEM cannot be reached, or broke off: does it run, and does it listen on its"
                    + " network address?";
        }
        return "the database of the original SEM answers with an error (" + state + ", " + e.getErrorCode() + ").";
    }
}
