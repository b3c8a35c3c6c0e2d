package energy.sem.system;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The rows of a running system, read as the user that history reads them as. */
public final class Database {
    private static final String USER = "sem_history";
    private static final List<String> KEPT_FOR_EVER = List.of(
            "meter", "device", "device_register", "device_event", "quarter_hour", "electricity_day", "month_peak");

    private Database() {}

    /** The import registers (tariff 1, Wh) of a meter's raw readings, in the order of their times. */
    static List<Long> importT1Wh(RunningSem sem, String serial) throws SQLException, IOException {
        return column(sem, "SELECT r.import_t1_wh", "reading r", serial, "r.at");
    }

    /** When the first reading of each of a meter's quarter hours was. */
    static List<Instant> quarterHours(RunningSem sem, String serial) throws SQLException, IOException {
        return column(sem, "SELECT r.first_at", "quarter_hour r", serial, "r.quarter").stream()
                .map(Instant::ofEpochMilli)
                .toList();
    }

    private static List<Long> column(RunningSem sem, String select, String table, String serial, String order)
            throws SQLException, IOException {
        String query = select + " FROM " + table
                + " JOIN device d ON d.id = r.device_id WHERE d.kind = 'electricity' AND d.serial = ? ORDER BY "
                + order;
        try (Connection connection = connect(sem);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, serial);
            try (ResultSet rows = statement.executeQuery()) {
                List<Long> result = new ArrayList<>();
                while (rows.next()) {
                    result.add(rows.getLong(1));
                }
                return result;
            }
        }
    }

    /** Every row of what is kept for ever, by table, as text. */
    static Map<String, List<String>> keptForEver(RunningSem sem) throws SQLException, IOException {
        Map<String, List<String>> tables = new TreeMap<>();
        try (Connection connection = connect(sem);
                Statement statement = connection.createStatement()) {
            for (String table : KEPT_FOR_EVER) {
                List<String> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
                    int columns = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        StringJoiner row = new StringJoiner("|");
                        for (int i = 1; i <= columns; i++) {
                            row.add(result.getString(i));
                        }
                        rows.add(row.toString());
                    }
                }
                rows.sort(null);
                tables.put(table, rows);
            }
        }
        return tables;
    }

    /** As that user, who may only read. */
    public static Connection connect(RunningSem sem) throws SQLException, IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(sem.data().resolve("mariadb/passwords.properties"))) {
            passwords.load(reader);
        }
        return DriverManager.getConnection(sem.jdbcUrl(), USER, passwords.getProperty(USER));
    }
}
