package energy.sem.display.firmware;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FirmwareFolderTest {
    @TempDir
    private Path outside;

    private Vertx vertx;
    private int port;

    @BeforeEach
    void serve() throws Exception {
        Path folder = Files.createDirectories(outside.resolve("firmware"));
        Files.writeString(folder.resolve("manifest.json"), "{\"version\":\"1.2.3\"}");
        Files.writeString(folder.resolve("index.html"), "<title>SEM display</title>");
        Files.createDirectories(folder.resolve("esp32c3"));
        Files.write(folder.resolve("esp32c3/sem-display.bin"), new byte[900_000]);
        Files.writeString(outside.resolve("secret.json"), "sesame");
        Files.writeString(folder.resolve(".hidden"), "sesame");
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        new FirmwareFolder(Optional.of(folder)).routes(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        port = server.actualPort();
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void what_a_display_takes_comes_with_its_length() throws Exception {
        HttpResponse<byte[]> manifest = get("/display/firmware/manifest.json");
        HttpResponse<byte[]> firmware = get("/display/firmware/esp32c3/sem-display.bin");

        assertThat(manifest.statusCode()).isEqualTo(200);
        assertThat(text(manifest)).contains("1.2.3");
        assertThat(firmware.body()).hasSize(900_000);
        assertThat(firmware.headers().firstValueAsLong("content-length")).hasValue(900_000);
    }

    @Test
    void a_browser_gets_the_page_from_which_it_flashes() throws Exception {
        assertThat(text(get("/display/firmware/"))).contains("SEM display");
        assertThat(get("/display/firmware").headers().firstValue("location")).hasValue("/display/firmware/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/display/firmware/../secret.json",
                "/display/firmware/%2e%2e/secret.json",
                "/display/firmware/..%2fsecret.json",
                "/display/firmware/esp32c3/../../secret.json",
                "/display/firmware//etc/passwd",
                "/display/firmware/.hidden",
                "/display/firmware/none.bin"
            })
    void nothing_else_is_reached(String address) throws Exception {
        HttpResponse<byte[]> answer = get(address);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(text(answer)).doesNotContain("sesame");
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FirmwareFolder(Optional.of(outside.resolve("absent"))))
                .withMessageStartingWith("sem.display.firmware: ");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
    }
}
