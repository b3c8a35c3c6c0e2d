package energy.sem.gateway.push;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.Register;
import energy.sem.source.Encrypted;
import energy.sem.source.Telegrams;

import static energy.sem.tests.Waiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class TelegramPushTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:03Z");

    // A meter of its own: another test's telegrams of the same minute would make this one implausible.
    @Test
    void a_valid_telegram_is_accepted_when_its_event_is_on_kafka() {
        push("attic", Telegrams.text(AT, 1_000))
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected", empty());

        List<TelegramEvent> events = KafkaTopic.events("attic");
        TelegramEvent event = events.get(events.size() - 1);
        assertThat(event.at()).isEqualTo(AT);
        assertThat(event.timeSource()).isEqualTo(TelegramEvent.TimeSource.METER);
        assertThat(event.electricity().serial()).isEqualTo("1SEM0000000042");
        assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH)).isEqualTo(1_000);
        assertThat(event.devices()).singleElement().satisfies(gas -> assertThat(gas.volumeLitre())
                .isEqualTo(112_384));
        assertThat(event.extremes().importW()).isEqualTo(642);
        assertThat(event.verdict().plausible()).isTrue();
        assertThat(event.simulated()).isNull();
    }

    @Test
    void a_records_timestamp_is_the_time_of_publishing() {
        Instant before = Instant.now().minusSeconds(1);

        push("roof", Telegrams.text(AT.minus(Duration.ofDays(300)), 1)).statusCode(202);

        var records = KafkaTopic.records("sem.telegrams", "roof");
        assertThat(Instant.ofEpochMilli(records.get(records.size() - 1).timestamp()))
                .isAfter(before);
    }

    @Test
    void of_many_telegrams_each_bad_one_is_named_with_its_index_and_cause() {
        String body = Telegrams.text(AT, 1_001)
                + Telegrams.withWrongCrc(AT.plusSeconds(1), 1_002)
                + Telegrams.text(AT.plusSeconds(2), 1_003)
                + "/FLU5\\1_A\r\n\r\n1-0:1.7.0(00.1";

        push("roof", body)
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(2))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].cause", equalTo("crc"))
                .body("rejected[0].detail", containsString("CRC"))
                .body("rejected[1].index", equalTo(3))
                .body("rejected[1].cause", equalTo("truncated"));
    }

    @Test
    void telegrams_of_an_encrypting_meter_are_read_with_its_key_and_refused_with_another() {
        String key = ConfigProvider.getConfig().getValue("sem.meters.smarty.decryption-key", String.class);
        byte[] telegram = Telegrams.bytes(AT, 5_005);

        pushBytes("smarty", Encrypted.frame(key, telegram)).statusCode(202).body("accepted", equalTo(1));
        assertThat(KafkaTopic.events("smarty"))
                .anySatisfy(event -> assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH))
                        .isEqualTo(5_005));

        pushBytes("smarty", Encrypted.frame(Encrypted.key(), telegram))
                .statusCode(422)
                .body("rejected[0].cause", equalTo("crc"))
                .body("rejected[0].detail", containsString("another key"));
    }

    @Test
    void a_wrong_crc_alone_is_422_and_its_bytes_are_kept_with_the_cause() {
        String bad = Telegrams.withWrongCrc(AT, 4_711);

        push("roof", bad)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("status", equalTo(422))
                .body("detail", containsString("crc"))
                .body("accepted", equalTo(0))
                .body("rejected[0].index", equalTo(0))
                .body("rejected[0].cause", equalTo("crc"));

        await().untilAsserted(() -> assertThat(KafkaTopic.records("sem.telegrams.rejected", "roof"))
                .anySatisfy(record -> {
                    assertThat(new String(record.value(), StandardCharsets.ISO_8859_1))
                            .isEqualTo(bad.stripTrailing());
                    assertThat(KafkaTopic.header(record, "cause")).isEqualTo("crc");
                    assertThat(KafkaTopic.header(record, "detail")).contains("CRC");
                    assertThat(Instant.parse(KafkaTopic.header(record, "received-at")))
                            .isAfter(Instant.now().minusSeconds(60));
                }));
    }

    @ParameterizedTest
    @CsvSource({"''", "garbage", "'{\"json\":true}'"})
    void a_body_without_a_telegram_is_422(String body) {
        push("roof", body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("rejected[0].cause", equalTo("format"));
    }

    @Test
    void a_frame_without_an_end_is_422_oversize() {
        push("roof", "/FLU5\\1_A\r\n" + "1-0:1.7.0(00.1*kW)\r\n".repeat(1_000))
                .statusCode(422)
                .body("rejected[0].cause", equalTo("oversize"));
    }

    @Test
    void more_than_one_mebibyte_is_413() {
        push("roof", "x".repeat(1024 * 1024 + 1))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("1 MiB"));
    }

    @Test
    void line_ends_that_a_terminal_changed_are_repaired_and_counted() {
        push("shed", Telegrams.text(AT, 1_004).replace("\r\n", "\n"))
                .statusCode(202)
                .body("accepted", equalTo(1));

        assertThat(KafkaTopic.events("shed"))
                .anySatisfy(event -> assertThat(event.crc()).isEqualTo(TelegramEvent.Crc.REPAIRED));
        given().get("/api/v1/meters").then().body("find { it.meter == 'shed' }.counts.repaired", greaterThan(0));
    }

    @Test
    void without_a_key_it_is_401() {
        body("x").post("/api/v1/meters/roof/telegrams").then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"roof", "nosuchmeter"})
    void a_wrong_key_is_403_whether_the_meter_exists_or_not(String meter) {
        body("x")
                .header("X-API-Key", "wrong")
                .post("/api/v1/meters/{meter}/telegrams", meter)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body(
                        "detail",
                        equalTo(
                                "The key does not open this: compare it with sem.meters.<name>.api-key, or with what ./sem meter gave."));
    }

    @Test
    void a_key_opens_its_own_meter_only() {
        body(Telegrams.text(AT, 1))
                .header("X-API-Key", TestMeters.keyOf("shed"))
                .post("/api/v1/meters/roof/telegrams")
                .then()
                .statusCode(403);
    }

    @Test
    void a_key_may_come_as_a_bearer_token() {
        body(Telegrams.text(AT, 1_005))
                .header("Authorization", "Bearer " + TestMeters.keyOf("roof"))
                .post("/api/v1/meters/roof/telegrams")
                .then()
                .statusCode(202);
    }

    @Test
    void a_form_is_415_because_it_would_change_the_telegrams_bytes() {
        given().contentType("application/x-www-form-urlencoded")
                .header("X-API-Key", TestMeters.keyOf("roof"))
                .body(Telegrams.text(AT, 1))
                .post("/api/v1/meters/roof/telegrams")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void a_whole_mebibyte_of_telegrams_keeps_its_order() {
        StringBuilder body = new StringBuilder();
        int count = 0;
        while (body.length() < 900 * 1024) {
            body.append(Telegrams.text(AT.plusSeconds(count), 10_000 + count));
            count++;
        }

        push("bulk", body.toString()).statusCode(202).body("accepted", equalTo(count));

        List<Long> registers = KafkaTopic.events("bulk").stream()
                .map(event -> event.electricity().registers().get(Register.IMPORT_T1_WH))
                .filter(wh -> wh >= 10_000)
                .toList();
        assertThat(registers).hasSize(count).isSorted();
    }

    private static ValidatableResponse push(String meter, String body) {
        return body(body)
                .header("X-API-Key", TestMeters.keyOf(meter))
                .post("/api/v1/meters/{meter}/telegrams", meter)
                .then();
    }

    private static ValidatableResponse pushBytes(String meter, byte[] body) {
        return given().contentType("application/octet-stream")
                .header("X-API-Key", TestMeters.keyOf(meter))
                .body(body)
                .post("/api/v1/meters/{meter}/telegrams", meter)
                .then();
    }

    private static RequestSpecification body(String body) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("text/plain")
                .body(body.getBytes(StandardCharsets.ISO_8859_1));
    }
}
