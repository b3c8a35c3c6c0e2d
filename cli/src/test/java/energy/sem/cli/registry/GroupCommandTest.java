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

import energy.sem.cli.past.PlayedServer;
import energy.sem.cli.past.PlayedServer.Ran;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem group} against a gateway that this test plays. */
class GroupCommandTest {
    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private int status = 200;
    private String answer = "{\"group\":\"street\",\"version\":4}";
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
                        Stream.concat(Stream.of("group"), Stream.of(arguments)),
                        Stream.of("--url", gateway.url(), "--key-file", key.toString()))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add street --members anna,bert                 | PUT /api/v1/admin/groups/street secret {\"members\":[\"anna\",\"bert\"]}",
                "add street --members b,a --key priority        | PUT /api/v1/admin/groups/street secret {\"members\":[\"b\",\"a\"],\"key\":\"priority\"}",
                "add street --members a,b --key fixed --shares a:66.6667,b:33.3333 | PUT /api/v1/admin/groups/street secret {\"members\":[\"a\",\"b\"],\"key\":\"fixed\",\"shares\":{\"a\":66.6667,\"b\":33.3333}}",
                "add street --members a --if-version 3          | PUT /api/v1/admin/groups/street?version=3 secret {\"members\":[\"a\"]}",
            })
    void what_is_typed_is_asked(String typed, String request) {
        Ran ran = run(typed.split(" +"));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(asked).containsExactly(request);
        assertThat(ran.out())
                .contains("Group street is " + (typed.contains("--if") ? "changed" : "added"), "version 4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add street                              | --members",
                "add --members a                         | NAME",
                "add street --members a --shares a       | no member and its percent",
                "add street --members a --shares a:      | no member and its percent",
                "add street --members a --shares a:all   | no member and its percent",
                "add street --members a --shares a:-5    | no member and its percent",
                "add street --members a --shares a:5,a:5 | a has two",
                "rotate-key street                       | rotate-key",
            })
    void what_is_not_understood_ends_with_2_and_asks_nothing(String typed, String why) {
        Ran ran = run(typed.split(" +"));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains(why);
        assertThat(asked).isEmpty();
    }

    @Test
    void the_list_has_a_line_a_group_with_what_is_wrong() {
        answer =
                "[{\"group\":\"court\",\"setBy\":\"environment\",\"members\":[\"attic\",\"home\"],\"fault\":\"passed over\"},"
                        + "{\"group\":\"street\",\"setBy\":\"registry\",\"version\":2,\"members\":[\"anna\",\"bert\"],\"key\":\"fixed\","
                        + "\"shares\":{\"anna\":66.6667,\"bert\":33.3333}},"
                        + "{\"group\":\"yard\",\"setBy\":\"registry\",\"version\":1,\"members\":[\"anna\"],\"key\":\"relative\"}]";

        assertThat(run("list").out().lines())
                .containsExactly(
                        "court             environment   members=attic,home",
                        "    passed over",
                        "street            version 2     key=fixed members=anna,bert shares=anna:66.6667,bert:33.3333",
                        "yard              version 1     key=relative members=anna");
        assertThat(run("list", "--json").out()).contains("\"version\" : 2");
        answer = "[]";
        assertThat(run("list").out()).contains("There is no group.");
    }

    @Test
    void removing_asks_first() {
        status = 204;
        Ran asking = run("remove", "street");

        assertThat(asking.status()).isEqualTo(1);
        assertThat(asking.err()).contains("--yes does it", "Nothing was changed");
        assertThat(asked).isEmpty();

        Ran told = run("remove", "street", "--yes");

        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("Group street is removed");
        assertThat(asked).containsExactly("DELETE /api/v1/admin/groups/street secret");
    }

    @Test
    void what_the_gateway_refuses_is_told_in_its_words() {
        status = 409;
        answer = "{\"detail\":\"There is a group street already, in version 4: to change it, say ?version=4.\"}";

        Ran ran = run("add", "street", "--members", "anna");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("in version 4", "--if-version");
    }

    @Test
    void a_command_without_a_word_says_what_there_is() {
        assertThat(PlayedServer.run("group").status()).isEqualTo(2);
        assertThat(PlayedServer.run("group").err()).contains("./sem group add NAME");
        assertThat(PlayedServer.run("group", "add", "--help").out()).contains("--shares", "--key-file", "--if-version");
    }
}
