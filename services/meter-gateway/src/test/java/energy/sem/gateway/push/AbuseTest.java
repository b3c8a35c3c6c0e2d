package energy.sem.gateway.push;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import energy.sem.gateway.Telegrams;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;

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
    void clients_that_never_end_their_requests_are_cut_off_and_the_others_are_served() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_CLIENTS; i++) {
                Socket socket = new Socket(url.getHost(), url.getPort());
                socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
                String head = "POST /api/v1/meters/shed/telegrams HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                        + "X-API-Key: " + TestMeters.keyOf("shed") + "\r\nContent-Length: 1000\r\n\r\n/";
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }

            for (Socket socket : slow) {
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            push("shed", Telegrams.bytes(AT.plusSeconds(1), 2)).then().statusCode(202);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Response push(String meter, byte[] body) {
        return given().contentType("text/plain")
                .header("X-API-Key", TestMeters.keyOf(meter))
                .body(body)
                .post("/api/v1/meters/{meter}/telegrams", meter);
    }
}
