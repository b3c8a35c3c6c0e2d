package energy.sem.gateway.show;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.source.Telegrams;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What a household with a key of its own is told of meters: of its own, and of no other that there is one. */
@QuarkusTest
@TestProfile(ReadersTest.TwoHomes.class)
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class ReadersTest {

    public static final class TwoHomes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sem.read-keys", "of all",
                    "sem.readers.els.key", "of els",
                    "sem.readers.els.meters", "roof,shed,nowhere",
                    "sem.readers.jan.key", "of jan",
                    "sem.readers.jan.meters", "attic",
                    "sem.groups.sheds.members", "shed, attic");
        }
    }

    @ParameterizedTest
    @CsvSource({"of els, roof shed", "of jan, attic"})
    void it_is_told_of_its_meters(String key, String meters) {
        Response list = get("/api/v1/meters", key);

        assertThat(list.jsonPath().getList("meter", String.class)).containsExactly(meters.split(" "));
        assertThat(list.asString()).doesNotContain("cable", "tunnel", key.equals("of els") ? "attic" : "roof");
    }

    @Test
    void a_key_for_all_and_a_meters_own_open_what_they_did() {
        assertThat(get("/api/v1/meters", "of all").jsonPath().getList("meter", String.class))
                .contains("roof", "shed", "attic", "cable");
        assertThat(get("/api/v1/meters", TestMeters.keyOf("attic")).jsonPath().getList("meter"))
                .isEqualTo(List.of("attic"));
        assertThat(given().get("/api/v1/meters").statusCode()).isEqualTo(401);
        assertThat(get("/api/v1/meters", "another").statusCode()).isEqualTo(403);
    }

    @Test
    void the_telegram_of_another_home_is_that_of_a_meter_that_is_not_there() {
        given().contentType("text/plain")
                .header("X-API-Key", TestMeters.keyOf("attic"))
                .body(Telegrams.text(Instant.parse("2026-11-22T12:00:00Z"), 77).getBytes(StandardCharsets.ISO_8859_1))
                .post("/api/v1/meters/attic/telegrams")
                .then()
                .statusCode(202);
        assertThat(get("/api/v1/meters/attic/telegram", "of jan").statusCode()).isEqualTo(200);

        Response other = get("/api/v1/meters/attic/telegram", "of els");
        Response absent = get("/api/v1/meters/none9/telegram", "of els");

        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(other.asString()).isEqualTo(absent.asString());
        assertThat(headers(other)).isEqualTo(headers(absent));
    }

    @Test
    void it_reads_only_and_no_metrics() {
        assertThat(get("/q/metrics", "of els").statusCode()).isEqualTo(403);
        assertThat(get("/q/metrics", "of all").statusCode()).isEqualTo(200);
        assertThat(given().contentType("text/plain")
                        .header("X-API-Key", "of els")
                        .body("x")
                        .post("/api/v1/meters/roof/telegrams")
                        .statusCode())
                .isEqualTo(403);
    }

    private static String headers(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !header.getName().equals("Date"))
                .toList()
                .toString();
    }

    private static Response get(String address, String key) {
        return given().header("X-API-Key", key).get(address);
    }
}
