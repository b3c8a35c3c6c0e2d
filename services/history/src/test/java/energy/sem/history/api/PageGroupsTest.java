package energy.sem.history.api;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.browser.Chromium;
import energy.sem.quarter.QuarterHours;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

/** A group on the page: its sums, and the statement of a day or month as a table. */
@QuarkusTest
@TestProfile(Configured.class)
class PageGroupsTest {
    private static Chromium chromium;

    @TestHTTPResource
    URI root;

    /** Each quarter hour pgtakes takes 100 Wh, and pgroof injects 120 Wh. */
    @BeforeAll
    static void open() throws SQLException {
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(60_000);
        write("pgtakes", Map.of("import_t1_wh", 100L));
        write("pgroof", Map.of("export_t1_wh", 120L));
    }

    private static void write(String name, Map<String, Long> rise) throws SQLException {
        Instant first = LocalDate.now(SampleMeters.ZONE)
                .minusDays(3)
                .atStartOfDay(SampleMeters.ZONE)
                .toInstant();
        SampleMeters.registers(
                name,
                first,
                SampleMeters.rising(
                        Map.of("import_t1_wh", 1_000L, "import_t2_wh", 2_000L, "export_t1_wh", 5L),
                        rise,
                        QuarterHours.of(Instant.now()) - QuarterHours.of(first)));
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void who_unfolds_groups_sees_the_statement_and_goes_back_a_day(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=pgtakes&view=day,0")) {
            Page page = opened.page();
            assertThat(page.locator("#groups")).isVisible();
            assertThat(page.locator("#group-table")).hasCount(0);
            page.locator("#groups summary").click();
            page.locator("#group-name").selectOption("pagegroup");
            page.locator("#group-period").selectOption("day");
            page.locator("#group-earlier").click();
            // 96, 92 or 100 quarter hours, of each of which 100 Wh are shared.
            assertThat(page.locator("#group-sum"))
                    .hasText(
                            Pattern.compile(
                                    "(9\\.[26]0|10\\.00).kWh from the grid, 1[12]\\.\\d\\d.kWh to the grid; "
                                            + "(9\\.[26]0|10\\.00).kWh of it shared within the same quarter hours\\. As much as possible .*"));
            assertThat(page.locator("#group-table tbody tr")).hasCount(2);
            assertThat(page.locator("#group-table tbody th").first())
                    .hasText(Pattern.compile("pgtakes \\(25\\.50.%\\)"));
            assertThat(page.locator("#group-table tfoot td").last()).hasText(Pattern.compile("100.%"));
            assertThat(page.locator("#group-note")).hasText("What the grid operator settles is what counts.");
            assertThat(page.locator("#group-later")).isEnabled();
            page.locator("#group-later").click();
            assertThat(page.locator("#group-note")).hasText(Pattern.compile("Up to .*\\d\\d:(00|15|30|45)\\. .*"));
            assertThat(page.locator("#group-later")).isDisabled();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(screen.width);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nl | Groepen | daarvan van de groep  | Wat de netbeheerder afrekent, telt.",
                "fr | Groupes | dont du groupe        | C’est le décompte du gestionnaire de réseau qui compte.",
                "de | Gruppen | davon von der Gruppe  | Was der Netzbetreiber abrechnet, zählt.",
                "en | Groups  | of it from the group  | What the grid operator settles is what counts."
            })
    void it_speaks_each_language_also_when_it_is_chosen_later(String language, String title, String head, String note) {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=pgtakes")) {
            Page page = opened.page();
            page.locator("#groups summary").click();
            assertThat(page.locator("#group-table tbody tr").first()).isVisible();
            page.locator("#language").selectOption(language);
            assertThat(page.locator("#groups-title")).hasText(title);
            assertThat(page.locator("#group-table thead")).containsText(head);
            assertThat(page.locator("#group-note")).containsText(note);
        }
    }

    @Test
    void the_statement_leaves_as_csv_with_the_key() throws Exception {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=pgtakes")) {
            Page page = opened.page();
            page.locator("#groups summary").click();
            page.locator("#group-name").selectOption("pagegroup");
            assertThat(page.locator("#group-table tbody th").first()).containsText("pgtakes");
            Download file =
                    page.waitForDownload(() -> page.locator("#group-csv").click());
            assertThat(file.suggestedFilename()).startsWith("sem-pagegroup-month-");
            assertThat(new String(file.createReadStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("from,to,meter,share_percent,")
                    .contains(",pgroof,74.5,");
        }
    }

    @Test
    void where_the_last_group_has_gone_since_the_page_was_opened_its_part_goes_too() throws Exception {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=pgtakes")) {
            Page page = opened.page();
            page.route(
                    url -> url.endsWith("/api/v1/groups"),
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody("{\"zone\":\"Europe/Brussels\",\"groups\":[]}")));

            page.locator("#groups summary").click();

            assertThat(page.locator("#groups")).hasCount(0);
        }
    }
}
