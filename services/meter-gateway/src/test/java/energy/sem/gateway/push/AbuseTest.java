package energy.sem.gateway.push;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Clients that send too much or too slowly. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class AbuseTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final int SLOW_CLIENTS = 250;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

    @TestHTTPResource("/")
    URL url;

    @Test
    void a_key_that_pushes_too_much_is_told_how_long_to_wait_and_others_go_on() {
        byte[] garbage = new byte[1024 * 1024];
        Response answer = push("flood", garbage);
        for (int i = 0; i < 20 && answer.statusCode() == 422; i++) {
            answer = push("flood", garbage);
        }

        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("detail", containsString("sem.push.max-rate"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        push("shed", Telegrams.bytes(AT, 1)).then().statusCode(202);
    }

    @Test
    void clients_that_never_end_a_request_or_drip_its_header_are_cut_off_and_the_others_are_served()
            throws IOException {
        List<Socket> slow = new ArrayList<>();
        try (Socket first = new Socket(url.getHost(), url.getPort());
                Socket second = new Socket(url.getHost(), url.getPort());
                Socket resting = new Socket(url.getHost(), url.getPort())) {
            get(second);
            get(resting);
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                slow.add(neverEnding());
            }

            await().pollInterval(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> {
                boolean isFirstCutOff = isCutOffAfterAnotherByte(first);
                return isCutOffAfterAnotherByte(second) && isFirstCutOff;
            });
            for (Socket socket : slow) {
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            push("shed", Telegrams.bytes(AT.plusSeconds(1), 2)).then().statusCode(202);
            get(resting);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private Socket neverEnding() throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String head = "POST /api/v1/meters/shed/telegrams HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
                + "X-API-Key: " + TestMeters.keyOf("shed") + "\r\nContent-Length: 1000\r\n\r\n/";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static void get(Socket socket) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.getOutputStream()
                .write("GET /api/v1/meters/none/telegram HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            assertThat(next).as("after " + head).isNotNegative();
            head.append((char) next);
        }
        assertThat(head).startsWith("HTTP/1.1 404");
        Matcher length = CONTENT_LENGTH.matcher(head);
        assertThat(length.find()).isTrue();
        socket.getInputStream().skipNBytes(Long.parseLong(length.group(1)));
    }

    private static boolean isCutOffAfterAnotherByte(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        try {
            socket.getOutputStream().write('A');
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            // Closed while the byte was on its way.
            return true;
        }
    }

    private static Response push(String meter, byte[] body) {
        return given().contentType("text/plain")
                .header("X-API-Key", TestMeters.keyOf(meter))
                .body(body)
                .post("/api/v1/meters/{meter}/telegrams", meter);
    }
}
