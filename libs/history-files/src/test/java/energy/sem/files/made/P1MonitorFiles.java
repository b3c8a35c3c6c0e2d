package energy.sem.files.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import energy.sem.p1.Register;

/**
 * P1 Monitor's tables: stamped with the wall time at which a period began, with the registers of its end; unique by that time, so that
 * October's second hour replaces the first; the newest row of each table has not ended.
 */
public final class P1MonitorFiles {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String COLUMNS =
            "TIMESTAMP,VERBR_KWH_181,VERBR_KWH_182,GELVR_KWH_281,GELVR_KWH_282,VERBR_KWH_X,GELVR_KWH_X,VERBR_GAS_2421";

    private P1MonitorFiles() {}

    /** The rows of each table as texts of SQL values. The household's last hour is the one in which the file was made. */
    private static Map<String, List<String>> tables(Household household) {
        Instant made = household.edge(household.quarters() - 2);
        Map<String, List<String>> tables = new LinkedHashMap<>();
        Map<LocalDateTime, String> minutes = new LinkedHashMap<>();
        for (Instant at = household.edge(0); at.isBefore(made); at = at.plusSeconds(60)) {
            put(minutes, household, at, min(at.plusSeconds(60), made));
        }
        Map<LocalDateTime, String> hours = new LinkedHashMap<>();
        for (Instant at = household.edge(0); at.isBefore(made); at = at.plusSeconds(3_600)) {
            put(hours, household, at, min(at.plusSeconds(3_600), made));
        }
        Map<LocalDateTime, String> days = new LinkedHashMap<>();
        List<Instant> midnights = household.midnights();
        for (int d = 0; d + 1 < midnights.size(); d++) {
            put(days, household, midnights.get(d), min(midnights.get(d + 1), made));
        }
        tables.put("e_history_min", new ArrayList<>(minutes.values()));
        tables.put("e_history_uur", new ArrayList<>(hours.values()));
        tables.put("e_history_dag", new ArrayList<>(days.values()));
        return tables;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void put(Map<LocalDateTime, String> rows, Household household, Instant begins, Instant seen) {
        LocalDateTime wall = begins.atZone(household.zone()).toLocalDateTime();
        StringBuilder row = new StringBuilder("'" + TIME.format(wall) + "'");
        for (Register register :
                List.of(Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH)) {
            row.append(",'")
                    .append(Household.decimal(household.at(register, seen), '.'))
                    .append('\'');
        }
        rows.put(wall, row + ",'0.1','0','" + Household.decimal(household.at(Register.VOLUME_L, seen), '.') + "'");
    }

    /**
     * The export.
     *
     * @param promised how many rows more than there are the manifest promises
     */
    public static byte[] export(Household household, int promised) throws IOException {
        StringBuilder text = new StringBuilder();
        tables(household)
                .forEach((table, rows) -> rows.forEach(row -> text.append("replace into ")
                        .append(table)
                        .append(" (")
                        .append(COLUMNS)
                        .append(") values (")
                        .append(row)
                        .append(");\n")));
        long count = text.chars().filter(c -> c == '\n').count() + 1;
        Map<String, String> members = new LinkedHashMap<>();
        members.put("p1mon/export/historie20260101", text.toString());
        members.put(
                "p1mon/export/financieel20260101",
                "replace into e_financieel_dag (TIMESTAMP) values ('2025-01-01 00:00:00');\n");
        members.put(
                "manifest.json", "{\"timestamp\":\"2026-01-01 10:00:00\",\"record_count\":" + (count + promised) + "}");
        return SemExportFiles.zipOf(members);
    }

    /** The database. */
    public static Path database(Household household, Path file) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Map.Entry<String, List<String>> table : tables(household).entrySet()) {
                statement.execute(
                        "CREATE TABLE " + table.getKey() + " (TIMESTAMP TEXT PRIMARY KEY NOT NULL, VERBR_KWH_181 REAL,"
                                + " VERBR_KWH_182 REAL, GELVR_KWH_281 REAL, GELVR_KWH_282 REAL, VERBR_KWH_X REAL, GELVR_KWH_X REAL, VERBR_GAS_2421 REAL)");
                for (String row : table.getValue()) {
                    statement.execute("INSERT INTO " + table.getKey() + " VALUES (" + row + ")");
                }
            }
            connection.commit();
        }
        return file;
    }
}
