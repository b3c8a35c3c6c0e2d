package energy.sem.cli.past;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import energy.sem.cli.StartFailure;
import energy.sem.cli.past.PlayedServer.Ran;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** {@code ./sem import} against a history that this test plays. */
class ImportCommandTest {
    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private String plan = "{\"words\":[\"35,040 values\",\"None overlaps\"],\"quarters\":5}";
    private String done = "{\"words\":[],\"quarters\":5,\"imported\":3}";
    private int status = 200;
    private PlayedServer history;
    private Path file;
    private Path key;

    @BeforeEach
    void start() throws IOException {
        history = new PlayedServer(this::answer);
        file = Files.writeString(folder.resolve("file.csv"), "content");
        key = Files.writeString(folder.resolve("key"), "secret\n");
    }

    @AfterEach
    void stop() {
        history.close();
    }

    @Test
    void it_looks_first_and_does_it_with_yes() {
        Ran ran = run("--yes", "--zone", "Europe/Brussels", "--device", "a=b", file.toString());

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("35,040 values", "Import 3 is done", "import --undo 3");
        assertThat(asked)
                .containsExactly(
                        "GET /api/v1/meters null",
                        "POST /api/v1/meters/home/imports?dry-run=true&zone=Europe%2FBrussels&device=a%3Db secret content",
                        "POST /api/v1/meters/home/imports?dry-run=false&zone=Europe%2FBrussels&device=a%3Db secret content");
    }

    @Test
    void without_anybody_to_ask_nothing_is_done() {
        Ran ran = run("--meter", "home", file.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--yes does it");
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_file_that_is_refused_or_already_there_is_sent_once() {
        plan = "{\"words\":[\"It is of another meter.\"],\"refusal\":\"It is of another meter.\",\"quarters\":0}";
        Ran refused = run("--meter", "home", "--yes", file.toString());
        plan = "{\"words\":[\"All of it is there already.\"],\"quarters\":0}";
        Ran there = run("--meter", "home", "--yes", file.toString());

        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.out()).contains("another meter");
        assertThat(there.status()).isZero();
        assertThat(asked).hasSize(2);
    }

    @Test
    void lists_and_takes_out() {
        assertThat(run("--meter", "home", "--list").out()).contains("   3  ", "Fluvius", "(taken out)");
        assertThat(run("--meter", "home", "--undo", "3").out()).contains("Import 3 is out");
        assertThat(asked)
                .containsExactly(
                        "GET /api/v1/meters/home/imports secret", "DELETE /api/v1/meters/home/imports/3 secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--list --undo 3", "--undo x", "--list FILE"})
    void what_is_not_understood_ends_with_2(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void a_problem_is_told_in_its_words() {
        done = null;
        Ran ran = run("--meter", "home", "--yes", file.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("The database did not take it");
    }

    @Test
    void a_refused_key_is_told_with_what_to_do() {
        status = 403;

        assertThat(run("--list").err()).contains("Set SEM_HISTORY_KEY", "--meter NAME");
        assertThat(run("--list", "--meter", "home").err()).contains("--key-file, or SEM_ADMIN_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        "SEM_ADMIN_KEY=admin SEM_HISTORY_KEY=reader,               reader, admin",
        "'SEM_ADMIN_KEY=admin SEM_READ_KEYS=first,second',           first,  admin",
        "SEM_ADMIN_KEY=admin SEM_HISTORY_KEY= SEM_READ_KEYS=first, first,  admin",
        "SEM_ADMIN_KEY=admin,                                      null,   admin"
    })
    void each_key_goes_only_where_it_opens(String environment, String read, String importing) {
        HistoryDoor door = options().openToImport(environment(environment), null);
        door.meters();
        door.list("home");

        assertThat(asked).containsExactly("GET /api/v1/meters " + read, "GET /api/v1/meters/home/imports " + importing);
    }

    @ParameterizedTest
    @CsvSource({"SEM_ADMIN_KEY=admin SEM_HISTORY_KEY=reader, reader", "SEM_ADMIN_KEY=admin, null"})
    void who_only_reads_sends_no_key_that_changes(String environment, String read) {
        options().openToRead(environment(environment), null).meters();

        assertThat(asked).containsExactly("GET /api/v1/meters " + read);
    }

    @Test
    void without_a_key_for_imports_nothing_is_asked() {
        assertThatThrownBy(() -> options().openToImport(environment("SEM_HISTORY_KEY=reader"), null))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("SEM_ADMIN_KEY");
        assertThat(asked).isEmpty();
    }

    private DoorOptions options() {
        return CommandLine.populateCommand(new DoorOptions(), "--url", history.url(), "--data", folder.toString());
    }

    private static Map<String, String> environment(String text) {
        return Stream.of(text.split(" ", -1))
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    private Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("import"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", history.url(), "--key-file", key.toString()));
        return PlayedServer.run(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String path = exchange.getRequestURI().toString();
        asked.add((exchange.getRequestMethod() + " " + path + " "
                        + exchange.getRequestHeaders().getFirst("X-API-Key") + " " + body)
                .strip());
        String answer;
        if (path.equals("/api/v1/meters")) {
            answer = "{\"meters\":[{\"name\":\"home\"}]}";
        } else if (exchange.getRequestMethod().equals("POST")) {
            String result = path.contains("dry-run=true") ? plan : done;
            answer = "{\"step\":\"reading\",\"share\":0.5}\n{\"step\":\"writing\",\"share\":0.1}\n"
                    + (result == null
                            ? "{\"problem\":{\"status\":503,\"detail\":\"The database did not take it\"}}\n"
                            : "{\"plan\":" + result + "}\n");
        } else {
            answer =
                    "[{\"number\":3,\"state\":\"undone\",\"format\":\"Fluvius\",\"at\":\"t\",\"from\":\"f\",\"to\":\"u\",\"quarters\":5}]";
        }
        exchange.sendResponseHeaders(status, answer.getBytes(UTF_8).length);
        exchange.getResponseBody().write(answer.getBytes(UTF_8));
        exchange.close();
    }
}
