package energy.sem.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.cli.backup.archive.ArchiveReader;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.KeptFiles;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.screen.Screen;
import energy.sem.local.mariadb.DatabaseUser;
import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.Folders;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long ten years of one home take: three devices with 350,640 quarter hours each, and two weeks of raw readings, one a
 * second. Prints the figures of docs/decisions/backup.md. {@code -Dsem.ten-years=DIR} keeps the database there for
 * {@code benchmarks/backup/compare}.
 */
@EnabledIfSystemProperty(named = "sem.test.long", matches = "true")
class TenYearsTest {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int QUARTERS = 350_640;
    private static final int SECONDS = 14 * 86_400;

    @Test
    void ten_years_of_a_home_are_back_in_less_than_five_minutes() throws Exception {
        String kept = System.getProperty("sem.ten-years");
        Path folder = kept == null ? Files.createTempDirectory(Path.of("target"), "ten-years-") : Path.of(kept);
        Screen screen = new Screen(System.out, false);
        try (LocalMariaDb database =
                LocalMariaDb.start(folder.resolve("mariadb").toAbsolutePath(), 0)) {
            fill(database);
            Installation home = installation(database, folder);
            Instant begin = Instant.now();
            Path file = new Backup(home, Optional.empty(), screen)
                    .into(new BackupFolder(folder.resolve("backups")), "")
                    .file();
            Duration backup = Duration.between(begin, Instant.now());
            for (String schema : List.of("sem", "sem_views")) {
                sql(database, "DROP DATABASE " + schema, "CREATE DATABASE " + schema);
            }
            begin = Instant.now();
            ArchiveReader.Checked checked = ArchiveReader.check(file, Optional.empty());
            Duration check = Duration.between(begin, Instant.now());
            new Restore(file, checked, Optional.empty(), screen, Duration.ZERO)
                    .into(home, new BackupFolder(folder.resolve("before")));
            Duration restore = Duration.between(begin, Instant.now());

            System.out.printf(
                    "ten years: %d rows, file %.1f MB, backup %d s, restore %d s (of it checking the file %d s)%n",
                    checked.rows(), Files.size(file) / 1e6, backup.toSeconds(), restore.toSeconds(), check.toSeconds());
            assertThat(restore).isLessThan(LONGEST);
        } finally {
            if (kept == null) {
                Folders.delete(folder);
            }
        }
    }

    private static Installation installation(LocalMariaDb database, Path folder) {
        return new Installation(
                "ten years",
                database.jdbcUrl(),
                DatabaseUser.MIGRATE.userName(),
                database.password(DatabaseUser.MIGRATE),
                Optional.empty(),
                new KeptFiles(folder.resolve("etc"), Pattern.compile(".*")),
                Optional.empty(),
                Installation.NOTHING);
    }

    /** Rows as a household's: registers that grow, powers and voltages that vary. */
    private static void fill(LocalMariaDb database) throws SQLException, IOException {
        Flyway.configure()
                .dataSource(
                        database.jdbcUrl(), DatabaseUser.MIGRATE.userName(), database.password(DatabaseUser.MIGRATE))
                .load()
                .migrate();
        long lastQuarter = Instant.now().getEpochSecond() / 900;
        long lastMilli = Instant.now().getEpochSecond() * 1000;
        List<String> statements = new ArrayList<>();
        statements.add("INSERT INTO sem.meter (id, name, simulated, first_at) VALUES (1, 'home', 0, 1)");
        statements.add(
                "INSERT INTO sem.device (id, meter_id, kind, serial, first_at) VALUES (1, 1, 'electricity', '1SEM1', 1),"
                        + " (2, 1, 'gas', '7SEM1', 1), (3, 1, 'water', '8SEM1', 1)");
        statements.add(
                "CALL sem.move_raw_window(" + (lastMilli - 15L * 86_400_000) + ", " + (lastMilli + 86_400_000L) + ")");
        String quarters =
                " FROM (SELECT seq, " + (lastQuarter - QUARTERS) + " + seq AS q FROM seq_1_to_" + QUARTERS + ") s";
        statements.add(
                "INSERT INTO sem.quarter_hour (device_id, quarter, first_at, last_at, first_import_t1_wh, last_import_t1_wh,"
                        + " first_import_t2_wh, last_import_t2_wh, first_export_t1_wh, last_export_t1_wh, first_export_t2_wh,"
                        + " last_export_t2_wh, max_import_w, max_export_w, min_voltage_l1_dv, max_voltage_l1_dv)"
                        + " SELECT 1, q, q * 900000, q * 900000 + 899000, seq * 60, seq * 60 + 59, seq * 50, seq * 50 + 49, seq * 30,"
                        + " seq * 30 + 29, seq * 20, seq * 20 + 19, FLOOR(RAND(seq) * 6000), FLOOR(RAND(seq + 1) * 4000),"
                        + " 2250 + FLOOR(RAND(seq) * 50), 2320 + FLOOR(RAND(seq + 2) * 90)" + quarters);
        for (int device : new int[] {2, 3}) {
            statements.add(
                    "INSERT INTO sem.quarter_hour (device_id, quarter, first_at, last_at, first_volume_l, last_volume_l)"
                            + " SELECT " + device
                            + ", q, q * 900000, q * 900000 + 600000, seq * 20 + FLOOR(RAND(seq) * 20),"
                            + " seq * 20 + 20" + quarters);
        }
        statements.add(
                "INSERT INTO sem.electricity_day SELECT 1, DATE_SUB(CURDATE(), INTERVAL seq DAY), FLOOR(RAND(seq) * 9000),"
                        + (lastQuarter - 50) + " - seq * 96, 86400 FROM seq_1_to_3652");
        statements.add(
                "INSERT INTO sem.reading (device_id, at, import_t1_wh, import_t2_wh, export_t1_wh, export_t2_wh, tariff,"
                        + " import_w, export_w, demand_w, voltage_l1_dv, voltage_l2_dv, voltage_l3_dv, current_l1_ca, current_l2_ca,"
                        + " current_l3_ca, import_l1_w, import_l2_w, import_l3_w, export_l1_w, export_l2_w, export_l3_w, gas_l, water_l)"
                        + " SELECT 1, " + (lastMilli - 1000L * SECONDS)
                        + " + seq * 1000, 20000000 + seq DIV 6, 17000000, 9000000,"
                        + " 6000000, 1, FLOOR(RAND(seq) * 6000), 0, FLOOR(RAND(seq + 3) * 2000), 2300 + FLOOR(RAND(seq) * 90),"
                        + " 2300 + FLOOR(RAND(seq + 1) * 90), 2300 + FLOOR(RAND(seq + 2) * 90), FLOOR(RAND(seq) * 1000),"
                        + " FLOOR(RAND(seq + 1) * 1000), FLOOR(RAND(seq + 2) * 1000), FLOOR(RAND(seq) * 2000),"
                        + " FLOOR(RAND(seq + 1) * 2000), FLOOR(RAND(seq + 2) * 2000), 0, 0, 0, 7000000 + seq DIV 300,"
                        + " 900000 + seq DIV 400 FROM seq_1_to_" + SECONDS);
        statements.add("INSERT INTO sem.mbus_reading (device_id, at, volume_l) SELECT 2, "
                + (lastMilli - 14L * 86_400_000) + " + seq * 300000, 7000000 + seq FROM seq_1_to_4032");
        statements.add("ANALYZE TABLE sem.quarter_hour, sem.reading");
        sql(database, statements.toArray(String[]::new));
    }

    private static void sql(LocalMariaDb database, String... statements) throws SQLException {
        try (Connection root = database.connect(DatabaseUser.ROOT);
                Statement statement = root.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
