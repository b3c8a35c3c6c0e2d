package energy.sem.cli.up;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.keep.BackupFile;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.screen.Screen;
import energy.sem.local.LocalServices;
import energy.sem.local.mariadb.DatabaseUser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One data folder through its life: new, of an older version, of this one, of a newer one. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTest {
    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static LocalServices local;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        data = DataFolder.take(folder.resolve("data"), DataFolder.Kind.REAL);
        local = LocalServices.start(data.path());
    }

    @AfterAll
    static void stop() {
        local.close();
        data.close();
    }

    @Test
    @Order(1)
    void a_new_folder_is_left_to_ingest() {
        run(DataFolder.Kind.REAL);

        assertThat(shown.toString(UTF_8)).isEmpty();
        assertThat(backups()).isEmpty();
    }

    @Test
    @Order(2)
    void older_tables_of_a_real_meter_are_backed_up_and_brought_up_to_date_with_progress() throws SQLException {
        migrateTo("5");
        sql("INSERT INTO meter (name, first_at) VALUES ('home', 1)");

        run(DataFolder.Kind.REAL);

        assertThat(shown.toString(UTF_8))
                .contains(
                        "The tables are of an older SEM (version 5)",
                        "The way back, with the older SEM: ./sem restore " + folder,
                        "  version 6, reactive energy …");
        assertThat(backups()).singleElement().asString().contains("-before-upgrade.semb");
        sql(
                "INSERT INTO backup_run (kind, scheduled, started_at, ended_at, ok, detail) VALUES ('drill', 0, 0, 0, 1, '')");
    }

    @Test
    @Order(3)
    void tables_of_this_version_are_left_alone() {
        run(DataFolder.Kind.REAL);

        assertThat(shown.toString(UTF_8)).isEmpty();
        assertThat(backups()).hasSize(1);
    }

    @Test
    @Order(4)
    void tables_of_a_newer_version_are_refused_with_the_way_back() throws SQLException {
        sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, 1)");

        assertThatThrownBy(() -> run(DataFolder.Kind.REAL))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("are of a newer SEM (version 999 of the tables; this one knows")
                .hasMessageContaining("./sem restore")
                .hasMessageContaining("-before-upgrade.semb");
    }

    private void run(DataFolder.Kind kind) {
        new Upgrade(data, local, new Screen(new PrintStream(shown, true, UTF_8), false)).run(kind, Map.of());
    }

    private static Iterable<Path> backups() {
        return new BackupFolder(data.path().resolve("backups"))
                .list().stream().map(BackupFile::path).toList();
    }

    private static void migrateTo(String target) {
        Flyway.configure()
                .dataSource(
                        local.mariaDb().jdbcUrl(),
                        DatabaseUser.MIGRATE.userName(),
                        local.mariaDb().password(DatabaseUser.MIGRATE))
                .target(target)
                .load()
                .migrate();
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection = local.mariaDb().connect(DatabaseUser.MIGRATE);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
