package energy.sem.history.api;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
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
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A contract is set up on the page: typed as the card has it, looked at, kept, removed. The test plays ingest, and keeps what comes. */
@QuarkusTest
@TestProfile(WithIngest.class)
class PageContractTest {
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final String METER = "pagesetup";
    private static Chromium chromium;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws SQLException {
        WithIngest.playedBy(PageContractTest::answer);
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(30_000);
        SampleMeters.write(METER, false, 70);
        int first = QuarterHours.of(LocalDate.now(SampleMeters.ZONE)
                .minusDays(70)
                .atStartOfDay(SampleMeters.ZONE)
                .toInstant());
        SpotPrices.write("BE", "invented", first, first + 72 * 96, quarter -> "80.5");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void a_dynamic_contract_of_a_flemish_home_is_typed_looked_at_kept_and_removed() {
        ASKED.clear();
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=" + METER + "&view=month,-1")) {
            Page page = opened.page();
            page.locator("#set-up").click();
            page.selectOption("#contract-area", "fluvius-imewo");
            assertThat(page.locator("#contract-set-fluvius-imewo")).containsText("known until 1 Jan 2027");
            page.locator("#contract-assume").check();
            page.fill("#contract-name", "ours26");
            page.fill("#contract-from", "2020-01-01");
            page.selectOption("#contract-kind", "quarter");
            page.selectOption("#contract-vat", "added");
            page.fill("#contract-factor", "0,1039");
            page.fill("#contract-plus", "0.8702");
            page.fill("#contract-earnedFactor", "0.1");
            page.fill("#contract-earnedPlus", "-1.3135");
            page.fill("#contract-more", "1.492");
            page.fill("#contract-fee", "95");
            page.locator("#contract-form button:not([id])").click();

            assertThat(page.locator("#contract-state")).hasText("Nothing is kept yet. No number looks odd.");
            assertThat(page.locator("#contract-odd li")).hasCount(0);
            assertThat(page.locator("#contract-month table"))
                    .containsText("0.1039 × spot + 0.8702 c/kWh, by quarter hour");
            assertThat(page.locator("#contract-month table")).containsText("Capacity");
            picture(page, "contract-looked-at");
            page.fill("#contract-key", "admin");
            assertThat(page.locator("#contract-keep")).hasText("Keep it");
            page.locator("#contract-keep").click();
            assertThat(page.locator("#contract-state")).containsText("ours26 is kept");
            assertThat(ASKED)
                    .singleElement()
                    .asString()
                    .startsWith(
                            "PUT /api/v1/meters/pagesetup/contracts/ours26 admin {\"contracts\":[{\"name\":\"ours26\"");
            // The page comes again by itself, and counts by it.
            assertThat(page.locator("#bill-head")).not().hasText("");
            assertThat(page.locator("#bill-table")).containsText("0.1039 × spot + 0.8702 c/kWh");
            page.locator("#contracting > summary").click();
            assertThat(page.locator("#contracts-agreed li"))
                    .containsText("ours26: electricity, since 1 Jan 2020, set up here");
            page.locator("#contracts-agreed button").click();
            assertThat(page.locator("#contract-state")).containsText("ours26 is removed");
            assertThat(page.locator("#costs-hint")).isVisible();
        }
        assertThat(ASKED.get(1)).isEqualTo("DELETE /api/v1/meters/pagesetup/contracts/ours26 admin");
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void numbers_that_look_odd_are_asked_about_and_the_form_fits_the_screen(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=" + METER + "&view=month,-1")) {
            Page page = opened.page();
            page.locator("#contracting > summary").click();
            page.fill("#contract-name", "odd");
            page.fill("#contract-from", "2026-01-01");
            page.selectOption("#contract-unit", "EUR/kWh");
            page.fill("#contract-price", "12.5");
            page.locator("#contract-form button:not([id])").click();
            assertThat(page.locator("#contract-odd")).hasText("Energy comes to 12.50 €/kWh. Is the unit really €/kWh?");
            assertThat(page.locator("#contract-keep")).hasText("Keep it all the same");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(screen.width);
            picture(page, "contract-" + screen);
            page.fill("#contract-price", "0.125");
            assertThat(page.locator("#contract-keep")).isHidden();
            page.selectOption("#contract-kind", "quarter");
            page.selectOption("#contract-unit", "c/kWh");
            page.selectOption("#contract-vat", "added");
            page.fill("#contract-factor", "0.118");
            page.locator("#contract-form button:not([id])").click();
            assertThat(page.locator("#contract-odd")).containsText("Is the VAT in the number already?");
        }
    }

    @Test
    void every_field_has_a_label_and_what_is_refused_is_said() {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=" + METER + "&view=month,-1")) {
            Page page = opened.page();
            page.locator("#contracting > summary").click();
            for (String utility : List.of("gas", "water", "electricity")) {
                page.selectOption("#contract-utility", utility);
                assertThat(page.locator("#contract-utility")).hasValue(utility);
                assertThat(
                                (List<?>)
                                        page.evaluate(
                                                "[...document.querySelectorAll('#contract-form input, #contract-form select')]"
                                                        + ".filter(e => !e.labels.length || !e.labels[0].textContent.trim()).map(e => e.id)"))
                        .isEmpty();
            }
            page.selectOption("#contract-area", "ores");
            assertThat(page.locator("#contract-fact-prosumer-kva")).hasCount(0);
            page.selectOption("#contract-fact-compensation", "yes");
            page.fill("#contract-fact-prosumer-kva", "5");
            page.fill("#contract-name", "walloon");
            page.fill("#contract-from", "2026-01-01");
            page.fill("#contract-price", "twelve");
            assertThat((Boolean) page.evaluate("document.getElementById('contract-form').checkValidity()"))
                    .isFalse();
            page.fill("#contract-price", "12");
            page.locator("#contract-form button:not([id])").click();
            assertThat(page.locator("#contract-month table")).containsText("netted over the year");
            page.fill("#contract-key", "wrong");
            page.locator("#contract-keep").click();
            assertThat(page.locator("#contract-state")).hasText("that key does not open this");
            assertThat(page.locator("#contract-key-choice")).isVisible();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nl-BE | Een energiecontract instellen | Netbeheerder | Is de eenheid echt €/kWh?",
                "fr-BE | Saisir un contrat | Gestionnaire du réseau | L’unité est-elle vraiment",
                "de-AT | Einen Energievertrag einrichten | Netzbetreiber | Ist die Einheit wirklich"
            })
    void it_is_said_in_the_familys_language(String locale, String summary, String area, String question) {
        try (Screen.Opened opened = Screen.PHONE.open(
                chromium, root, "?meter=" + METER + "&view=month,-1", options -> options.setLocale(locale))) {
            Page page = opened.page();
            assertThat(page.locator("#contracting > summary")).containsText(summary);
            page.locator("#contracting > summary").click();
            assertThat(page.locator("#field-area label")).hasText(area);
            page.fill("#contract-name", "odd");
            page.fill("#contract-from", "2026-01-01");
            page.selectOption("#contract-unit", "EUR/kWh");
            page.fill("#contract-price", "12,5");
            page.locator("#contract-form button:not([id])").click();
            assertThat(page.locator("#contract-odd")).hasText(Pattern.compile(".*" + question + ".*"));
            assertThat((List<?>)
                            page.evaluate("[...document.querySelectorAll('#contracting *')].map(e => e.textContent)"
                                    + ".filter(t => /undefined|NaN|null/.test(t))"))
                    .isEmpty();
        }
    }

    private static void picture(Page page, String name) {
        String folder = System.getProperty("page.pictures");
        if (folder != null) {
            page.locator("#contracting")
                    .screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                            .setPath(Path.of(folder, name.toLowerCase(Locale.ROOT) + ".png")));
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String key = exchange.getRequestHeaders().getFirst("X-API-Key");
        String path = exchange.getRequestURI().toString();
        ASKED.add((exchange.getRequestMethod() + " " + path + " " + key + " " + body).strip());
        byte[] answer = "{\"detail\":\"that key does not open this\"}".getBytes(UTF_8);
        if (key.equals("admin")) {
            try {
                ContractsResourceTest.keep(
                        path.substring(path.lastIndexOf('/') + 1),
                        exchange.getRequestMethod().equals("PUT") ? body : null);
            } catch (SQLException e) {
                throw new IOException(e);
            }
            exchange.sendResponseHeaders(204, -1);
        } else {
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(403, answer.length);
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }
}
