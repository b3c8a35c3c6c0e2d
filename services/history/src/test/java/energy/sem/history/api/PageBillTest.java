package energy.sem.history.api;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
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
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The bill and the prices on the page, of a Flemish home whose contract follows the day-ahead price. */
@QuarkusTest
@TestProfile(Configured.class)
class PageBillTest {
    private static final String METER = "pagequarterly";
    private static Chromium chromium;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws SQLException {
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(30_000);
        LocalDate today = LocalDate.now(SampleMeters.ZONE);
        int days = 40;
        int first = QuarterHours.of(
                today.minusDays(days).atStartOfDay(SampleMeters.ZONE).toInstant());
        int now = QuarterHours.of(java.time.Instant.now());
        SampleMeters.registers(
                METER,
                QuarterHours.start(first),
                SampleMeters.rising(
                        Map.of("import_t1_wh", 1_000_000L, "import_t2_wh", 2_000_000L, "export_t1_wh", 5L),
                        Map.of("import_t1_wh", 90L, "import_t2_wh", 30L, "export_t1_wh", 20L),
                        now - first));
        int end = QuarterHours.of(
                today.plusDays(2).atStartOfDay(SampleMeters.ZONE).toInstant());
        SpotPrices.write("TEST-P", "invented", first, end, quarter -> {
            // A hollow of the afternoon of tomorrow in which all of a kWh costs less than nothing.
            boolean hollow = quarter >= end - 44 && quarter < end - 32;
            double wave = 80 + 60 * Math.cos(quarter % 96 * Math.PI / 24) + 25 * Math.sin(quarter % 7);
            return hollow ? "-220.5" : String.format(java.util.Locale.ROOT, "%.2f", wave);
        });
        PricesResourceTest.terms("TEST-P", "invented", "for your own use");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void the_bill_stands_line_by_line_as_the_api_says_it_and_fits_the_screen(Screen screen) {
        JsonPath bill = given().header("X-API-Key", "one")
                .get("/api/v1/meters/" + METER + "/bill/month,0")
                .jsonPath();
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=" + METER + "&view=month,0")) {
            Page page = opened.page();
            assertThat(page.locator("#bill-head")).containsText("€");
            assertThat(page.locator("#bill-until")).hasText(Pattern.compile("up to \\d+ \\w+ \\d\\d:(00|15|30|45)"));
            assertThat(page.locator("#costs-hint")).isHidden();
            page.locator("#bill summary").click();
            assertThat(page.locator("#bill-table tbody tr:not(.owner)"))
                    .hasCount(bill.getList("lines").size());
            assertThat(page.locator("#bill-table .owner"))
                    .hasText(new String[] {"Supplier", "Grid", "Levies and taxes"});
            assertThat(page.locator("#bill-table")).containsText("0.1 × spot + 1 c/kWh, by quarter hour");
            assertThat(page.locator("#bill-table .mark.provisional").first()).isVisible();
            assertThat(page.locator("#bill-marks")).containsText("may still change");
            assertThat(page.locator("#bill-table tfoot"))
                    .containsText(String.format(java.util.Locale.ROOT, "€%,.2f", bill.getDouble("total")));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(screen.width);
            assertThat(page.locator("#bill-ahead"))
                    .hasText(Pattern.compile("Expected at its end: €.* between €.* and €.* last four weeks\\."));
            picture(page, "bill-" + screen);
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void prices_stand_below_the_power_with_now_the_best_hours_and_whose_they_are(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=" + METER + "&view=day,0")) {
            Page page = opened.page();
            assertThat(page.locator("#price-now")).hasText(Pattern.compile("-?\\d+\\.\\d.c/kWh"));
            assertThat(page.locator("#run-words"))
                    .hasText(Pattern.compile("A 2-hour wash: .*13:00 to 15:00, €\\d\\.\\d\\d less than now\\."));
            assertThat(page.locator("#price-curve rect.price")).hasCount(quarters());
            assertThat(page.locator("#price-curve rect.now")).hasCount(1);
            assertThat(page.locator("#price-curve rect.best")).hasCount(8);
            assertThat(page.locator("#price-curve rect.negative")).hasCount(12);
            assertThat(page.locator("#price-negative")).containsText("13:00 to 16:00 a kWh costs less than nothing");
            assertThat(page.locator("#price-sources")).containsText("by invented, fetched");
            assertThat(page.locator("#price-sources")).containsText("Terms: for your own use");
            page.selectOption("#run-hours", "4");
            assertThat(page.locator("#run-words")).containsText("A 4-hour wash");
            assertThat(page.locator("#price-curve rect.best")).hasCount(16);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(screen.width);
            page.locator("#prices").scrollIntoViewIfNeeded();
            picture(page, "prices-" + screen);
        }
    }

    @Test
    void why_prices_could_not_be_had_is_said_where_they_would_stand() throws SQLException {
        PricesResourceTest.fault(
                "TEST-F", LocalDate.now(SampleMeters.ZONE).toString(), "entso-e", "refused", "it does not let us in");
        SampleMeters.write("pagefault", false, 3);
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=pagefault&view=day,0")) {
            Page page = opened.page();
            assertThat(page.locator("#price-faults"))
                    .hasText(Pattern.compile(
                            "No day-ahead prices of .* from entso-e, asked .*: it does not let us in\\."));
            assertThat(page.locator("#price-curve")).isHidden();
            assertThat(page.locator("#run-form")).isHidden();
        }
    }

    @Test
    void tiles_say_what_the_running_periods_cost_by_the_contract_of_the_file() {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=" + METER + "&view=day,0")) {
            assertThat(opened.page().locator("#tile-month .euro")).containsText("€");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void the_cost_stands_among_the_totals_by_the_bill_and_leads_to_it(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=" + METER + "&view=month,0")) {
            Page page = opened.page();
            assertThat(page.locator("#show-cost")).containsText("€");
            assertThat(page.locator("#show-cost")).isVisible();
            page.locator("#show-cost").click();
            assertThat(page.locator("#bill-table")).isVisible();
            assertThat(page).hasURL(Pattern.compile("view=month,0$"));
        }
    }

    @Test
    void a_tile_whose_bill_lacks_something_says_so() {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=" + METER + "&view=day,0")) {
            // Its first reading is of forty days ago, before which brackets and the maximum of the year know nothing.
            assertThat(opened.page().locator("#tile-year .euro")).hasText("not all is known");
        }
    }

    @Test
    void only_history_can_say_that_there_is_no_contract() throws SQLException {
        SampleMeters.write("pagebillaway", false, 3);
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=pagebillaway&view=day,-1")) {
            Page page = opened.page();
            page.route(
                    "**/bill/**",
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setStatus(503)
                            .setContentType("application/problem+json")
                            .setBody("{\"detail\":\"away\"}")));
            page.locator("#earlier").click();
            assertThat(page.locator("#period-title")).not().hasText("");
            opened.settled();
            assertThat(page.locator("#costs-hint")).isHidden();
        }
    }

    @Test
    void on_the_phone_each_amount_stands_in_a_column_and_what_is_folded_has_a_separator() {
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=" + METER + "&view=month,0")) {
            Page page = opened.page();
            assertThat(page.locator("#bill summary")).hasText(Pattern.compile("The bill, line by line · .*"));
            page.locator("#bill summary").click();
            List<?> apart = (List<?>) page.evaluate("[...document.querySelectorAll('#bill-table tbody tr:not(.owner)')]"
                    + ".map(r => Math.abs(r.cells[4].getBoundingClientRect().left - r.cells[5].getBoundingClientRect().left))"
                    + ".filter(px => px > 1)");
            assertThat(apart).as("amounts below the VAT").isEmpty();
            assertThat(page.locator("#run-form"))
                    .hasText(Pattern.compile("Runs for.*hours\\s+and takes\\s+kWh", Pattern.DOTALL));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl-BE | De rekening, regel per regel | 0,1 × spotprijs + 1 cent/kWh, per kwartier | Databeheer | goedkoper dan nu",
                "fr-BE | La facture, ligne par ligne | 0,1 × prix spot + 1 c€/kWh, par quart d’heure | Accise | de moins que maintenant",
                "de-AT | Die Rechnung, Zeile für Zeile | 0,1 × Spotpreis + 1 ct/kWh, je Viertelstunde | Höchsttarif | weniger als jetzt"
            })
    void it_is_said_in_the_familys_language(String locale, String bill, String rule, String line, String run) {
        try (Screen.Opened opened = Screen.PHONE.open(
                chromium, root, "?meter=" + METER + "&view=month,0", options -> options.setLocale(locale))) {
            Page page = opened.page();
            assertThat(page.locator("#bill summary")).containsText(bill);
            assertThat(page.locator("#bill-table")).containsText(rule);
            assertThat(page.locator("#bill-table")).containsText(line);
            assertThat(page.locator("#bill-table")).not().containsText("EUR/");
            assertThat(page.locator("#run-words")).containsText(run);
            assertThat((List<?>)
                            page.evaluate("[...document.querySelectorAll('#bill, #prices')].map(e => e.textContent)"
                                    + ".filter(t => /undefined|NaN|null/.test(t))"))
                    .isEmpty();
        }
    }

    @Test
    void a_home_without_a_dynamic_contract_sees_its_bill_and_no_price_curve() throws SQLException {
        SampleMeters.write("pagefixed", false, 3);
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=pagefixed&view=day,-1")) {
            assertThat(opened.page().locator("#bill-head")).containsText("€");
            assertThat(opened.page().locator("#prices")).isHidden();
        }
    }

    private static int quarters() {
        LocalDate today = LocalDate.now(SampleMeters.ZONE);
        return QuarterHours.of(today.plusDays(2).atStartOfDay(SampleMeters.ZONE).toInstant())
                - QuarterHours.of(today.atStartOfDay(SampleMeters.ZONE).toInstant());
    }

    /** For whoever wants to see it: -Dpage.pictures=FOLDER. */
    private static void picture(Page page, String name) {
        String folder = System.getProperty("page.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(folder, name.toLowerCase(java.util.Locale.ROOT) + ".png")));
        }
    }
}
