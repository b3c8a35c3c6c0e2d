package energy.sem.gateway.push;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.Checksum;
import energy.sem.p1.Register;
import energy.sem.source.Encrypted;
import energy.sem.source.Telegrams;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** Pushes of meters with another checksum than the standard's, and of meters that encrypt. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class ChecksumPushTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:20:00Z");

    @Test
    void a_meter_with_another_checksum_is_read_from_its_first_push_on_and_that_is_said() {
        push("holley", Telegrams.text(AT, 4_000, Checksum.X_25)).statusCode(202).body("accepted", equalTo(1));

        assertThat(KafkaTopic.events("holley")).singleElement().satisfies(event -> {
            assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH))
                    .isEqualTo(4_000);
            assertThat(event.crc()).isEqualTo(TelegramEvent.Crc.VALID);
        });
        given().get("/api/v1/meters")
                .then()
                .body("find { it.meter == 'holley' }.state", equalTo("receiving"))
                .body("find { it.meter == 'holley' }.checksum", equalTo("CRC-16/X-25"))
                .body("find { it.meter == 'holley' }.counts.otherChecksum", equalTo(1))
                .body("find { it.meter == 'holley' }.diagnosis", containsString("CRC-16/X-25"));

        String damaged =
                Telegrams.text(AT.plusSeconds(10), 4_001, Checksum.X_25).replace("004.001", "004.007");
        push("holley", damaged).statusCode(422).body("rejected[0].cause", equalTo("crc"));
        push("holley", Telegrams.text(AT.plusSeconds(20), 4_002, Checksum.X_25)).statusCode(202);
    }

    @Test
    void a_meter_that_had_the_standards_checksum_changes_it_with_the_third_telegram_in_a_row() {
        push("loft", Telegrams.text(AT.minusSeconds(900), 10)).statusCode(202);
        for (int i = 0; i < 2; i++) {
            push("loft", Telegrams.text(AT.minusSeconds(600 - i), 11 + i, Checksum.X_25))
                    .statusCode(422)
                    .body("rejected[0].cause", equalTo("crc"))
                    .body("rejected[0].detail", containsString("CRC-16/X-25"));
        }
        push("loft", Telegrams.text(AT.minusSeconds(500), 14)).statusCode(202);
        push(
                        "loft",
                        Telegrams.text(AT.minusSeconds(400), 15, Checksum.X_25)
                                + Telegrams.text(AT.minusSeconds(390), 16, Checksum.X_25)
                                + Telegrams.text(AT.minusSeconds(380), 17, Checksum.X_25))
                .statusCode(202)
                .body("accepted", equalTo(1));
    }

    @Test
    void an_encrypted_frame_of_a_meter_without_a_key_is_called_that() {
        byte[] frame = Encrypted.frame(Encrypted.key(), Telegrams.bytes(AT, 1));

        push("vault", frame)
                .statusCode(422)
                .body("detail", containsString("encrypted"))
                .body("rejected.cause", hasItem("encrypted"))
                .body("rejected.cause", not(hasItem("format")));
        given().get("/api/v1/meters").then().body("find { it.meter == 'vault' }.counts.encrypted", greaterThan(0));
    }

    @Test
    void the_tag_of_a_meter_with_an_authentication_key_has_to_fit_it() {
        String key = ConfigProvider.getConfig().getValue("sem.meters.graz.decryption-key", String.class);
        String own = ConfigProvider.getConfig().getValue("sem.meters.graz.authentication-key", String.class);

        push("graz", Encrypted.frame(key, own, Telegrams.bytes(AT, 100))).statusCode(202);
        push("graz", Encrypted.frame(key, Telegrams.bytes(AT.plusSeconds(10), 101)))
                .statusCode(422)
                .body("rejected[0].detail", containsString("authentication key"));
    }

    @Test
    void what_is_known_and_not_understood_is_named_in_the_meters_state() {
        String text = Telegrams.text(AT, 50).replace("1-0:1.7.0(", "1-0:1.6.0(x)\r\n1-0:1.7.0(");
        String body = text.substring(0, text.lastIndexOf('!') + 1);
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        push("shed", body + String.format("%04X\r\n", Checksum.ARC.of(bytes, 0, bytes.length)))
                .statusCode(202);

        given().get("/api/v1/meters")
                .then()
                .body("find { it.meter == 'shed' }.notUnderstood", equalTo(java.util.List.of("1-0:1.6.0")))
                .body("find { it.meter == 'shed' }.diagnosis", containsString("1-0:1.6.0"));
    }

    private static ValidatableResponse push(String meter, String telegrams) {
        return push(meter, telegrams.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ValidatableResponse push(String meter, byte[] body) {
        return given().contentType("application/octet-stream")
                .header("X-API-Key", TestMeters.keyOf(meter))
                .body(body)
                .post("/api/v1/meters/{meter}/telegrams", meter)
                .then();
    }
}
