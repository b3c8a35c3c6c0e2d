package energy.sem.cli.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.cli.past.PlayedServer.Ran;
import energy.sem.files.ReadingOptions;
import energy.sem.files.made.FluviusMeterFiles;
import energy.sem.files.made.Heard;
import energy.sem.files.made.Household;
import energy.sem.local.test.TestServices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem import} from a DSMR-reader and from a database of the original SEM, which run. */
class FetchedPastTest {
    private static final String EMPTY = "{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}";
    private static final String ONE =
            "{\"count\":1,\"next\":null,\"previous\":null,\"results\":[{\"timestamp\":\"2025-06-01T12:00:00+02:00\","
                    + "\"electricity_delivered_1\":\"1234.567\",\"electricity_delivered_2\":\"2.000\",\"electricity_returned_1\":\"3.000\","
                    + "\"electricity_returned_2\":\"4.000\",\"extra_device_timestamp\":null,\"extra_device_delivered\":null}]}";
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private PlayedServer history;
    private PlayedServer dsmrReader;
    private Path key;
    private Path secret;

    @BeforeEach
    void start() throws IOException {
        history = new PlayedServer(this::history);
        dsmrReader = new PlayedServer(this::dsmrReader);
        key = Files.writeString(folder.resolve("key"), "admin\n");
        secret = Files.writeString(folder.resolve("secret"), "K3Y\n");
    }

    @AfterEach
    void stop() {
        history.close();
        dsmrReader.close();
    }

    @Test
    void what_a_DSMR_reader_answers_is_looked_at_and_taken_as_its_backup_is() throws IOException {
        List<Path> before = fetched();
        Ran ran = run("--yes", "--dsmr-reader", dsmrReader.url(), "--source-key-file", secret.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .contains("DSMR-reader for meter home:", "Import 3 is done")
                .doesNotContain("K3Y");
        assertThat(asked).hasSize(2).allSatisfy(body -> assertThat(body)
                .contains("COPY public.dsmr_datalogger_dsmrreading (timestamp, electricity_delivered_1,")
                .contains("2025-06-01T12:00:00+02:00\t1234.567\t2.000\t3.000\t4.000\t\\N\t\\N\n")
                .doesNotContain("K3Y"));
        assertThat(fetched()).as("nothing is left of it").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"403, refuses the key", "500, answers 500", "302, another address"})
    void a_DSMR_reader_that_does_not_answer_is_told_and_nothing_is_sent(int refusal, String words) throws IOException {
        status = refusal;
        List<Path> before = fetched();
        Ran ran = run("--yes", "--dsmr-reader", dsmrReader.url(), "--source-key-file", secret.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains(words, "Nothing was changed.").doesNotContain("K3Y");
        assertThat(asked).isEmpty();
        assertThat(fetched()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--dsmr-reader http://127.0.0.1:1", "--original-sem sem@127.0.0.1/IOT"})
    void without_its_key_nobody_is_asked(String source) {
        Ran ran = run(source.split(" ", -1));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--source-key-file", "SEM_SOURCE_KEY");
    }

    @Test
    void a_file_and_a_system_at_once_are_not_understood() {
        assertThat(run("FILE", "--dsmr-reader", "http://127.0.0.1:1").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1/IOT", "sem@host", "sem:password@host/IOT?x=y", "sem@host/IOT?allowLocalInfile=true"})
    void what_is_no_place_of_a_database_is_told(String where) {
        Ran ran = run("--original-sem", where, "--source-key-file", secret.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("USER@HOST/DATABASE");
    }

    @ParameterizedTest
    @CsvSource({"timestamp, UTC", "datetime, Europe/Brussels"})
    void the_table_of_an_original_SEM_is_saved_as_its_dump_says_it(String type, String clock) throws Exception {
        Household household = Household.of(6, BRUSSELS, LocalDate.of(2025, 10, 25), 2);
        String dump = FluviusMeterFiles.dump(household, type, ZoneId.of(clock));
        original("CREATE OR REPLACE DATABASE IOT", "USE IOT", dump);
        ReadingOptions options = ReadingOptions.in(BRUSSELS).withClock(ZoneId.of(clock));
        Heard expected = Heard.of(folder, dump, options);

        Path saved = folder.resolve("saved.sql");
        long rows = OriginalSemTable.at(where()).save(password(), saved);

        Heard heard = Heard.of(saved, options);
        assertThat(rows).isEqualTo(household.quarters() * 15L);
        assertThat(said(heard)).isNotEmpty().isEqualTo(said(expected));
        assertThat(heard.early).isEmpty();
        assertThat(heard.formats).isEqualTo(expected.formats);
        assertThat(heard.notes).isEqualTo(expected.notes);
    }

    @Test
    void a_wrong_password_and_a_database_without_the_table_are_told() throws Exception {
        original("CREATE OR REPLACE DATABASE IOT");
        Path right = Files.writeString(folder.resolve("right"), password());

        Ran wrong = run("--original-sem", where(), "--source-key-file", secret.toString());
        Ran empty = run("--original-sem", where(), "--source-key-file", right.toString());

        assertThat(wrong.err()).contains("refuses its user or the password").doesNotContain("K3Y");
        assertThat(empty.err()).contains("no table FluviusMeter");
        assertThat(asked).isEmpty();
    }

    private static List<String> said(Heard heard) {
        return heard.registers.stream()
                .map(row -> row.device() + " " + row.register() + " " + row.at() + " " + row.value())
                .sorted()
                .toList();
    }

    private static String where() {
        return TestServices.get().jdbcUrl("sem").replaceFirst("jdbc:mariadb://([^/]+)/.*", "root@$1/IOT");
    }

    private static String password() {
        return TestServices.get().password("root");
    }

    private static void original(String... statements) throws SQLException {
        String url = TestServices.get().jdbcUrl("sem").replaceFirst("/[^/]*$", "/?allowMultiQueries=true");
        try (Connection connection = DriverManager.getConnection(url, "root", password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET time_zone = '+00:00'");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static List<Path> fetched() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("sem-fetched"))
                    .toList();
        }
    }

    private Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--meter", "home", "--url", history.url(), "--key-file", key.toString()));
        return PlayedServer.run(all.toArray(String[]::new));
    }

    private void dsmrReader(HttpExchange exchange) throws IOException {
        boolean right = "K3Y".equals(exchange.getRequestHeaders().getFirst("X-AUTHKEY"));
        String body = exchange.getRequestURI().getPath().endsWith("/dsmrreading") ? ONE : EMPTY;
        exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
        exchange.sendResponseHeaders(right ? status : 403, status == 200 ? body.length() : -1);
        if (status == 200) {
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
        exchange.close();
    }

    private void history(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String done = exchange.getRequestURI().toString().contains("dry-run=true") ? "" : ",\"imported\":3";
        byte[] answer = ("{\"plan\":{\"words\":[\"1 value\"],\"quarters\":1" + done + "}}\n").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
