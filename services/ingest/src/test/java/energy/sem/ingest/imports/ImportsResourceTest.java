package energy.sem.ingest.imports;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Household;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.start.Database;
import energy.sem.ingest.store.Storing;
import energy.sem.p1.Register;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** A file by HTTP: who may, what is answered, what is left behind. */
@IngestTest
class ImportsResourceTest {
    private static final String KEY = "test-admin-key";
    private static final Household TRUTH = Household.of(3, ZoneId.of("Europe/Brussels"), LocalDate.of(2026, 1, 5), 2);

    @Inject
    Database database;

    @Inject
    Storing storing;

    @TestHTTPResource("/")
    URL url;

    @BeforeEach
    void tables() throws InterruptedException {
        database.awaitReady();
    }

    @ParameterizedTest
    @CsvSource({", 401", "wrong, 403", "key-of-another, 403"})
    void without_the_right_key_nothing_is_looked_at(String key, int status) {
        var request = given().baseUri(base()).body("x".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        (key == null ? request : request.header("X-API-Key", key))
                .post("/api/v1/meters/door/imports")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void the_meter_s_own_key_opens_its_imports_and_no_other_s() {
        given().baseUri(base())
                .header("X-API-Key", "key-of-another")
                .get("/api/v1/meters/another/imports")
                .then()
                .statusCode(200);
        given().baseUri(base())
                .header("X-API-Key", "key-of-another")
                .get("/api/v1/meters/door/imports")
                .then()
                .statusCode(403);
    }

    @Test
    void a_file_is_looked_at_taken_listed_and_taken_out() throws Exception {
        live("door");
        post("door", "true", "application/json")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("quarters", notNullValue())
                .body("devices", hasSize(1));
        int number = post("door", "false", "application/json")
                .then()
                .statusCode(200)
                .extract()
                .path("imported");

        asked().get("/api/v1/meters/door/imports")
                .then()
                .statusCode(200)
                .body("[0].number", equalTo(number))
                .body("[0].state", equalTo("done"));
        asked().delete("/api/v1/meters/door/imports/" + number)
                .then()
                .statusCode(200)
                .body("[0].state", equalTo("undone"));
        asked().delete("/api/v1/meters/door/imports/" + number)
                .then()
                .statusCode(409)
                .body("detail", containsString("out already"));
        asked().delete("/api/v1/meters/door/imports/999999").then().statusCode(404);
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void who_asks_for_lines_is_told_how_far_it_is() throws Exception {
        live("lines");
        Response answer = post("lines", "true", "application/x-ndjson");

        String[] lines = answer.asString().split("\n", -1);
        assertThat(lines[0]).contains("\"step\":\"reading\"");
        assertThat(lines[lines.length - 2]).startsWith("{\"plan\":{\"dryRun\":true");
        assertThat(filesLeft()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "zone=Nowhere, no such zone",
        "shift=soon, number of minutes",
        "anchor=importT1, An anchor is",
        "device=x, NAME=MEANING",
        "sensor=a=b, nothing that a sensor counts",
        "dry-run=yes, true or false",
        "dryrun=true, no parameter"
    })
    void what_is_not_understood_is_said(String query, String words) {
        asked().body("x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/meters/door/imports?" + query)
                .then()
                .statusCode(400)
                .body("detail", containsString(words));
    }

    @Test
    void a_file_of_no_known_format_is_refused_with_what_was_seen() {
        asked().body("a;b;c\n1;2;3\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/meters/door/imports")
                .then()
                .statusCode(200)
                .body("refusal", containsString("a;b;c"));
    }

    private void live(String meter) throws InterruptedException {
        for (int edge = 100; edge < 140; edge++) {
            storing.store(java.util.List.of(Events.at(meter, TRUTH.edge(edge))
                    .serial(FluviusFiles.METER)
                    .registers(
                            TRUTH.at(Register.IMPORT_T1_WH, edge),
                            TRUTH.at(Register.IMPORT_T2_WH, edge),
                            TRUTH.at(Register.EXPORT_T1_WH, edge),
                            TRUTH.at(Register.EXPORT_T2_WH, edge))
                    .build()));
        }
    }

    private Response post(String meter, String dryRun, String accept) {
        return asked().header("Accept", accept)
                .body(FluviusFiles.quarters(TRUTH, Variant.DUTCH_2025_09, q -> false)
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/v1/meters/" + meter + "/imports?dry-run=" + dryRun);
    }

    private io.restassured.specification.RequestSpecification asked() {
        return given().baseUri(base()).header("X-API-Key", KEY).contentType("application/octet-stream");
    }

    private String base() {
        return "http://localhost:" + url.getPort();
    }

    private static java.util.List<Path> filesLeft() throws java.io.IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("sem-(ingest|import)-.*[0-9]"))
                    .toList();
        }
    }
}
