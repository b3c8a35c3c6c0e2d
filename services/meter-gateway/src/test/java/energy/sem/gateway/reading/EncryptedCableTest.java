package energy.sem.gateway.reading;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.Arrays;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

/** A meter that encrypts, with a decryption key and an authentication key, is read from a TCP source. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class EncryptedCableTest {
    private static final Instant AT = Telegrams.now();

    @ConfigProperty(name = "test.tunnel.control")
    int control;

    @ConfigProperty(name = "sem.meters.tunnel.decryption-key")
    String key;

    @ConfigProperty(name = "sem.meters.tunnel.authentication-key")
    String authenticationKey;

    @Test
    void its_frames_are_read_and_one_with_another_authentication_key_is_counted_and_told_in_words() throws IOException {
        byte[] first = Encrypted.frame(key, authenticationKey, Telegrams.bytes(AT, 700));
        try (Socket cable = new Socket(InetAddress.getLoopbackAddress(), control)) {
            cable.getOutputStream().write(Arrays.copyOf(first, 100));
            cable.getOutputStream().flush();
            cable.getOutputStream().write(first, 100, first.length - 100);
            await().untilAsserted(() -> assertPublished(700));

            String wrong = Encrypted.key();
            for (int i = 1; i <= 3; i++) {
                byte[] telegram = Telegrams.bytes(AT.plusSeconds(i), 700 + i);
                cable.getOutputStream().write(Encrypted.frame(key, wrong, telegram));
            }
            await().untilAsserted(() -> given().get("/api/v1/meters")
                    .then()
                    .body("find { it.meter == 'tunnel' }.counts.crc", greaterThanOrEqualTo(3))
                    .body("find { it.meter == 'tunnel' }.counts.valid", equalTo(1))
                    .body("find { it.meter == 'tunnel' }.state", equalTo("bad-telegrams"))
                    .body("find { it.meter == 'tunnel' }.diagnosis", containsString("authentication key")));

            cable.getOutputStream()
                    .write(Encrypted.frame(key, authenticationKey, Telegrams.bytes(AT.plusSeconds(4), 704)));
            await().untilAsserted(() -> assertPublished(704));
        }
        assertThat(KafkaTopic.records("sem.telegrams.rejected", "tunnel"))
                .isNotEmpty()
                .allSatisfy(record -> assertThat(KafkaTopic.header(record, "detail"))
                        .contains("authentication key")
                        .doesNotContain(authenticationKey));
        assertThat(given().get("/api/v1/meters").asString()).doesNotContain(key).doesNotContain(authenticationKey);
    }

    private static void assertPublished(long wh) {
        assertThat(KafkaTopic.events("tunnel"))
                .extracting(event -> event.electricity().registers().get(Register.IMPORT_T1_WH))
                .isNotEmpty()
                .doesNotContain(701L, 702L, 703L)
                .contains(wh);
    }
}
