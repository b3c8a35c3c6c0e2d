package energy.sem.bridge.alarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import energy.sem.base.ReadersOfHistory;
import energy.sem.bridge.PlayedReaders;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The addresses of alarms: a bridge with a webhook that works and a Gotify that is not there. */
@QuarkusTest
@TestProfile(AlarmResourceTest.TwoChannels.class)
class AlarmResourceTest {
    private static final String BODY = "sem.test.alarm-body";

    @Inject
    ReadersOfHistory readers;

    @Test
    void a_test_goes_through_each_channel_and_says_what_came_of_it() {
        Response answer = given().header("X-API-Key", "one")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/alarms/test");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("find { it.channel == 'webhook' }.result"))
                .isEqualTo("sent");
        assertThat(answer.jsonPath().getString("find { it.channel == 'gotify' }.result"))
                .isEqualTo("later");
        assertThat(answer.jsonPath().getString("find { it.channel == 'mqtt' }.result"))
                .isEqualTo("later");
        assertThat(answer.jsonPath().getString("find { it.channel == 'mqtt' }.words"))
                .isEqualTo("there is no connection to the broker");
        assertThat(answer.asString()).doesNotContain("s3cret");
        assertThat(System.getProperty(BODY)).contains("\"state\":\"test\"").contains("SEM: test");

        Response again = given().header("X-API-Key", "one")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/alarms/test");
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.getHeader("Retry-After")).isNotBlank();
    }

    @Test
    void what_is_active_and_how_channels_are_is_told_without_secrets() {
        Response answer = given().header("X-API-Key", "one").get("/api/v1/alarms");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("active")).isEmpty();
        assertThat(answer.jsonPath().getList("channels.channel")).contains("webhook", "gotify");
        assertThat(answer.asString()).doesNotContain("s3cret");
    }

    @Test
    void without_a_key_nothing_is_told_or_sent() {
        assertThat(given().get("/api/v1/alarms").statusCode()).isEqualTo(401);
        assertThat(given().contentType("application/json")
                        .body("{}")
                        .post("/api/v1/alarms/test")
                        .statusCode())
                .isEqualTo(401);
        await().until(readers::isKnown);
        assertThat(given().header("X-API-Key", "other").get("/api/v1/alarms").statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_form_of_another_site_sends_no_test() {
        assertThat(given().header("X-API-Key", "one")
                        .formParam("a", "b")
                        .post("/api/v1/alarms/test")
                        .statusCode())
                .isEqualTo(415);
    }

    public static final class TwoChannels implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    // By a property of the JVM: Quarkus loads this class twice.
                    System.setProperty(
                            BODY, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
                server.start();
                return Map.of(
                        "sem.history.url", PlayedReaders.start(),
                        "sem.read-keys", "one",
                        "sem.mqtt.url", "mqtt://127.0.0.1:1",
                        "sem.bridge.folder", "target/bridge-alarms",
                        "sem.alarms.webhook.url",
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/s3cret",
                        "sem.alarms.gotify.url", "http://127.0.0.1:1/s3cret",
                        "sem.alarms.gotify.token", "s3cret");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
