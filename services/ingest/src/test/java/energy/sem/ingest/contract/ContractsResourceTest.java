package energy.sem.ingest.contract;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.ingest.kit.IngestTest;
import energy.sem.ingest.kit.Sql;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.start.Database;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Contracts of the page: who may keep one, what is kept, what is refused in which words. */
@IngestTest
class ContractsResourceTest {
    private static final String KEY = "test-admin-key";
    private static final String DOCUMENT =
            "{\"contracts\":[{\"name\":\"fixed26\",\"meter\":\"door\",\"from\":\"2026-01-01\","
                    + "\"sets\":[\"fluvius-imewo\",\"belgium-electricity\"],\"facts\":{\"domiciled\":\"yes\",\"customer\":\"household\"},"
                    + "\"components\":[{\"name\":\"energy\",\"flow\":\"import\",\"unit\":\"c/kWh\",\"vat\":\"6\",\"price\":\"12.5\"}]}]}";

    @Inject
    Database database;

    @TestHTTPResource("/")
    URL url;

    @BeforeEach
    void empty() throws Exception {
        database.awaitReady();
        Sql.run("root", "DELETE FROM sem.page_contract");
    }

    @ParameterizedTest
    @CsvSource({", 401", "wrong, 403", "key-of-another, 403"})
    void only_the_administrators_key_opens_it_and_a_meters_own_does_not(String key, int status) {
        RequestSpecification request = key == null ? asked() : asked().header("X-API-Key", key);
        request.body(DOCUMENT)
                .put("/api/v1/meters/another/contracts/fixed26")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_contract_is_kept_as_it_came_replaced_and_taken_away() throws Exception {
        put("fixed26", DOCUMENT).statusCode(204);
        assertThat(kept()).containsExactly(List.of("fixed26", DOCUMENT));
        put("fixed26", DOCUMENT.replace("12.5", "13.5")).statusCode(204);
        assertThat(kept()).containsExactly(List.of("fixed26", DOCUMENT.replace("12.5", "13.5")));
        delete("other", "fixed26").statusCode(404);
        delete("door", "fixed26").statusCode(204);
        assertThat(kept()).isEmpty();
        delete("door", "fixed26").statusCode(404).body("detail", containsString("changed there"));
        put("fixed26", DOCUMENT).statusCode(204);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void the_name_of_another_meters_contract_is_taken() throws Exception {
        put("fixed26", DOCUMENT).statusCode(204);
        asked().header("X-API-Key", KEY)
                .body(DOCUMENT.replace("\"door\"", "\"attic\""))
                .put("/api/v1/meters/attic/contracts/fixed26")
                .then()
                .statusCode(409)
                .body("detail", containsString("choose another name"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fixed26 | \"12.5\"             | \"12,5\"          | is no number",
                "fixed26 | \"12.5\"             | \"1e999999999\"   | is no number",
                "fixed26 | c/kWh                | c/MWh             | use EUR/kWh, c/kWh, EUR/MWh",
                "fixed26 | \"vat\":\"6\"        | \"vat\":\"six\"   | the percentage that is to be added",
                "fixed26 | domiciled\":\"yes    | domiciled\":\"si  | knows no, yes",
                "fixed26 | \"domiciled\":\"yes\", |                 | add it under facts",
                "fixed26 | \"meter\":\"door\",  |                   | needs the meter",
                "fixed26 | \"meter\":\"door\"   | \"meter\":\"x\"   | they must be the same",
                "fixed27 | fixed26              | fixed26           | they must be the same",
                "fixed26 | \"components\"       | \"component\"     | component",
                "fixed26 | {\"contracts\"       | {\"contracts\":[],\"contracts\" | uplicate",
                "fixed26 | ]}]}                 | ]}]               | line 1",
            })
    void what_is_wrong_is_said_and_not_kept(String name, String found, String instead, String words) {
        put(name, DOCUMENT.replace(found, instead == null ? "" : instead))
                .statusCode(400)
                .body("detail", containsString(words));
        assertThat(kept()).isEmpty();
    }

    @Test
    void what_is_too_large_is_refused() {
        put("fixed26", DOCUMENT + " ".repeat(70_000)).statusCode(413);
        put("fixed26", "").statusCode(400);
    }

    @Test
    void a_set_of_ones_own_is_for_history_to_find() {
        put("fixed26", DOCUMENT.replace("fluvius-imewo", "my-grid")).statusCode(204);
    }

    private ValidatableResponse put(String name, String document) {
        return asked().header("X-API-Key", KEY)
                .body(document)
                .put("/api/v1/meters/door/contracts/" + name)
                .then();
    }

    private ValidatableResponse delete(String meter, String name) {
        return asked().header("X-API-Key", KEY)
                .delete("/api/v1/meters/" + meter + "/contracts/" + name)
                .then();
    }

    private RequestSpecification asked() {
        return given().baseUri(url.getProtocol() + "://" + url.getHost() + ":" + url.getPort())
                .contentType("text/plain");
    }

    private static List<List<String>> kept() {
        return Tables.rows("SELECT name, document FROM page_contract WHERE document IS NOT NULL");
    }
}
