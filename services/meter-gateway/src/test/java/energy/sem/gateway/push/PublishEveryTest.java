package energy.sem.gateway.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

/** The meter {@code thin} publishes once a minute, and passes its telegrams on. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class PublishEveryTest {
    private static final Instant BEGIN = Instant.parse("2026-11-22T10:14:00Z");
    private static final int TELEGRAMS = 180;

    @ConfigProperty(name = "sem.meters.thin.relay-port")
    int relayPort;

    @Test
    void the_answer_says_how_many_were_thinned_and_the_quarter_hours_edge_is_exact_and_a_listener_hears_all()
            throws IOException {
        StringBuilder body = new StringBuilder();
        for (int second = 0; second < TELEGRAMS; second++) {
            body.append(Telegrams.text(BEGIN.plusSeconds(second), 1_000 + second));
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.ISO_8859_1);
        try (Socket listener = new Socket(InetAddress.getLoopbackAddress(), relayPort)) {
            listener.setSoTimeout(20_000);
            // A telegram that a listener hears shows that the gateway knows of it.
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                push(Telegrams.bytes(BEGIN.minusSeconds(7_200), 1));
                return listener.getInputStream().available() > 0;
            });
            listener.getInputStream().skipNBytes(listener.getInputStream().available());

            push(bytes)
                    .then()
                    .statusCode(202)
                    .body("accepted", equalTo(TELEGRAMS))
                    .body("thinned", equalTo(176));

            assertThat(listener.getInputStream().readNBytes(bytes.length)).isEqualTo(bytes);
        }
        assertThat(KafkaTopic.events("thin").stream()
                        .filter(event -> event.electricity().registers().get(Register.IMPORT_T1_WH) > 1)
                        .map(TelegramEvent::at)
                        .distinct())
                .startsWith(BEGIN, BEGIN.plusSeconds(59), BEGIN.plusSeconds(60), BEGIN.plusSeconds(120));
        assertThat(KafkaTopic.events("sem.live", "thin"))
                .extracting(TelegramEvent::at)
                .endsWith(BEGIN.plusSeconds(TELEGRAMS - 1));
        // All that were accepted until now: published, left out or, the last one, held back.
        given().get("/api/v1/meters")
                .then()
                .body("find { it.meter == 'thin' }.counts.thinned", greaterThanOrEqualTo(175));
    }

    private static io.restassured.response.Response push(byte[] telegrams) {
        return given().contentType("text/plain")
                .header("X-API-Key", TestMeters.keyOf("thin"))
                .body(telegrams)
                .post("/api/v1/meters/thin/telegrams");
    }
}
