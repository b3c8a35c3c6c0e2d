package energy.sem.history.past;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.history.api.WithIngest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Files go through history to ingest, and the search for meters to the gateway; this test plays both. */
@QuarkusTest
@TestProfile(WithIngest.class)
class ForwardingTest {
    private static final AtomicReference<String> HEARD = new AtomicReference<>();
    private static final int LARGE = 12_000_000;

    @BeforeAll
    static void play() {
        WithIngest.playedBy(ForwardingTest::answer);
    }

    @Test
    void a_file_arrives_whole_with_its_key_and_the_answer_comes_back_as_it_is() {
        Response answer = given().urlEncodingEnabled(false)
                .header("X-API-Key", "secret")
                .contentType("application/octet-stream")
                .accept("application/x-ndjson")
                .body(new byte[LARGE])
                .post("/api/v1/meters/home/imports?dry-run=true&anchor=a%3Db");

        assertThat(HEARD.get()).isEqualTo("POST /api/v1/meters/home/imports?dry-run=true&anchor=a%3Db secret " + LARGE);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.contentType()).isEqualTo("application/x-ndjson");
        assertThat(answer.asString()).isEqualTo("{\"step\":1}\n{\"plan\":2}\n");
    }

    @Test
    void lists_and_undoing_pass_too_and_nothing_else_does() {
        given().header("Authorization", "Bearer b").get("/api/v1/meters/home/imports");
        assertThat(HEARD.get()).isEqualTo("GET /api/v1/meters/home/imports null 0");
        given().delete("/api/v1/meters/home/imports/7");
        assertThat(HEARD.get()).isEqualTo("DELETE /api/v1/meters/home/imports/7 null 0");
        assertThat(given().post("/api/v1/meters/home/history").statusCode()).isEqualTo(405);
        assertThat(given().delete("/api/v1/meters/home/imports/7/x").statusCode())
                .isEqualTo(405);
    }

    @Test
    void the_search_for_meters_passes_with_its_key() {
        Response answer = given().header("X-API-Key", "secret").post("/api/v1/sources/search");
        assertThat(HEARD.get()).isEqualTo("POST /api/v1/sources/search secret 0");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(given().delete("/api/v1/sources/search").statusCode()).isEqualTo(405);
    }

    @Test
    void an_address_with_another_host_in_it_reaches_ingest_all_the_same() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket("localhost", RestAssured.port)) {
            String tricky = "@127.0.0.1:" + other.getLocalPort() + "/secret?x=://y/api/v1/meters/a/imports";
            socket.getOutputStream()
                    .write(("GET " + tricky + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getInputStream().readAllBytes();

            other.setSoTimeout(1);
            assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        long bytes = exchange.getRequestBody().readAllBytes().length;
        HEARD.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("X-API-Key") + " " + bytes);
        exchange.getResponseHeaders().add("Content-Type", "application/x-ndjson");
        exchange.sendResponseHeaders(201, 0);
        exchange.getResponseBody().write("{\"step\":1}\n".getBytes(UTF_8));
        exchange.getResponseBody().flush();
        exchange.getResponseBody().write("{\"plan\":2}\n".getBytes(UTF_8));
        exchange.close();
    }
}
