package energy.sem.benchmarks.ingest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import energy.sem.local.LocalServices;
import energy.sem.local.mariadb.DatabaseUser;

/** What rows take on disk: measured on the files of a server that was stopped cleanly and started again. */
final class Room {
    private static final int QUARTERS_A_YEAR = 35_040;
    private static final int HOURS_A_YEAR = 8_760;

    private final LocalServices services;
    private final LoadTopic topic;

    Room(LocalServices services, LoadTopic topic) {
        this.services = services;
        this.topic = topic;
    }

    /** Prints the figures. */
    void measure() throws Exception {
        topic.send(
                List.of("year"),
                QUARTERS_A_YEAR,
                Duration.ofMinutes(15),
                Instant.now().truncatedTo(ChronoUnit.HOURS));
        topic.awaitConsumed();
        try (Connection connection = services.mariaDb().connect(DatabaseUser.ROOT);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE plain LIKE reading");
            statement.execute("ALTER TABLE plain PAGE_COMPRESSED = 0");
            String columns = text("SELECT GROUP_CONCAT(column_name) FROM information_schema.columns"
                    + " WHERE table_schema = 'sem' AND table_name = 'reading' AND is_generated = 'NEVER'");
            statement.execute("INSERT INTO plain (" + columns + ") SELECT " + columns + " FROM reading");
        }
        services.mariaDb().stop();
        services.mariaDb().restart();
        double rawRows = rows("reading");
        double raw = bytes("sem/reading#P#%") / rawRows;
        double plainRows = rows("plain");
        double plain = bytes("sem/plain#P#%") / plainRows;
        System.out.printf(
                "bytes a raw row: %.1f, uncompressed %.1f: %.2f (wanted: at most 0.25)%n", raw, plain, raw / plain);
        double quarterRows = rows("quarter_hour");
        double quarter = bytes("sem/quarter_hour") / quarterRows;
        System.out.printf(
                "bytes a quarter hour: %.1f; a meter-year: %.1f MB (wanted: at most 3), with gas and water each hour %.1f MB%n",
                quarter, quarter * QUARTERS_A_YEAR / 1e6, quarter * (QUARTERS_A_YEAR + 2 * HOURS_A_YEAR) / 1e6);
    }

    private double rows(String table) throws SQLException {
        return number("SELECT COUNT(*) FROM " + table);
    }

    /** What the files of an open table take on the disk: without the holes that page compression leaves in them. */
    private double bytes(String tablespaces) throws SQLException {
        return number("SELECT SUM(allocated_size) FROM information_schema.innodb_sys_tablespaces WHERE name LIKE '"
                + tablespaces + "'");
    }

    private double number(String sql) throws SQLException {
        return Double.parseDouble(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = services.mariaDb().connect(DatabaseUser.ROOT);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
