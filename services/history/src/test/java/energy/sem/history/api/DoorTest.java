package energy.sem.history.api;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestProfile(Configured.class)
class DoorTest {

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/meters", "/api/v1/meters/nobody/latest", "/api/v1/meters/nobody/live"})
    void without_a_key_nothing_is_told_not_even_which_meters_there_are(String address) {
        Response response = get(address);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(given().header("X-API-Key", "three").get(address).statusCode())
                .isEqualTo(403);
    }

    @Test
    void each_key_opens_reading_in_each_way_of_sending_it() {
        assertThat(given().header("X-API-Key", "one").get("/api/v1/meters").statusCode())
                .isEqualTo(200);
        assertThat(given().header("Authorization", "Bearer two")
                        .get("/api/v1/meters")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().header("X-API-Key", "one")
                        .get("/api/v1/meters/nobody/latest")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_cannot_send_headers_sends_the_key_in_the_address() {
        assertThat(get("/get-esp-data.php?selector=0&key=one").statusCode()).isEqualTo(200);
        assertThat(get("/get-esp-data.php?selector=0&key=three").statusCode()).isEqualTo(403);
        assertThat(get("/api/v1/meters/nobody/live?key=two").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/meters?key=one").statusCode())
                .as("all others can: an address is kept in more places than a header")
                .isEqualTo(401);
    }

    @Test
    @Order(Integer.MAX_VALUE) // wrong keys from this address are answered with 429 for a while
    void whoever_guesses_has_to_wait_and_a_right_key_from_there_always_gets_in() {
        Response refused = given().header("X-API-Key", "guess0").get("/api/v1/meters");
        for (int i = 1; refused.statusCode() == 403 && i < 50; i++) {
            refused = given().header("X-API-Key", "guess" + i).get("/api/v1/meters");
        }
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("detail")).contains("wrong keys");
        assertThat(given().header("X-API-Key", "one").get("/api/v1/meters").statusCode())
                .isEqualTo(200);
    }

    @Test
    void metrics_open_with_a_key_only() {
        assertThat(get("/q/metrics").statusCode()).isEqualTo(401);
        assertThat(get("/q/metrics/").statusCode()).isEqualTo(401);
        assertThat(given().header("X-API-Key", "three").get("/q/metrics").statusCode())
                .isEqualTo(403);
        assertThat(given().header("Authorization", "Bearer one")
                        .get("/q/metrics")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_version_is_open_and_says_no_more_than_that() {
        Response version = get("/api/v1/version");
        assertThat(version.statusCode()).isEqualTo(200);
        assertThat(version.jsonPath().getMap("$").keySet())
                .isSubsetOf("version", "commit", "builtAt")
                .contains("version", "commit");
        assertThat(given().header("X-API-Key", "one").get("/q/metrics").asString())
                .contains("sem_build_info{commit=\"" + version.jsonPath().getString("commit") + "\",version=\""
                        + version.jsonPath().getString("version") + "\"} 1");
    }

    @Test
    void health_and_the_page_are_open() {
        assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/").statusCode()).isEqualTo(200);
    }
}
