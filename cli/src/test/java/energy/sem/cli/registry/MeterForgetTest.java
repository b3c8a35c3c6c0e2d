package energy.sem.cli.registry;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import energy.sem.cli.TestTopics;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.KeptFiles;
import energy.sem.cli.forget.ForgottenNote;
import energy.sem.cli.past.PlayedServer;
import energy.sem.cli.past.PlayedServer.Ran;
import energy.sem.cli.screen.Screen;
import energy.sem.event.Topics;
import energy.sem.local.test.TestServices;
import energy.sem.registry.RegistryTopic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem meter forget} on a real MariaDB and a real Kafka. */
class MeterForgetTest {
    private static final TestServices SERVICES = TestServices.get();

    /** Tables without anything of a meter in them. */
    private static final String OF_NO_METER =
            "'flyway_schema_history','raw_window','spot_price','price_source','price_turn',"
                    + "'price_version','price_fault','page_contract','doctor_look','backup_run','stored_position','forgotten_meter'";

    @TempDir
    private Path folder;

    @BeforeAll
    static void topics() throws Exception {
        TestTopics.make(
                RegistryTopic.of(1),
                new NewTopic(Topics.METERS, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
    }

    @BeforeEach
    void twoMeters() throws Exception {
        tell(Topics.REGISTRY, "meter/roof", null);
        tell(Topics.METERS, "roof", null);
        sql("DROP DATABASE IF EXISTS sem", "CREATE DATABASE sem CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        sql("DROP DATABASE IF EXISTS sem_views", "CREATE DATABASE sem_views CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        Flyway.configure()
                .dataSource(SERVICES.jdbcUrl("sem"), "sem_migrate", SERVICES.password("sem_migrate"))
                .load()
                .migrate();
        sql(
                "USE sem",
                "INSERT INTO meter (id, name, simulated, first_at) VALUES (1, 'home', 0, 1), (2, 'roof', 0, 2)",
                "CALL move_raw_window((UNIX_TIMESTAMP() - 3 * 86400) * 1000, (UNIX_TIMESTAMP() + 2 * 86400) * 1000)");
        for (int meter = 1; meter <= 2; meter++) {
            String name = meter == 1 ? "home" : "roof";
            sql(
                    "USE sem",
                    "INSERT INTO device (id, meter_id, kind, serial, first_at) VALUES (" + meter + "0, " + meter
                            + ", 'electricity', 'E', 1), (" + meter + "1, " + meter + ", 'gas', 'G', 1)",
                    "INSERT INTO reading (device_id, at) SELECT " + meter
                            + "0, UNIX_TIMESTAMP() * 1000 - seq * 1000 FROM seq_1_to_25000",
                    "INSERT INTO mbus_reading (device_id, at) VALUES (" + meter + "1, UNIX_TIMESTAMP() * 1000)",
                    "INSERT INTO quarter_hour (device_id, quarter, first_at, last_at) SELECT " + meter
                            + "0, seq, seq * 900000, seq * 900000 + 1 FROM seq_1700000_to_1700500",
                    "INSERT INTO import_quarter (device_id, quarter, first_at, last_at, import_id, applied) VALUES ("
                            + meter + "0, 1700000, 1, 2, 7, 'row')",
                    "INSERT INTO device_register VALUES (" + meter + "0, 'import_t1_wh', 1700000)",
                    "INSERT INTO device_event (device_id, kind, at, detail) VALUES (" + meter
                            + "0, 'appeared', 1, 'x')",
                    "INSERT INTO electricity_day (device_id, day, covered_s) VALUES (" + meter
                            + "0, '2026-11-29', 86400)",
                    "INSERT INTO month_peak (device_id, month) VALUES (" + meter + "0, '2026-11-01')",
                    "INSERT INTO occurrence VALUES (" + meter + ", 's', 'text', 0, 1, NULL, 'x', NULL, NULL)",
                    "INSERT INTO meter_turn VALUES (" + meter + ", 3)",
                    "INSERT INTO import_turn VALUES ('" + name + "', 1)",
                    "INSERT INTO import_device VALUES (" + meter + ", " + meter + "0, 1, 1700000, 1700001)",
                    "INSERT INTO import_run VALUES (" + meter + ", '" + name
                            + "', 'x', 1, 'f', 1, 0, 1, 1, 2, 'a', 1, 2, 'done', NULL, NULL, 'w')",
                    "INSERT INTO quarantine (meter_id, at, cause, detail, event) VALUES (" + meter
                            + ", 1, 'c', 'd', '{}')");
        }
    }

    @Test
    void all_that_any_table_has_of_the_meter_is_gone_and_of_the_others_nothing() throws Exception {
        Map<String, Long> all = rowsByTable();
        assertThat(all).allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());

        Ran ran = forget("roof", "--yes");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("Meter roof is forgotten: ", "Kafka keeps its telegrams");
        rowsByTable().forEach((table, rows) -> assertThat(rows).as(table).isEqualTo(all.get(table) / 2));
        assertThat(number("SELECT COUNT(*) FROM sem.meter WHERE name = 'home'")).isOne();
        assertThat(number("SELECT COUNT(*) FROM sem.forgotten_meter WHERE name = 'roof' AND at > 0"))
                .isOne();
        assertThat(forget("roof", "--yes").status()).as("again").isZero();
    }

    @Test
    void a_meter_that_is_administered_still_or_that_a_gateway_has_is_not_forgotten() throws Exception {
        tell(Topics.REGISTRY, "meter/roof", "{}");
        assertThat(forget("roof", "--yes").err())
                .contains("in the registry still", "remove roof", "Nothing was changed");

        tell(Topics.REGISTRY, "meter/roof", null);
        tell(Topics.METERS, "roof", "{}");
        assertThat(forget("roof", "--yes").err())
                .contains("a meter-gateway has meter roof still", "Nothing was changed");

        assertThat(number("SELECT COUNT(*) FROM sem.meter")).isEqualTo(2);
        assertThat(number("SELECT COUNT(*) FROM sem.forgotten_meter")).isZero();
    }

    @Test
    void it_asks_first_and_without_anybody_to_ask_it_does_nothing() throws Exception {
        Ran ran = forget("roof");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("Nobody is there to ask: --yes does it", "Nothing was changed");
        assertThat(number("SELECT COUNT(*) FROM sem.meter")).isEqualTo(2);
    }

    @Test
    void of_a_meter_that_never_was_it_says_so() {
        Ran ran = forget("never", "--yes");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("nothing is stored of a meter never");
    }

    @Test
    void backups_that_have_it_still_are_told_and_have_a_note_beside_them() throws Exception {
        Path backups = Files.createDirectory(folder.resolve("backups"));
        Files.createFile(backups.resolve("sem-20261129-021500Z.semb"));
        MeterForgetCommand command = new MeterForgetCommand();
        new CommandLine(command).parseArgs("roof", "--yes");
        ByteArrayOutputStream shown = new ByteArrayOutputStream();

        command.forget(
                new Installation(
                        "SEM",
                        SERVICES.jdbcUrl("sem"),
                        "sem_migrate",
                        SERVICES.password("sem_migrate"),
                        Optional.of(SERVICES.bootstrapServers()),
                        new KeptFiles(folder.resolve("etc"), Pattern.compile(".*")),
                        Optional.of(backups),
                        Installation.NOTHING),
                new MeterOnKafka(SERVICES.bootstrapServers(), "roof"),
                new Screen(new PrintStream(shown, true, UTF_8), false));

        assertThat(ForgottenNote.read(backups)).containsOnlyKeys("roof");
        assertThat(shown.toString(UTF_8)).contains("1 backups in " + backups + " have it still");
    }

    private Ran forget(String... arguments) {
        return PlayedServer.run(arguments(arguments).toArray(String[]::new));
    }

    private List<String> arguments(String... arguments) {
        try {
            Path password = Files.writeString(folder.resolve("password"), SERVICES.password("sem_migrate"));
            List<String> all = new ArrayList<>(List.of("meter", "forget"));
            all.addAll(List.of(arguments));
            Stream.of(
                            "--database",
                            SERVICES.jdbcUrl("sem"),
                            "--password-file",
                            password.toString(),
                            "--kafka",
                            SERVICES.bootstrapServers())
                    .forEach(all::add);
            return all;
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Long> rowsByTable() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        List<String> tables = new ArrayList<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT table_name FROM information_schema.tables WHERE"
                        + " table_schema = 'sem' AND table_type = 'BASE TABLE' AND table_name NOT IN (" + OF_NO_METER
                        + ")")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        for (String table : tables) {
            rows.put(table, number("SELECT COUNT(*) FROM sem." + table));
        }
        return rows;
    }

    private static long number(String query) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void sql(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(SERVICES.jdbcUrl("mysql"), "root", SERVICES.password("root"));
    }

    private static void tell(String topic, String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", SERVICES.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, key, value)).get();
        }
    }
}
