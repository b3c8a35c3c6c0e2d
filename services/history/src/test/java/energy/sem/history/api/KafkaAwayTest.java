package energy.sem.history.api;

import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.TestServices;

import static energy.sem.history.api.Telegrams.event;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class KafkaAwayTest {

    @AfterEach
    void back() {
        TestServices.get().startKafka();
    }

    @Test
    void what_is_published_before_history_is_back_in_touch_is_heard_all_the_same() throws Exception {
        Instant now = Instant.now();
        try (Telegrams telegrams = new Telegrams()) {
            await().untilAsserted(() -> {
                telegrams.send(event("lonely", now, 100, null));
                assertThat(get("/api/v1/meters/lonely/latest").statusCode()).isEqualTo(200);
            });
        }
        TestServices.get().killKafka();
        assertThat(get("/api/v1/meters/lonely/latest").jsonPath().getDouble("importKw"))
                .isEqualTo(0.1);
        TestServices.get().startKafka();
        // Once: a meter that is read every five minutes sends no other for as long.
        try (Telegrams telegrams = new Telegrams()) {
            telegrams.send(event("lonely", now.plusSeconds(1), 200, null));
        }
        await().until(() -> get("/api/v1/meters/lonely/latest").jsonPath().getDouble("importKw") == 0.2);
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(300));
    }
}
