package energy.sem.cli.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

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

/** {@code ./sem meter} against a gateway that this test plays. */
class MeterCommandTest {
    private static final String KEYS = "line,meter,key,fault\r\n2,a,KEY1,\r\n3,b,,\"There is a meter b already; it, and"
            + " \"\"b\"\", were left.\"\r\n4,c,,\r\n";

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private final Map<String, byte[]> answers = new HashMap<>();
    private int status = 200;
    private String answer = "{\"meter\":\"roof\",\"version\":1,\"key\":\"NEWKEY\",\"keys\":[]}";
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
        byte[] other = answers.get(request.getRequestURI().getPath());
        byte[] bytes = other == null ? answer.getBytes(UTF_8) : other;
        boolean empty = status == 204 && other == null;
        request.sendResponseHeaders(other == null ? status : 200, empty ? -1 : bytes.length);
        if (!empty) {
            request.getResponseBody().write(bytes);
        }
        request.close();
    }

    private Ran run(String... arguments) {
        return PlayedServer.run(Stream.concat(
                        Stream.concat(Stream.of("meter"), Stream.of(arguments)),
                        Stream.of("--url", gateway.url(), "--key-file", key.toString()))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "add roof                                  | PUT /api/v1/admin/meters/roof secret {}",
                "add roof --source tcp://h:1 --serial S1   | PUT /api/v1/admin/meters/roof secret {\"serial\":\"S1\",\"source\":\"tcp://h:1\"}",
                "add roof --publish-every PT10S --if-version 3 | PUT /api/v1/admin/meters/roof?version=3 secret {\"publish-every\":\"PT10S\"}",
                "add roof --time arrival --current-ratio 40 --voltage-ratio 100 --sensor | PUT /api/v1/admin/meters/roof?for=sensor secret {\"current-ratio\":\"40\",\"time\":\"arrival\",\"voltage-ratio\":\"100\"}",
                "rotate-key roof                           | POST /api/v1/admin/meters/roof/rotate-key secret",
                "rotate-key roof --both PT1H --sensor      | POST /api/v1/admin/meters/roof/rotate-key?both=PT1H&for=sensor secret",
            })
    void what_is_typed_is_asked_and_the_key_shown_once(String typed, String request) {
        Ran ran = run(typed.split(" +"));

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(asked).containsExactly(request);
        assertThat(ran.out()).containsOnlyOnce("NEWKEY");
    }

    @Test
    void the_list_has_a_line_a_meter_with_what_is_wrong() {
        answer =
                "[{\"meter\":\"home\",\"setBy\":\"environment\",\"settings\":{\"source\":\"serial:auto\"},\"keys\":[]},"
                        + "{\"meter\":\"roof\",\"setBy\":\"registry\",\"version\":4,\"settings\":{},\"keys\":[{\"mark\":\"ab\"}],"
                        + "\"fault\":\"its record cannot be read\"}]";
        Ran ran = run("list");

        assertThat(ran.out().lines())
                .containsExactly(
                        "home              environment   0 keys   source=serial:auto",
                        "roof              version 4     1 key    source=push",
                        "    its record cannot be read");
        assertThat(run("list", "--json").out()).contains("\"version\" : 4");
    }

    @Test
    void rotating_says_until_when_the_key_before_opens() {
        answer =
                "{\"key\":\"NEWKEY\",\"keys\":[{\"mark\":\"0123abcd\",\"notAfter\":\"2026-12-01T20:00:00Z\"},{\"mark\":\"ff\"}]}";

        assertThat(run("rotate-key", "roof").out()).contains("0123abcd", "until 2026-12-01T20:00:00Z");
    }

    @Test
    void removing_asks_first() {
        status = 204;
        Ran asking = run("remove", "roof");

        assertThat(asking.status()).isEqualTo(1);
        assertThat(asking.err()).contains("--yes does it", "Nothing was changed");
        assertThat(asked).isEmpty();

        Ran told = run("remove", "roof", "--yes");

        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("removed", "still there").doesNotContain("member");
        assertThat(asked).containsExactly("GET /api/v1/admin/groups secret", "DELETE /api/v1/admin/meters/roof secret");
    }

    @Test
    void removing_says_of_which_groups_it_is_a_member_still() {
        status = 204;
        answers.put(
                "/api/v1/admin/groups",
                ("[{\"group\":\"court\",\"members\":[\"barn\"]},{\"group\":\"street\",\"members\":[\"barn\",\"roof\"]},"
                                + "{\"group\":\"yard\",\"members\":[\"roof\"]}]")
                        .getBytes(UTF_8));

        assertThat(run("remove", "roof", "--yes").out()).contains("is a member still", "of: street, yard.");
    }

    @Test
    void a_file_is_sent_whole_and_each_line_that_was_not_added_is_told() throws IOException {
        answer = KEYS;
        Path file = Files.writeString(folder.resolve("meters.csv"), "meter\na\nb\nc\n");
        Ran ran = run("add", "--file", file.toString(), "--skip-faulty");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(asked).containsExactly("POST /api/v1/admin/meters?faulty=skip secret meter\na\nb\nc");
        assertThat(ran.out()).isEqualTo(KEYS);
        assertThat(ran.err())
                .contains("line 3, meter b: There is a meter b already; it, and \"b\", were left.", "2 added, 1 not.");
    }

    @Test
    void what_is_exported_first_is_whole_before_the_meter_is_removed() throws IOException {
        Path zip = folder.resolve("roof.zip");
        answers.put("/api/v1/meters/roof/export", zip("manifest.json"));
        status = 204;
        Ran ran = run("remove", "roof", "--yes", "--export", zip.toString(), "--history-url", gateway.url());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(zip).hasBinaryContent(zip("manifest.json"));
        assertThat(asked).hasSize(3).last().isEqualTo("DELETE /api/v1/admin/meters/roof secret");
    }

    @Test
    void where_the_export_fails_nothing_is_removed() throws IOException {
        answers.put("/api/v1/meters/roof/export", zip("half.csv"));
        Path zip = folder.resolve("roof.zip");
        Ran ran = run("remove", "roof", "--yes", "--export", zip.toString(), "--history-url", gateway.url());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("broke off");
        assertThat(asked).noneMatch(each -> each.startsWith("DELETE"));
        assertThat(zip).doesNotExist();
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry one = new ZipEntry(entry);
            one.setTime(0);
            zip.putNextEntry(one);
        }
        return bytes.toByteArray();
    }

    @Test
    void of_a_file_that_is_refused_each_faulty_line_is_told_and_no_file_of_keys_is_left() throws IOException {
        status = 422;
        answer = "{\"detail\":\"Nothing was added: 2 of 3 lines cannot be.\",\"faults\":["
                + "{\"line\":3,\"meter\":\"b\",\"fault\":\"There is a meter b already.\"},"
                + "{\"line\":4,\"meter\":\"C\",\"fault\":\"no name\"}]}";
        Path file = Files.writeString(folder.resolve("meters.csv"), "meter\na\nb\nC\n");
        Path keys = folder.resolve("keys.csv");
        Ran ran = run("add", "--file", file.toString(), "--out", keys.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(asked).containsExactly("POST /api/v1/admin/meters secret meter\na\nb\nC");
        assertThat(ran.err())
                .contains(
                        "Nothing was added", "line 3, meter b: There is a meter b already.", "line 4, meter C: no name")
                .contains("--skip-faulty");
        assertThat(keys).doesNotExist();
    }

    @Test
    void the_keys_of_a_file_go_to_a_file_that_only_its_owner_reads_and_never_over_another() throws IOException {
        answer = "line,meter,key,fault\r\n2,a,KEY1,\r\n";
        Path file = Files.writeString(folder.resolve("meters.csv"), "meter\na\n");
        Path keys = folder.resolve("keys.csv");
        Ran ran = run("add", "--file", file.toString(), "--out", keys.toString());

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).doesNotContain("KEY1");
        assertThat(keys).hasContent(answer);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rw-------");

        Ran again = run("add", "--file", file.toString(), "--out", keys.toString());

        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("is there already", "Nothing was added");
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add",
                "add roof --file x.csv",
                "add --file x.csv --source push",
                "add --file x.csv --if-version 2",
                "add roof --out x",
                "add roof --skip-faulty",
                "add roof attic",
                "remove",
                "rotate-key",
                "rotate-key roof --both tomorrow",
                "list roof",
                "forget"
            })
    void what_is_not_understood_ends_with_2_and_asks_nothing(String typed) {
        assertThat(run(typed.split(" ")).status()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROOF", "roof;", "../roof", ""})
    void what_is_no_name_is_not_forgotten(String name) {
        Ran ran = PlayedServer.run("meter", "forget", "--yes", name);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("1 to 32 lower-case letters and digits");
    }

    @Test
    void a_command_without_a_word_says_what_there_is() {
        assertThat(PlayedServer.run("meter").status()).isEqualTo(2);
        assertThat(PlayedServer.run("meter", "--help").out()).contains("add", "list", "rotate-key", "remove");
        for (String each : List.of("add", "list", "rotate-key", "remove")) {
            assertThat(PlayedServer.run("meter", each, "--help").out()).as(each).contains("--key-file");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "409 | {\"detail\":\"There is a meter roof already, in version 3\"} | in version 3",
                "409 | {\"detail\":\"say ?version=3.\"}                              | --if-version",
                "403 | {\"detail\":\"The key does not open this.\"}                 | --key-file, or SEM_ADMIN_KEY",
                "404 | {\"detail\":\"Nothing before sem.admin-key is set\"}         | sem.admin-key is set",
                "502 | <html>                                                       | answered with status 502",
                "200 | <html>                                                       | no meter-gateway of this version",
            })
    void what_the_gateway_refuses_is_told_in_its_words(int code, String body, String words) {
        status = code;
        answer = body;
        Ran ran = run("add", "roof");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains(words);
    }

    @Test
    void a_gateway_that_is_away_is_told() {
        gateway.close();

        assertThat(run("list").err()).contains("does not answer at " + gateway.url());
    }

    @Test
    void without_a_key_nothing_is_asked() {
        Ran ran = PlayedServer.run("meter", "list", "--url", gateway.url(), "--data", folder.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("--key-file FILE");
        assertThat(asked).isEmpty();
    }
}
