package energy.sem.history.api;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.browser.Chromium;
import energy.sem.local.test.TestServices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** More meters than a list on the page can show: they come in parts, and one is looked for. */
@QuarkusTest
class ManyMetersTest {
    private static final String ALL = "SELECT CONCAT('zmany', LPAD(seq, 3, '0')) FROM seq_1_to_250";

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void add() throws SQLException {
        SampleMeters.write("zmany042", false, 3);
        run("INSERT IGNORE INTO meter (name, first_at) SELECT names.*, 1700000000000 FROM (" + ALL + ") names");
    }

    /** Other tests look at the list. */
    @AfterAll
    static void remove() throws SQLException {
        run("DELETE FROM meter WHERE name LIKE 'zmany%' AND name <> 'zmany042'");
    }

    @Test
    void part_after_part_is_the_whole_list_and_each_meter_once() {
        List<String> all = names("search=zmany");
        assertThat(all).hasSize(250).isSorted().doesNotHaveDuplicates();

        JsonPath first = get("/api/v1/meters?search=zmany&limit=100").jsonPath();
        JsonPath second = get("/api/v1/meters?search=zmany&limit=100&after=" + first.getString("next"))
                .jsonPath();
        JsonPath third = get("/api/v1/meters?search=zmany&limit=100&after=" + second.getString("next"))
                .jsonPath();

        assertThat(first.getList("meters.name", String.class)).isEqualTo(all.subList(0, 100));
        assertThat(second.getList("meters.name", String.class)).isEqualTo(all.subList(100, 200));
        assertThat(third.getList("meters.name", String.class)).isEqualTo(all.subList(200, 250));
        assertThat(third.getMap("")).doesNotContainKey("next");
        assertThat(get("/api/v1/meters?search=zmany&limit=250").jsonPath().getMap(""))
                .as("a part that ends with the last one")
                .doesNotContainKey("next");
    }

    @ParameterizedTest
    @CsvSource({
        "search=zmany04, 10",
        "search=ZMANY042, 1",
        "search=1SEMzmany, 1",
        "search=1semZMANY042, 1",
        "search=%25, 0",
        "search=_, 0",
        "search=nothing+has+this, 0",
        "meter=zmany042, 1",
        "meter=zmany04, 0",
        "meter=Ž, 0",
        "search=zmany&after=zmany249, 1",
        "search=zmany&after=zmany250, 0"
    })
    void a_part_of_a_name_or_of_a_serial_number_finds_it(String query, int found) {
        assertThat(names(query)).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit=0 is not a number from 1 to 1000.",
        "limit=1001, limit=1001 is not a number from 1 to 1000.",
        "limit=many, limit=many is not a number from 1 to 1000.",
        "search=Ž, search has at most 96",
        "after=Ž, after has at most 96",
        "page=2, no parameter"
    })
    void what_cannot_be_asked_is_said_in_words(String query, String words) {
        assertThat(given().get("/api/v1/meters?" + query)
                        .then()
                        .statusCode(400)
                        .extract()
                        .jsonPath()
                        .getString("detail"))
                .contains(words);
    }

    @Test
    void on_the_page_one_is_looked_for_and_shown() {
        try (Chromium chromium = Chromium.orSkip();
                Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=zmany042&view=day,0")) {
            Page page = opened.page();
            assertThat(page.locator("#meter-choice")).isHidden();
            assertThat(page.locator("#meter-search")).hasValue("zmany042");

            page.fill("#meter-search", "ZMANY1");
            assertThat(page.locator("#meter-names option")).hasCount(20);
            assertThat(page.locator("#meter-found")).hasText("20+ meters found");
            page.fill("#meter-search", "zmany123");
            page.locator("#meter-search").press("Enter");

            assertThat(page).hasTitle("SEM – zmany123");
            assertThat(page.locator("#meter-search")).hasValue("zmany123");
            assertThat(page.url()).contains("meter=zmany123");
        }
    }

    private static List<String> names(String query) {
        return get("/api/v1/meters?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("meters.name", String.class);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = TestServices.get().connect("root");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
