package energy.sem.history.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.browser.Chromium;
import energy.sem.event.Topics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What semctl doctor found stands on the page, for whoever has the key. */
@QuarkusTest
@TestProfile(Configured.class)
class PageFindingsTest {
    private static final String FAULTS =
            "[{\"check\": \"meters\", \"what\": \"found: has not spoken since 10:00\", \"advice\": \"docs/meters.md\"},"
                    + " {\"check\": \"disk\", \"what\": \"only 5 MiB are left in <b>/var</b>\", \"advice\": \"make room\"}]";

    private static final String SILENT = "{\"state\":\"silent\"}";

    private static Chromium chromium;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws SQLException {
        chromium = Chromium.orSkip();
        // A busy machine is slow, not wrong.
        setDefaultAssertionTimeout(60_000);
        SampleMeters.write("found", false, 2);
    }

    @AfterEach
    void none() throws SQLException {
        DoctorRow.remove();
        await(() -> answer().get("findings") == null);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Wat SEM op .* bij zichzelf mis vond | Kijk SEM na",
                "fr | Ce que SEM a trouvé d’anormal chez lui le .* | SEM demande un coup d’œil",
                "de | Was SEM am .* bei sich selbst gefunden hat | Bitte nach SEM sehen",
                "en | What SEM found wrong with itself on .* | SEM needs a look"
            })
    void faults_are_said_to_whoever_has_the_key_and_are_gone_after_the_look_that_finds_none(
            String language, String heading, String link) throws SQLException {
        planted(Duration.ofMinutes(3), FAULTS);
        try (BrowserContext context = chromium.open(390, 844, options -> options.setLocale(language + "-BE"))) {
            Page page = context.newPage();
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.navigate(root.resolve("/?meter=found").toString());
            assertThat(page.locator("#key-form")).isVisible();
            assertThat(page.locator("#found")).isHidden();
            unlock(page);

            assertThat(page.locator("#found-title")).hasText(Pattern.compile(heading));
            assertThat(page.locator("#ailing")).hasText(link);
            assertThat(page.locator("#found-list")).hasAttribute("lang", "en");
            assertThat(page.locator("#found-list li"))
                    .containsText(
                            new String[] {"found: has not spoken since 10:00", "only 5 MiB are left in <b>/var</b>"});
            assertThat(page.locator("#found-list .advice").last()).hasText("make room");

            planted(Duration.ZERO, "[]");
            page.evaluate("dispatchEvent(new Event('online'))");

            assertThat(page.locator("#found")).isHidden();
            assertThat(page.locator("#ailing")).isHidden();
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void what_the_page_says_of_the_meter_in_its_own_words_is_not_said_twice() throws Exception {
        planted(Duration.ZERO, FAULTS);
        try (Telegrams telegrams = new Telegrams();
                BrowserContext context = chromium.open(1280, 1240, options -> {})) {
            telegrams.send(Topics.METERS, "found", SILENT.getBytes(StandardCharsets.UTF_8));
            await(() -> "silent".equals(answer().getString("meters.find { it.name == 'found' }.health.state")));
            Page page = context.newPage();
            page.navigate(root.resolve("/?meter=found").toString());
            unlock(page);

            assertThat(page.locator("#faults-list li")).hasCount(1);
            assertThat(page.locator("#found-list li")).hasCount(1);
            assertThat(page.locator("#found-list")).containsText("only 5 MiB are left");
            telegrams.send(Topics.METERS, "found", "{\"state\":\"receiving\"}".getBytes(StandardCharsets.UTF_8));
            await(() -> "receiving".equals(answer().getString("meters.find { it.name == 'found' }.health.state")));
        }
    }

    @Test
    void what_was_found_hours_ago_is_not_said() throws SQLException {
        planted(Duration.ofHours(2), FAULTS);
        try (BrowserContext context = chromium.open(1280, 1240, options -> {})) {
            Page page = context.newPage();
            page.navigate(root.resolve("/?meter=found").toString());
            unlock(page);

            assertThat(page.locator("#registers-table")).containsText("1SEMfound");
            assertThat(page.locator("#found")).isHidden();
            assertThat(page.locator("#ailing")).isHidden();
        }
    }

    /** Plants the row, and waits until history tells it. */
    private static void planted(Duration ago, String faults) throws SQLException {
        DoctorRow.write(ago, faults);
        int many = new JsonPath(faults).getList("$").size();
        await(() -> answer().get("findings") != null
                && answer().getList("findings.faults").size() == many);
    }

    private static JsonPath answer() {
        return given().header("X-API-Key", "one").get("/api/v1/meters").jsonPath();
    }

    private static void await(Callable<Boolean> isSo) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(isSo);
    }

    private static void unlock(Page page) {
        page.locator("#key").fill("one");
        page.locator("#key-form button").click();
        assertThat(page.locator("#key-form")).isHidden();
    }
}
