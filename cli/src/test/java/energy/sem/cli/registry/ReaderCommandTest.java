package energy.sem.cli.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

import energy.sem.cli.past.PlayedServer;
import energy.sem.cli.past.PlayedServer.Ran;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem reader} against a gateway that this test plays. */
class ReaderCommandTest {
    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "{\"reader\":\"els\",\"version\":1,\"key\":\"NEWKEY\",\"keys\":[]}";
    private PlayedServer gateway;
    private Path key;

    @BeforeEach
    void start() throws IOException {
        gateway = new PlayedServer(this::answer);
        key = Files.writeString(folder.resolve("key"), "secret\n");
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void answer(HttpExchange request) throws IOException {
        String body = new String(request.getRequestBody().readAllBytes(), UTF_8);
        asked.add((request.getRequestMethod() + " " + request.getRequestURI() + " "
                        + request.getRequestHeaders().getFirst("X-API-Key") + " " + body)
                .strip());
        byte[] bytes = answer.getBytes(UTF_8);
        request.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            request.getResponseBody().write(bytes);
        }
        request.close();
    }

    private Ran run(String... arguments) {
        return PlayedServer.run(Stream.concat(
                        Stream.concat(Stream.of("reader"), Stream.of(arguments)),
                        Stream.of("--url", gateway.url(), "--key-file", key.toString()))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add els --meters home,attic            | PUT /api/v1/admin/readers/els secret {\"groups\":[],\"meters\":[\"home\",\"attic\"]}",
                "add els --groups street --meters barn  | PUT /api/v1/admin/readers/els secret {\"groups\":[\"street\"],\"meters\":[\"barn\"]}",
                "add els --all --if-version 3           | PUT /api/v1/admin/readers/els?version=3 secret {\"all\":true}",
                "rotate-key els                         | POST /api/v1/admin/readers/els/rotate-key secret",
                "rotate-key els --both PT0S             | POST /api/v1/admin/readers/els/rotate-key?both=PT0S secret",
            })
    void what_is_typed_is_asked_and_the_key_shown_once(String typed, String request) {
        Ran ran = run(typed.split(" +"));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(asked).containsExactly(request);
        assertThat(ran.out()).containsOnlyOnce("NEWKEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add els", "add els --all --meters home", "add els --all --groups street", "add --all"})
    void who_does_not_say_what_it_reads_is_asked_to(String typed) {
        assertThat(run(typed.split(" ")).status()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void the_list_has_a_line_a_reader_with_what_is_wrong() {
        answer = "[{\"reader\":\"care\",\"setBy\":\"registry\",\"version\":2,\"all\":true,\"meters\":[],\"groups\":[],\"keys\":[{},{}]},"
                + "{\"reader\":\"els\",\"setBy\":\"environment\",\"all\":false,\"meters\":[\"attic\",\"home\"],\"groups\":[],\"keys\":[],"
                + "\"fault\":\"passed over\"},"
                + "{\"reader\":\"eva\",\"setBy\":\"registry\",\"version\":1,\"all\":false,\"meters\":[\"barn\"],\"groups\":[\"street\"],\"keys\":[{}]}]";

        assertThat(run("list").out().lines())
                .containsExactly(
                        "care              version 2     2 keys   all",
                        "els               environment   0 keys   meters=attic,home",
                        "    passed over",
                        "eva               version 1     1 key    meters=barn groups=street");
        assertThat(run("list", "--json").out()).contains("\"version\" : 2");
        answer = "[]";
        assertThat(run("list").out()).contains("There is no reader.");
    }

    @Test
    void rotating_says_until_when_the_key_before_opens() {
        answer =
                "{\"key\":\"NEWKEY\",\"keys\":[{\"mark\":\"0123abcd\",\"notAfter\":\"2026-12-01T20:00:00Z\"},{\"mark\":\"ff\"}]}";

        assertThat(run("rotate-key", "els").out()).contains("0123abcd", "until 2026-12-01T20:00:00Z");
    }

    @Test
    void removing_asks_first() {
        status = 204;
        Ran asking = run("remove", "els");

        assertThat(asking.status()).isEqualTo(1);
        assertThat(asking.err()).contains("--yes does it", "Nothing was changed");
        assertThat(asked).isEmpty();

        Ran told = run("remove", "els", "--yes");

        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("els is removed");
        assertThat(asked).containsExactly("DELETE /api/v1/admin/readers/els secret");
    }

    @Test
    void what_the_gateway_refuses_is_told_in_its_words() {
        status = 409;
        answer = "{\"detail\":\"There is a reader els already, in version 4: to change it, say ?version=4.\"}";

        Ran ran = run("add", "els", "--all");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("in version 4", "--if-version");
    }
}
