package energy.sem.gateway.push;

import java.time.Instant;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.Register;
import energy.sem.source.Telegrams;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class DsmrReaderPushTest {
    private static final Instant AT = Instant.parse("2026-11-22T11:00:00Z");

    @ParameterizedTest
    @CsvSource({"X-AUTHKEY, ''", "Authorization, 'Token '"})
    void a_telegram_is_created_under_the_keys_meter(String header, String scheme) {
        long wh = header.length();

        form().header(header, scheme + TestMeters.keyOf("reader"))
                .formParam("telegram", Telegrams.text(AT, wh))
                .post("/api/v1/datalogger/dsmrreading")
                .then()
                .statusCode(201)
                .body(equalTo(""));

        assertThat(KafkaTopic.events("reader"))
                .anySatisfy(event -> assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH))
                        .isEqualTo(wh));
    }

    @Test
    void a_telegram_that_is_not_valid_is_400_with_the_cause() {
        form().header("X-AUTHKEY", TestMeters.keyOf("reader"))
                .formParam("telegram", Telegrams.withWrongCrc(AT, 1))
                .post("/api/v1/datalogger/dsmrreading")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("crc"));
    }

    @Test
    void a_missing_field_is_400() {
        form().header("X-AUTHKEY", TestMeters.keyOf("reader"))
                .formParam("message", "x")
                .post("/api/v1/datalogger/dsmrreading")
                .then()
                .statusCode(400)
                .body("detail", containsString("telegram"));
    }

    @Test
    void no_key_is_401_and_a_wrong_one_403() {
        form().formParam("telegram", "x")
                .post("/api/v1/datalogger/dsmrreading")
                .then()
                .statusCode(401);
        form().header("X-AUTHKEY", "wrong")
                .formParam("telegram", "x")
                .post("/api/v1/datalogger/dsmrreading")
                .then()
                .statusCode(403);
    }

    private static RequestSpecification form() {
        return given().contentType("application/x-www-form-urlencoded; charset=ISO-8859-1");
    }
}
