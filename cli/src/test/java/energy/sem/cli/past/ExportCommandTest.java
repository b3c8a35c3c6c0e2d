package energy.sem.cli.past;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

import energy.sem.cli.past.PlayedServer.Ran;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem export} against a history that this test plays. */
class ExportCommandTest {
    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private byte[] content;
    private int status = 200;
    private int missing;
    private PlayedServer history;
    private Path target;
    private Path key;

    @BeforeEach
    void start() throws IOException {
        history = new PlayedServer(this::answer);
        content = zip("days.csv", "manifest.json");
        target = Files.createDirectory(folder.resolve("to"));
        key = Files.writeString(folder.resolve("key"), "reader\n");
    }

    @AfterEach
    void stop() {
        history.close();
    }

    @Test
    void a_whole_zip_is_in_its_place_and_was_asked_for_with_the_read_key() {
        Ran ran = run("--key-file", key.toString());

        assertThat(ran.status()).isZero();
        assertThat(target.resolve("sem-home.zip")).hasBinaryContent(content);
        assertThat(files()).hasSize(1);
        assertThat(asked).containsExactly("/api/v1/meters reader", "/api/v1/meters/home/export?as=sem reader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sem", "months"})
    void an_answer_that_is_cut_off_is_told_and_leaves_no_file(String form) {
        missing = 7;
        Ran ran = run("--meter", "home", "--as", form, "--key-file", key.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("broke off", "Nothing stands under that name");
        assertThat(files()).isEmpty();
    }

    @Test
    void a_zip_without_its_last_entry_is_not_taken() throws IOException {
        content = zip("days.csv");
        Ran ran = run("--meter", "home", "--key-file", key.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("broke off");
        assertThat(files()).isEmpty();
    }

    @Test
    void one_that_broke_off_leaves_the_earlier_file_as_it_was() throws IOException {
        Files.writeString(target.resolve("sem-home.zip"), "earlier");
        missing = 7;

        assertThat(run("--meter", "home", "--key-file", key.toString()).status())
                .isEqualTo(1);
        assertThat(target.resolve("sem-home.zip")).hasContent("earlier");
        assertThat(files()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401", "403"})
    void a_refused_key_is_told_with_what_to_do(int refusal) {
        status = refusal;
        content = "{\"detail\":\"That key does not open reading.\"}".getBytes(UTF_8);
        Ran ran = run("--meter", "home", "--key-file", key.toString());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err())
                .contains("That key does not open reading.", "--key-file FILE", "SEM_READ_KEYS")
                .doesNotContain("reader");
        assertThat(files()).isEmpty();
    }

    @Test
    void another_refusal_is_not_about_keys() {
        status = 404;
        content = "{\"detail\":\"There is no meter home.\"}".getBytes(UTF_8);

        assertThat(run("--meter", "home", "--key-file", key.toString()).err())
                .contains("There is no meter home.")
                .doesNotContain("SEM_READ_KEYS");
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(target)) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("export", "--to", target.toString()));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--url", history.url()));
        return PlayedServer.run(all.toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        asked.add(path + " " + exchange.getRequestHeaders().getFirst("X-API-Key"));
        byte[] body = path.equals("/api/v1/meters") ? "{\"meters\":[{\"name\":\"home\"}]}".getBytes(UTF_8) : content;
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body, 0, body.length - missing);
        exchange.getResponseBody().flush();
        exchange.close();
    }
}
