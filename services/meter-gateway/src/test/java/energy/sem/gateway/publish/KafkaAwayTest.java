package energy.sem.gateway.publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.local.test.TestServices;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is pushed while Kafka is stopped or killed is kept on disk and arrives, in order, when it is back. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class KafkaAwayTest {
    private static final Instant AT = Instant.parse("2026-11-22T13:00:00Z");
    private static final long BASE = 700_000_000;

    private final TestServices services = TestServices.get();
    private long next = BASE;

    @AfterEach
    void kafkaIsThere() {
        services.startKafka();
    }

    @Test
    void nothing_is_lost_and_the_order_kept_over_a_stop_and_a_kill() {
        push(50);
        services.stopKafka();
        push(50);
        push(1);
        given().get("/api/v1/meters")
                .then()
                .body("find { it.meter == 'shed' }.backlog.telegrams", equalTo(51))
                .body("find { it.meter == 'shed' }.diagnosis", containsString("wait on disk"));
        given().get("/q/health/ready").then().statusCode(200);

        services.startKafka();
        push(20);
        awaitAllArrived();
        push(20);
        services.killKafka();
        push(30);
        services.startKafka();
        awaitAllArrived();

        push(5);
        List<Long> arrived = arrived();
        assertThat(arrived).containsAll(LongStream.range(BASE, next).boxed().toList());
        assertThat(firstOccurrences(arrived)).isSorted();
    }

    private void push(int count) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < count; i++) {
            body.append(Telegrams.text(AT.plusSeconds(next - BASE), next));
            next++;
        }
        given().contentType("text/plain")
                .header("X-API-Key", TestMeters.keyOf("shed"))
                .body(body.toString().getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/meters/shed/telegrams")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(count));
    }

    private void awaitAllArrived() {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            given().get("/api/v1/meters").then().body("find { it.meter == 'shed' }.backlog.telegrams", equalTo(0));
            assertThat(arrived()).contains(next - 1);
        });
    }

    private static List<Long> arrived() {
        return KafkaTopic.events("shed").stream()
                .map(event -> event.electricity().registers().get(Register.IMPORT_T1_WH))
                .filter(wh -> wh >= BASE)
                .toList();
    }

    // At least once: what Kafka took without saying so in time comes again, behind the rest.
    private static List<Long> firstOccurrences(List<Long> arrived) {
        return arrived.stream().distinct().toList();
    }
}
