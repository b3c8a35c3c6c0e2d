package energy.sem.cli.backup;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.StartFailure;
import energy.sem.cli.TestTopics;
import energy.sem.cli.backup.archive.ArchiveReader;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.KeptFiles;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.backup.table.Tables;
import energy.sem.cli.forget.Forgetting;
import energy.sem.cli.forget.ForgottenNote;
import energy.sem.cli.screen.Screen;
import energy.sem.event.Topics;
import energy.sem.local.process.RunningClassPath;
import energy.sem.local.test.TestServices;
import energy.sem.registry.RegistryCopy;
import energy.sem.registry.RegistryTopic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A real MariaDB and a real Kafka; each test begins with the same two meters and leaves the tables as it likes. */
class BackupAndRestoreTest {
    private static final TestServices SERVICES = TestServices.get();
    private static final TopicPartition PARTITION = new TopicPartition(Topics.TELEGRAMS, 0);
    private static final Optional<Passphrase> SECRET = Optional.of(Passphrase.of("correct horse battery"));

    private static final String ELS =
            "{\"schema\":1,\"version\":1,\"meters\":[\"roof\"],\"groups\":[],\"keys\":[{\"sha256\":\"" + "b".repeat(64)
                    + "\"}]}";

    private static final String STREET =
            "{\"schema\":1,\"version\":2,\"members\":[\"roof\",\"gone\"],\"key\":\"relative\"}";
    private static final String ROOF = "{\"schema\":1,\"version\":1,\"settings\":{\"source\":\"push\"},\"keys\":[]}";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(shown, true, UTF_8), false);

    @BeforeAll
    static void topic() throws Exception {
        TestTopics.make(new NewTopic(Topics.TELEGRAMS, 1, (short) 1), RegistryTopic.of(1));
    }

    @BeforeEach
    void twoMeters() throws Exception {
        empty();
        withoutRegistry();
        migrate("latest");
        // What LOAD DATA could mistake: tabs, line feeds, backslashes, quotes, NUL, what looks like NULL, and is empty.
        sql("INSERT INTO meter (id, name, simulated, first_at) VALUES (1, 'home', 0, 1), (2, 'roof', 0, 2)");
        sql(
                "INSERT INTO device (id, meter_id, kind, serial, first_at) VALUES (1, 1, 'electricity', 'a\\tb\\nc\\\\d\\'e\"f', 1),"
                        + " (2, 1, 'gas', '\\\\N', 1), (3, 2, 'water', 'NULL', 1), (4, 2, 'heat', '', 1), (5, 2, 'other', 'h\u00e9\ud83d\udca1\\0\\r', 1)");
        sql("CALL move_raw_window((UNIX_TIMESTAMP() - 3 * 86400) * 1000, (UNIX_TIMESTAMP() + 2 * 86400) * 1000)");
        sql("INSERT INTO reading (device_id, at, import_t1_wh) SELECT 1, UNIX_TIMESTAMP() * 1000 - seq * 1000, seq"
                + " FROM seq_1_to_2500");
        sql(
                "INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_import_t1_wh) SELECT 1, seq, seq * 900000,"
                        + " seq * 900000 + 1, seq FROM seq_1700000_to_1702500");
        sql("INSERT INTO electricity_day VALUES (1, '2026-11-29', NULL, NULL, 86400)");
        sql("INSERT INTO occurrence VALUES (1, 's', 'text', 0, 1, NULL, 'two\\nlines', NULL, NULL)");
        sql("UPDATE raw_window SET day_zone = 'Europe/Brussels'");
    }

    @Test
    void every_row_of_every_table_comes_back_in_the_place_of_what_is_there() throws Exception {
        Map<String, String> before = totals();
        Path file = backup();
        sql("DELETE FROM reading");
        sql("UPDATE meter SET name = 'other' WHERE id = 2");

        restore(file);

        assertThat(totals()).isEqualTo(before);
        assertThat(shown.toString(UTF_8)).contains("-before-restore.semb", "rows are back");
        sql("INSERT INTO device (meter_id, kind, serial, first_at) VALUES (1, 'gas', 'next', 1)");
        assertThatThrownBy(
                        () -> sql("INSERT INTO device (meter_id, kind, serial, first_at) VALUES (99, 'gas', 'x', 1)"))
                .as("foreign keys hold as before")
                .isInstanceOf(SQLException.class);
        assertThat(schemas()).doesNotContain("sem_restore", "sem_replaced");
    }

    @Test
    void an_empty_database_gets_tables_views_and_procedures() throws Exception {
        Map<String, String> before = totals();
        Path file = backup();
        empty();

        restore(file);

        assertThat(totals()).isEqualTo(before);
        sql("SELECT * FROM device_change");
        sql("SELECT * FROM sem_views.quarter_hours LIMIT 1");
        sql("SELECT * FROM sem_views.day_ahead_prices LIMIT 1");
        sql("CALL move_raw_window((UNIX_TIMESTAMP() - 3 * 86400) * 1000, (UNIX_TIMESTAMP() + 3 * 86400) * 1000)");
    }

    @Test
    void ingest_goes_back_to_where_it_was_and_not_behind_what_kafka_has() throws Exception {
        produce(10);
        commit(end() - 6);
        Path file = backup();
        commit(end());

        restore(file);

        assertThat(committed()).isEqualTo(end() - 6);
        assertThat(shown.toString(UTF_8)).contains("Ingest will read 6 telegrams again from Kafka");

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", SERVICES.bootstrapServers()))) {
            admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(end() - 2)))
                    .all()
                    .get();
        }
        restore(file);

        assertThat(committed()).isEqualTo(end() - 2);
        assertThat(shown.toString(UTF_8)).contains("4 telegrams between the backup and those are no longer in Kafka");
    }

    @Test
    void the_registry_of_meters_comes_back_where_there_is_none_and_byte_for_byte() throws Exception {
        register("meter/roof", ROOF, "meter/gone", "{}", "meter/broken", "no JSON", "other/x", "1", "reader/els", ELS);
        register("meter/gone", null, "group/street", STREET);
        Path file = backup();
        withoutRegistry();

        restore(file);

        assertThat(registered())
                .containsOnlyKeys("meter/roof", "meter/broken", "other/x", "reader/els", "group/street")
                .containsEntry("meter/roof", ROOF)
                .containsEntry("reader/els", ELS)
                .containsEntry("group/street", STREET);
        assertThat(shown.toString(UTF_8)).contains("with the keys of that time: els. Who left");
        assertThat(shown.toString(UTF_8)).contains("with the members of that time: street.");
        assertThat(shown.toString(UTF_8)).contains("all of the backup's 5 entries are there");
        assertThat(folder.resolve("etc").resolve("sem.registry")).doesNotExist();
    }

    @Test
    void a_registry_that_is_there_stays_as_it_is_and_what_it_has_not_is_said() throws Exception {
        register("meter/roof", ROOF, "meter/shop", ROOF, "reader/els", ELS);
        Path file = backup();
        register("meter/roof", "a later version", "meter/shop", null, "meter/late", ROOF, "reader/els", null);

        restore(file);

        assertThat(registered())
                .containsOnlyKeys("meter/roof", "meter/late")
                .containsEntry("meter/roof", "a later version");
        assertThat(shown.toString(UTF_8))
                .contains("stays as it is", "adds them: shop, reader/els.")
                .doesNotContain("keys of that time");
    }

    @Test
    void a_backup_of_before_the_registry_is_restored_and_changes_nothing_of_it() throws Exception {
        withoutRegistry();
        Path file = backup(without(installation()));
        register("meter/roof", ROOF);

        restore(file);

        assertThat(registered()).containsOnlyKeys("meter/roof");
        assertThat(shown.toString(UTF_8)).doesNotContain("of the registry");
    }

    @Test
    void the_hashes_of_the_registrys_keys_are_encrypted_with_all_else() throws Exception {
        register("meter/roof", ROOF);
        Path open = backup();
        Path sealed = new Backup(installation(), SECRET, screen)
                .into(new BackupFolder(folder.resolve("sealed")), "")
                .file();

        assertThat(ArchiveReader.check(open, Optional.empty()).files()).contains("sem.registry");
        assertThat(ArchiveReader.check(sealed, SECRET).files()).contains("sem.registry");
        assertThatThrownBy(() -> ArchiveReader.check(sealed, Optional.empty())).isInstanceOf(IOException.class);
        assertThat(new Drill(sealed, SECRET, screen).run(Optional.empty())).contains("came back the same");
    }

    @Test
    void a_meter_that_was_forgotten_since_does_not_come_back_with_an_older_backup() throws Exception {
        register("meter/home", ROOF, "meter/roof", ROOF);
        Path file = backup();
        withoutRegistry();
        new Forgetting(connection(), "sem").note("home", Instant.now().plusSeconds(5));
        restore(file);

        assertThat(registered()).containsOnlyKeys("meter/roof");
        assertThat(rowsOf("SELECT COUNT(*) FROM meter WHERE name = 'home'")).isZero();
        assertThat(rowsOf("SELECT COUNT(*) FROM quarter_hour")).isZero();
        assertThat(rowsOf("SELECT COUNT(*) FROM meter WHERE name = 'roof'")).isOne();
        assertThat(shown.toString(UTF_8)).contains("Meter home was forgotten on", "it does not come back");

        empty();
        ForgottenNote.add(file.getParent(), "roof", Instant.now().plusSeconds(5));
        restore(file);

        assertThat(rowsOf("SELECT COUNT(*) FROM meter WHERE name = 'roof'")).isZero();
        assertThat(rowsOf("SELECT COUNT(*) FROM meter WHERE name = 'home'")).isOne();
        assertThat(rowsOf("SELECT COUNT(*) FROM forgotten_meter WHERE name = 'roof'"))
                .isOne();
    }

    @Test
    void one_that_was_forgotten_before_the_backup_was_made_and_came_again_does() throws Exception {
        new Forgetting(connection(), "sem").note("home", Instant.now().minusSeconds(5));
        Path file = backup();
        Map<String, String> before = totals();

        restore(file);

        assertThat(totals()).isEqualTo(before);
    }

    @Test
    void while_ingest_runs_nothing_is_restored() throws Exception {
        Path file = backup();
        Map<String, String> before = totals();
        try (KafkaConsumer<String, String> ingest = new KafkaConsumer<>(consumer())) {
            ingest.subscribe(List.of(Topics.TELEGRAMS));
            while (ingest.assignment().isEmpty()) {
                ingest.poll(Duration.ofMillis(100));
            }

            assertThatThrownBy(() -> restore(file))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("ingest runs")
                    .hasMessageContaining("systemctl stop")
                    .hasMessageContaining("Nothing was changed");
        }
        assertThat(totals()).isEqualTo(before);
        assertThat(shown.toString(UTF_8)).contains("Waiting for ingest to end", "podman stop sem-ingest");
    }

    @Test
    void a_backup_of_an_older_version_is_brought_up_to_date() throws Exception {
        empty();
        migrate("5");
        sql("INSERT INTO meter (id, name, simulated, first_at) VALUES (1, 'home', 0, 1)");
        sql("INSERT INTO device (id, meter_id, kind, serial, first_at) VALUES (7, 1, 'gas', 'old', 1)");
        Path file = backup();
        empty();

        restore(file);

        assertThat(shown.toString(UTF_8)).contains("Bringing the tables up to date: version 6, reactive energy");
        sql("SELECT reactive_q1_varh FROM reading");
        assertThat(totals().get("device")).startsWith("1 ");
    }

    @Test
    void a_backup_of_a_newer_version_is_refused() throws Exception {
        sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, 1)");
        Path file = backup();
        empty();
        migrate("latest");

        assertThatThrownBy(() -> restore(file))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("was made by a newer SEM")
                .hasMessageContaining("tables of version 999");
    }

    @Test
    void tables_of_a_newer_version_give_way_to_a_backup_of_before_the_upgrade() throws Exception {
        Map<String, String> before = totals();
        Path file = backup();
        sql(
                "CREATE TABLE later (id INT PRIMARY KEY, meter_id INT UNSIGNED, FOREIGN KEY (meter_id) REFERENCES meter (id))");
        sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                + " execution_time, success) VALUES (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, 1)");

        restore(file);

        assertThat(totals()).isEqualTo(before);
    }

    @Test
    void of_a_damaged_file_nothing_reaches_the_database() throws Exception {
        Path file = backup();
        Map<String, String> before = totals();
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(20261129);
        for (int i = 0; i < 10; i++) {
            Path cut = Files.write(folder.resolve("cut.semb"), Arrays.copyOf(whole, random.nextInt(whole.length)));

            assertThatThrownBy(() -> restore(cut))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("cannot be used");
        }
        assertThat(totals()).isEqualTo(before);
        assertThat(schemas()).doesNotContain("sem_restore");
    }

    @Test
    void a_restore_that_was_killed_leaves_everything_as_it_was_and_the_next_one_does_it() throws Exception {
        Map<String, String> before = totals();
        Path file = backup();
        sql("DELETE FROM quarter_hour WHERE quarter % 2 = 0");
        Map<String, String> damaged = totals();

        killAt(
                "loading",
                "restore",
                "--yes",
                "--keep-in",
                folder.resolve("kept").toString(),
                file.toString());

        assertThat(totals()).isEqualTo(damaged);
        restore(file);
        assertThat(totals()).isEqualTo(before);
        assertThat(schemas()).doesNotContain("sem_restore", "sem_replaced");
    }

    @Test
    void a_backup_that_was_killed_leaves_no_file_with_a_backups_name() throws Exception {
        Path killed = folder.resolve("killed");

        killAt("backing up", "backup", "--to", killed.toString());

        assertThat(new BackupFolder(killed).list()).isEmpty();
        backup();
    }

    @Test
    void a_database_that_is_away_is_said_and_where() {
        Installation away = new Installation(
                "SEM",
                "jdbc:mariadb://127.0.0.1:1/sem",
                "sem_migrate",
                "x",
                Optional.empty(),
                files(),
                Optional.empty(),
                Installation.NOTHING);

        assertThatThrownBy(() -> new Backup(away, Optional.empty(), screen).into(new BackupFolder(folder), ""))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("the database does not answer at jdbc:mariadb://127.0.0.1:1/sem");
        assertThat(new BackupFolder(folder).list()).isEmpty();
    }

    @Test
    void the_drill_restores_on_a_server_of_its_own_and_says_what_came_back() {
        Path file = new Backup(installation(), SECRET, screen)
                .into(new BackupFolder(folder), "")
                .file();

        assertThat(new Drill(file, SECRET, screen).run(Optional.empty()))
                .matches("\\d+ tables with \\d+ rows of .* came back the same, in \\d+ s");
    }

    @Test
    void each_night_leaves_its_result_and_a_drill_comes_once_a_week() throws Exception {
        BackupFolder backups = new BackupFolder(folder);
        Nightly nightly = new Nightly(installation(), backups, Optional.empty(), screen);

        nightly.run(Instant.now());
        new Nightly(installation(), new BackupFolder(folder.resolve("second")), Optional.empty(), screen)
                .run(Instant.now());

        assertThat(runs()).containsExactly("backup 1 1", "drill 1 1", "backup 1 1");
    }

    private static void register(String... keysAndValues) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SERVICES.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < keysAndValues.length; i += 2) {
                producer.send(new ProducerRecord<>(Topics.REGISTRY, 0, keysAndValues[i], keysAndValues[i + 1]))
                        .get();
            }
        }
    }

    private static Map<String, String> registered() throws Exception {
        Map<String, String> values = new TreeMap<>();
        JsonNode all = new ObjectMapper()
                .readTree(RegistryCopy.of(RegistryPart.client(SERVICES.bootstrapServers()))
                        .bytes());
        for (JsonNode one : all) {
            values.put(one.get("key").asText(), new String(one.get("value").binaryValue(), UTF_8));
        }
        return values;
    }

    private static void withoutRegistry() throws Exception {
        for (String key : registered().keySet()) {
            register(key, null);
        }
    }

    private static Installation without(Installation kafka) {
        return new Installation(
                kafka.what(),
                kafka.jdbcUrl(),
                kafka.user(),
                kafka.password(),
                Optional.empty(),
                kafka.files(),
                kafka.backups(),
                kafka.started());
    }

    private Path backup() {
        return backup(installation());
    }

    private Path backup(Installation installation) {
        return new Backup(installation, Optional.empty(), screen)
                .into(new BackupFolder(folder.resolve("b" + System.nanoTime())), "")
                .file();
    }

    private void restore(Path file) {
        ArchiveReader.Checked checked;
        try {
            checked = ArchiveReader.check(file, Optional.empty());
        } catch (IOException e) {
            throw Failures.reading(file, e);
        }
        new Restore(file, checked, Optional.empty(), screen, Duration.ofSeconds(1))
                .into(installation(), new BackupFolder(folder.resolve("kept" + System.nanoTime())));
    }

    private Installation installation() {
        return new Installation(
                "SEM",
                SERVICES.jdbcUrl("sem"),
                "sem_migrate",
                SERVICES.password("sem_migrate"),
                Optional.of(SERVICES.bootstrapServers()),
                files(),
                Optional.empty(),
                Installation.NOTHING);
    }

    private KeptFiles files() {
        return new KeptFiles(folder.resolve("etc"), Pattern.compile(".*"));
    }

    /** Runs {@code ./sem} as a process of its own and kills it when its screen begins a line so. */
    private void killAt(String line, String... arguments) throws Exception {
        Path passwordFile = Files.writeString(folder.resolve("password"), SERVICES.password("sem_migrate"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                String.join(
                        File.pathSeparator,
                        RunningClassPath.entries().stream().map(Path::toString).toList()),
                "energy.sem.cli.Sem"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--database", SERVICES.jdbcUrl("sem"), "--password-file", passwordFile.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        StringBuilder said = new StringBuilder();
        try (var lines = process.inputReader(UTF_8)) {
            for (String each = lines.readLine(); each != null; each = lines.readLine()) {
                said.append(each).append('\n');
                if (each.startsWith(line)) {
                    process.destroyForcibly();
                    break;
                }
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said.toString()).isEqualTo(128 + 9);
    }

    private static Map<String, Object> consumer() {
        return Map.of(
                "bootstrap.servers",
                SERVICES.bootstrapServers(),
                "group.id",
                "sem-ingest",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                StringDeserializer.class);
    }

    private static void produce(int records) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SERVICES.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                producer.send(new ProducerRecord<>(Topics.TELEGRAMS, "home", "x"))
                        .get();
            }
        }
    }

    private static long end() {
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(consumer())) {
            return reader.endOffsets(List.of(PARTITION)).get(PARTITION);
        }
    }

    private static void commit(long offset) {
        try (KafkaConsumer<String, String> ingest = new KafkaConsumer<>(consumer())) {
            ingest.assign(List.of(PARTITION));
            ingest.commitSync(Map.of(PARTITION, new OffsetAndMetadata(offset)));
        }
    }

    private static long committed() {
        try (KafkaConsumer<String, String> ingest = new KafkaConsumer<>(consumer())) {
            return ingest.committed(Set.of(PARTITION)).get(PARTITION).offset();
        }
    }

    private static long rowsOf(String query) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(SERVICES.jdbcUrl("sem"), "sem_migrate", SERVICES.password("sem_migrate"));
    }

    private static void migrate(String target) {
        Flyway.configure()
                .dataSource(SERVICES.jdbcUrl("sem"), "sem_migrate", SERVICES.password("sem_migrate"))
                .target(target)
                .load()
                .migrate();
    }

    private static void empty() throws SQLException {
        for (String schema : List.of("sem", "sem_views")) {
            in("mysql", "DROP DATABASE IF EXISTS " + schema);
            in("mysql", "CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        }
    }

    private Map<String, String> totals() throws SQLException {
        try (Connection connection = installation().connect()) {
            Tables tables = new Tables(connection, "sem");
            Map<String, String> totals = new TreeMap<>();
            for (var table : tables.definitions()) {
                // When a migration was run is not the same after it was run again, nor is its list.
                if (!table.name().equals("flyway_schema_history")) {
                    var total = tables.total(table, rows -> {});
                    totals.put(table.name(), total.rows() + " " + total.sum());
                }
            }
            return totals;
        }
    }

    private static List<String> runs() throws SQLException {
        return strings("SELECT CONCAT_WS(' ', kind, scheduled, ok) FROM sem.backup_run ORDER BY id");
    }

    private static List<String> schemas() throws SQLException {
        return strings("SELECT schema_name FROM information_schema.schemata");
    }

    private static List<String> strings(String query) throws SQLException {
        try (Connection connection = SERVICES.connect("root");
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void sql(String sql) throws SQLException {
        in("sem", sql);
    }

    private static void in(String schema, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(SERVICES.jdbcUrl(schema), "root", SERVICES.password("root"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
