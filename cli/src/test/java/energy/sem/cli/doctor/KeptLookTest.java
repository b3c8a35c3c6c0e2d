package energy.sem.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.from.KeptFiles;
import energy.sem.cli.process.Ports;
import energy.sem.local.process.FreePort;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is found is written into a real MariaDB. */
class KeptLookTest {
    private static final TestServices SERVICES = TestServices.get();

    @TempDir
    private Path folder;

    @BeforeAll
    static void tables() throws SQLException {
        FreshTables.make(SERVICES);
    }

    @Test
    void the_faults_of_a_system_whose_services_are_away_are_written_down_in_doctors_words() throws Exception {
        Instant before = Instant.now();

        String said = new KeptLook(away(), new KeptFaults(installation(SERVICES.jdbcUrl("sem"))), Duration.ZERO).take();

        JsonNode row = faults();
        assertThat(row).isNotEmpty().allSatisfy(each -> {
            assertThat(each.path("what").asText()).isNotBlank();
            assertThat(said).contains(each.path("what").asText());
        });
        assertThat(row.findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("history does not answer at http://127.0.0.1:"))
                .anyMatch(what -> what.startsWith("Kafka does not answer at 127.0.0.1:"))
                .as("what could not be looked at is no fault")
                .noneMatch(what -> what.startsWith("could not look"));
        assertThat(row.findValuesAsText("check")).contains("services", "Kafka");
        assertThat(number("SELECT at FROM sem.doctor_look")).isGreaterThanOrEqualTo(before.toEpochMilli());
    }

    @Test
    void each_look_replaces_the_one_before_and_none_is_left_of_a_fault_that_is_gone() throws Exception {
        KeptFaults kept = new KeptFaults(installation(SERVICES.jdbcUrl("sem")));
        kept.keep(Instant.ofEpochMilli(1), List.of(fault("disk", "it is \"full\" \u00e9\ud83d\udca1\n\\")));
        kept.keep(
                Instant.ofEpochMilli(2),
                List.of(fault("Kafka", "away"), fault("disk", "it is \"full\" \u00e9\ud83d\udca1\n\\")));

        assertThat(faults().findValuesAsText("what")).containsExactly("away", "it is \"full\" \u00e9\ud83d\udca1\n\\");

        kept.keep(Instant.ofEpochMilli(3), List.of());

        assertThat(faults()).isEmpty();
        assertThat(number("SELECT at FROM sem.doctor_look")).isEqualTo(3);
        assertThat(number("SELECT COUNT(*) FROM sem.doctor_look")).isEqualTo(1);
    }

    @Test
    void of_a_thousand_faults_the_first_are_written_down_and_how_many_more_there_are() throws Exception {
        new KeptFaults(installation(SERVICES.jdbcUrl("sem")))
                .keep(
                        Instant.now(),
                        IntStream.range(0, 1000)
                                .mapToObj(i -> fault("meters", "m" + i + ": silent"))
                                .toList());

        assertThat(faults()).hasSize(KeptFaults.MOST + 1);
        assertThat(faults().get(KeptFaults.MOST).path("what").asText()).isEqualTo("950 more faults");
    }

    @Test
    void a_database_that_is_away_is_said_in_words() {
        KeptFaults nowhere = new KeptFaults(installation("jdbc:mariadb://127.0.0.1:" + FreePort.find() + "/sem"));

        assertThatThrownBy(() -> nowhere.keep(Instant.now(), List.of(fault("disk", "full"))))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the database does not take them: ");
    }

    @Test
    void tables_of_an_older_version_and_a_user_who_may_not_write_are_said_in_words() throws Exception {
        Installation reader = new Installation(
                "SEM",
                SERVICES.jdbcUrl("sem"),
                "sem_history",
                SERVICES.password("sem_history"),
                Optional.empty(),
                files(),
                Optional.empty(),
                Installation.NOTHING);
        assertThatThrownBy(() -> new KeptFaults(reader).keep(Instant.now(), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("denied");

        sql("RENAME TABLE sem.doctor_look TO sem.of_later");
        try {
            assertThatThrownBy(
                            () -> new KeptFaults(installation(SERVICES.jdbcUrl("sem"))).keep(Instant.now(), List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("doctor_look");
        } finally {
            sql("RENAME TABLE sem.of_later TO sem.doctor_look");
        }
    }

    @Test
    void the_table_takes_one_row_and_nothing_but_json() {
        for (String values : List.of("(2, 0, '[]')", "(1, 0, '[{')")) {
            assertThatThrownBy(() -> sql("REPLACE INTO sem.doctor_look (id, at, faults) VALUES " + values))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("CONSTRAINT");
        }
    }

    /** A system of which nothing runs. */
    private Patient away() {
        int base = FreePort.find();
        return new Patient(Addresses.of(folder, new Ports(base, base + 4, base + 5), Map.of()));
    }

    private static Examination.Result fault(String check, String what) {
        return new Examination.Result(check, Finding.fault(what, "do it"));
    }

    private Installation installation(String jdbcUrl) {
        return new Installation(
                "SEM",
                jdbcUrl,
                "sem_migrate",
                SERVICES.password("sem_migrate"),
                Optional.empty(),
                files(),
                Optional.empty(),
                Installation.NOTHING);
    }

    private KeptFiles files() {
        return new KeptFiles(folder, Pattern.compile(".*"));
    }

    private static JsonNode faults() throws SQLException, IOException {
        return new ObjectMapper().readTree(text("SELECT faults FROM sem.doctor_look"));
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private static String text(String query) throws SQLException {
        try (Connection connection = SERVICES.connect("sem_migrate");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void sql(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(SERVICES.jdbcUrl("mysql"), "root", SERVICES.password("root"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
