package energy.sem.gateway.show;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.base.Problem;
import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.gateway.health.LineState;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.Intakes;
import energy.sem.gateway.meter.AllMeters;
import energy.sem.gateway.meter.Meter;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class MeterResourceTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    @Inject
    AllMeters all;

    @Inject
    Intakes intakes;

    @ConfigProperty(name = "test.cable.control")
    int cableControl;

    @Test
    void all_meters_are_listed_with_source_state_counts_and_diagnosis() {
        given().get("/api/v1/meters")
                .then()
                .statusCode(200)
                .body("meter", hasItems("cable", "roof", "shed"))
                .body("find { it.meter == 'roof' }.source", equalTo("push"))
                .body(
                        "find { it.meter == 'roof' }.counts.keySet()",
                        hasItems("valid", "crc", "truncated", "oversize", "format", "implausible", "repaired"))
                .body("find { it.meter == 'roof' }.backlog.telegrams", equalTo(0))
                .body("every { it.diagnosis.length() > 0 }", equalTo(true));
    }

    @Test
    void a_meter_that_is_just_being_removed_is_left_out_of_the_list_and_has_no_telegram() {
        Meter meter = meter("vault");
        intakes.end("vault");
        try {
            given().get("/api/v1/meters")
                    .then()
                    .statusCode(200)
                    .body("meter", hasItems("roof", "shed"))
                    .body("meter", not(hasItem("vault")));
            given().get("/api/v1/meters/vault/telegram").then().statusCode(404);
            assertThatThrownBy(() -> intakes.of(meter))
                    .isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.status())
                            .isEqualTo(403));
        } finally {
            intakes.begin(meter);
        }
    }

    @Test
    void no_key_is_in_the_answer() {
        String answer = given().get("/api/v1/meters").asString();

        assertThat(answer).doesNotContain(TestMeters.keyOf("roof")).doesNotContain(TestMeters.keyOf("sensor"));
    }

    @Test
    void the_last_telegram_is_given_as_it_came() {
        String telegram = Telegrams.text(AT, 77);
        given().contentType("text/plain")
                .header("X-API-Key", TestMeters.keyOf("shed"))
                .body(telegram.getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/meters/shed/telegrams")
                .then()
                .statusCode(202);

        byte[] last = given().get("/api/v1/meters/shed/telegram")
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asByteArray();

        assertThat(new String(last, StandardCharsets.ISO_8859_1)).isEqualTo(telegram);
    }

    @Test
    void of_a_meter_that_another_gateway_reads_there_is_no_old_telegram() {
        given().contentType("text/plain")
                .header("X-API-Key", TestMeters.keyOf("shed"))
                .body(Telegrams.bytes(AT, 78))
                .post("/api/v1/meters/shed/telegrams")
                .then()
                .statusCode(202);
        Intake shed = intakes.of(meter("shed"));
        shed.line(LineState.ELSEWHERE, "another gateway reads it");
        try {
            given().get("/api/v1/meters/shed/telegram")
                    .then()
                    .statusCode(503)
                    .contentType(Problem.MEDIA_TYPE)
                    .body("detail", equalTo("another gateway reads it"));
        } finally {
            shed.line(LineState.PUSHED, null);
        }
        given().get("/api/v1/meters/shed/telegram").then().statusCode(200);
    }

    @Test
    void an_unknown_meter_is_404() {
        given().get("/api/v1/meters/nosuch/telegram").then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/meters?name=roof", "/api/v1/meters/roof/telegram?name=1"})
    void a_parameter_that_there_is_not_is_400_and_named(String address) {
        given().get(address)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("no parameter \"name\""));
    }

    @Test
    void telegrams_of_a_tcp_source_are_published_also_after_garbage_and_after_the_connection_broke()
            throws IOException {
        Instant at = Telegrams.now();
        try (Socket cable = new Socket(InetAddress.getLoopbackAddress(), cableControl)) {
            cable.getOutputStream().write("\0\377noise 1-0:1.8.1(00".getBytes(StandardCharsets.ISO_8859_1));
            cable.getOutputStream().write(Telegrams.bytes(at, 500));
            await().untilAsserted(() -> assertPublished(500));
            cable.getOutputStream().write(Telegrams.withWrongCrc(at, 501).getBytes(StandardCharsets.ISO_8859_1));
            cable.getOutputStream().write(Telegrams.bytes(at.plusSeconds(1), 502), 0, 300);
        }
        await().untilAsserted(() -> given().get("/api/v1/meters")
                .then()
                .body("find { it.meter == 'cable' }.counts.crc", equalTo(1))
                .body("find { it.meter == 'cable' }.counts.truncated", greaterThan(0))
                .body("find { it.meter == 'cable' }.diagnosis", not(equalTo("telegrams arrive"))));
        try (Socket cable = new Socket(InetAddress.getLoopbackAddress(), cableControl)) {
            cable.getOutputStream().write(Telegrams.bytes(at.plusSeconds(2), 503));
            await().untilAsserted(() -> assertPublished(503));
        }
    }

    @Test
    void each_meters_health_is_on_its_topic() {
        await().untilAsserted(() -> assertThat(KafkaTopic.records("sem.meters", "roof"))
                .anySatisfy(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .contains("\"meter\":\"roof\"", "\"state\":", "\"diagnosis\":")));
    }

    @Test
    void the_gateway_is_ready_and_counts_for_prometheus() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        assertThat(given().get("/q/metrics").asString())
                .contains(
                        "sem_telegrams_total{meter=\"roof\",outcome=\"crc\"}", "sem_backlog_telegrams{meter=\"roof\"}");
    }

    private Meter meter(String name) {
        return all.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void assertPublished(long wh) {
        assertThat(KafkaTopic.events("cable"))
                .anySatisfy(event -> assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH))
                        .isEqualTo(wh));
    }
}
