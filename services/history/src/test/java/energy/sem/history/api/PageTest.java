package energy.sem.history.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.browser.Chromium;
import energy.sem.event.Topics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static energy.sem.history.api.Telegrams.event;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What the page shows only where there are read keys, contracts, several meters and devices that were replaced. */
@QuarkusTest
@TestProfile(Configured.class)
class PageTest {
    private static final String UNWELL =
            "{\"state\":\"receiving\",\"clockOffsetSeconds\":90,\"counts\":{\"valid\":900,\"crc\":100}}";

    private static final Pattern FREE = Pattern.compile("\\d+\\.\\d.kW free (until|from) \\d\\d:\\d\\d");

    private static Chromium chromium;
    private static Instant replaced;
    private static Instant said;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws SQLException {
        chromium = Chromium.orSkip();
        // A busy machine is slow, not wrong.
        setDefaultAssertionTimeout(60_000);
        SampleMeters.write("pagehome", false, 40);
        SampleMeters.write("pageroof", true, 3);
        said = Instant.now().minusSeconds(60);
        said(said);
        replaced = DeviceChangesTest.gasIsReplacedAndBecomesWater("pagehome");
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void it_asks_for_the_key_and_shows_euros_in_the_cockpit_and_what_they_are_made_of() {
        try (BrowserContext context = chromium.open(1280, 1240, options -> {})) {
            Page page = context.newPage();
            page.navigate(root.resolve("/?view=day,-1&meter=pagehome").toString());
            assertThat(page.locator("#key-form")).isVisible();
            unlock(page);

            assertThat(page.locator("#billing-cost")).isVisible();
            // a peak of 0.12 kW counts as 2.5, at 50 euro a kW
            assertThat(page.locator("#billing-euro")).containsText("125.00");
            assertThat(page.locator("#show-cost")).containsText("€");
            Locator parts = page.locator("#costs-table");
            assertThat(parts.locator("tbody")).containsText("Capacity tariff");
            assertThat(parts.locator("tbody")).containsText("From the grid, tariff 1");
            assertThat(parts.locator("tfoot")).containsText("€");
            assertThat(page.locator("#base-cost")).containsText("€");
            assertThat((Integer) page.evaluate(
                            "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                                    + ".reduce((sum, entry) => sum + entry.transferSize, 0)"))
                    .as("bytes over the wire: the page, its figures, all headers")
                    .isBetween(20_000, 200_000);
            page.locator("#show-gas").click();
            assertThat(page).hasURL(Pattern.compile("show=gas"));
            assertThat(page.locator("#show-gas")).hasAttribute("aria-current", "true");
            page.locator("#show-cost").click();
            assertThat(page).hasURL(Pattern.compile("show=cost"));
            assertThat(page.locator("#buckets-table thead")).containsText("Costs");
        }
    }

    @Test
    void each_of_several_meters_has_its_own_view() {
        try (BrowserContext context = chromium.open(390, 844, options -> {})) {
            Page page = context.newPage();
            page.navigate(root.resolve("/?view=day,-1&meter=pagehome").toString());
            unlock(page);
            assertThat(page.locator("#meter")).hasValue("pagehome");
            assertThat(page.locator("#demo")).isHidden();
            assertThat(page.locator("#registers-table")).containsText("1SEMpagehome");

            page.selectOption("#meter", "pageroof");
            assertThat(page).hasURL(Pattern.compile("meter=pageroof"));
            assertThat(page).hasTitle("SEM – pageroof");
            assertThat(page.locator("#demo")).isVisible();
            assertThat(page.locator("#registers-table")).containsText("1SEMpageroof");

            page.goBack();
            assertThat(page.locator("#meter")).hasValue("pagehome");
            assertThat(page.locator("#registers-table")).containsText("1SEMpagehome");
        }
    }

    @Test
    void it_shows_every_tariff_and_the_meters_own_total_and_why_a_cost_is_not_known() throws SQLException {
        SampleMeters.fourTariffs("pagenight");
        try (BrowserContext context = chromium.open(1280, 1240, options -> {})) {
            Page page = context.newPage();
            page.navigate(root.resolve("/?view=day,-1&meter=pagenight").toString());
            unlock(page);
            Locator registers = page.locator("#registers-table tbody tr");
            assertThat(registers).containsText(new String[] {
                "from the grid, tariff 1",
                "from the grid, tariff 2",
                "from the grid, tariff 3",
                "from the grid, tariff 4",
                "from the grid, the meter’s own total",
                "to the grid, tariff 1",
                "to the grid, tariff 2",
                "to the grid, the meter’s own total"
            });
            assertThat(registers.nth(2)).containsText("2.000");
            assertThat(page.locator("#registers-table tfoot tr"))
                    .containsText(new String[] {"adds up2.000", "adds up0.000"});
            assertThat(page.locator("#show-cost")).containsText("not everything has a price");
            assertThat(page.locator("#unpriced li"))
                    .hasText("From the grid, tariff 3: 2.000 kWh has no price in contract pagenight."
                            + " Whoever looks after SEM can add it.");
        }
    }

    @Test
    void it_says_in_words_which_device_was_replaced_by_which() {
        int year = replaced.atZone(SampleMeters.ZONE).getYear();
        int offset = year - Year.now(SampleMeters.ZONE).getValue();
        try (BrowserContext context = chromium.open(1280, 1240, options -> options.setLocale("nl-BE"))) {
            Page page = context.newPage();
            page.navigate(
                    root.resolve("/?view=year," + offset + "&meter=pagehome").toString());
            unlock(page);
            assertThat(page.locator("#swaps")).containsText("Gas: 7SEMpagehome werd vervangen door 7SEMnew");
            assertThat(page.locator("#swaps"))
                    .containsText(Pattern.compile("Kanaal 1: Water 8SEMnew staat waar Gas 7SEMnew stond"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | The power was away for 1 h 3 min, from | Voltage dips on L2: 14, 3 more than before"
                        + " | The meter’s switch is open: it lets no power in | The grid operator writes: “Call us”"
                        + " | The meter limits the power to 4.6",
                "nl-BE | De stroom was 1 u 3 min weg, van | Spanningsdips op L2: 14, 3 meer dan ervoor"
                        + " | De schakelaar van de meter is open: hij laat geen stroom door"
                        + " | De netbeheerder schrijft: “Call us” | De meter begrenst het vermogen tot 4,6",
                "fr-BE | Le courant a manqué pendant 1 h 3 min, du | Creux de tension sur L2 : 14, 3 de plus qu’avant"
                        + " | L’interrupteur du compteur est ouvert : il ne laisse pas passer de courant"
                        + " | Le gestionnaire du réseau écrit : « Call us » | Le compteur limite la puissance à 4,6"
            })
    void it_says_in_words_what_happened_and_what_the_meter_says(
            String language, String failure, String sags, String breaker, String text, String limiter) {
        int offset = said.atZone(SampleMeters.ZONE).getYear()
                - Year.now(SampleMeters.ZONE).getValue();
        try (BrowserContext context = chromium.open(1280, 1240, options -> options.setLocale(language))) {
            Page page = context.newPage();
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.navigate(
                    root.resolve("/?view=year," + offset + "&meter=pagesaid").toString());
            unlock(page);

            assertThat(page.locator("#events-list")).containsText(failure);
            assertThat(page.locator("#events-list")).containsText(sags);
            assertThat(page.locator("#faults-list")).containsText(breaker);
            assertThat(page.locator("#notice")).containsText(text);
            assertThat(page.locator("#said-list")).containsText(limiter);
            assertThat(page.locator("#said-list")).not().containsText(breaker);
            assertThat(page.locator("#events-list li")).hasCount(5);
            assertThat(page.locator("#events-list")).containsText("of-tomorrow 7");
            assertThat(faults).isEmpty();
        }
    }

    private static void said(Instant at) throws SQLException {
        SampleMeters.write("pagesaid", false, 3);
        String serial = "1SEMpagesaid";
        String before = at.minusSeconds(7200).toString();
        EventsResourceTest.said("pagesaid", serial, "power-failure", 0, at.toString(), null, null, 3812L);
        EventsResourceTest.said("pagesaid", serial, "sags", 2, before, 11L, null, null);
        EventsResourceTest.said("pagesaid", serial, "sags", 2, at.toString(), 14L, null, null);
        EventsResourceTest.said("pagesaid", serial, "breaker", 0, before, null, "connected", null);
        EventsResourceTest.said("pagesaid", serial, "breaker", 0, at.toString(), null, "disconnected", null);
        EventsResourceTest.said("pagesaid", serial, "text", 0, at.toString(), null, "Call us", null);
        EventsResourceTest.said("pagesaid", serial, "limiter-w", 0, before, 4600L, null, null);
        EventsResourceTest.said("pagesaid", serial, "of-tomorrow", 0, before, 6L, null, null);
        EventsResourceTest.said("pagesaid", serial, "of-tomorrow", 0, at.toString(), 7L, null, null);
    }

    @Test
    void it_says_what_is_still_free_in_the_quarter_hour_and_what_the_meter_suffers_from() throws Exception {
        SampleMeters.write("pagelive", false, 2);
        try (Telegrams telegrams = new Telegrams();
                BrowserContext context = chromium.open(390, 844, options -> {})) {
            telegrams.send(Topics.METERS, "pagelive", UNWELL.getBytes(StandardCharsets.UTF_8));
            await().until(() -> "receiving"
                    .equals(ask("/api/v1/meters").getString("meters.find { it.name == 'pagelive' }.health.state")));
            Page page = context.newPage();
            page.navigate(root.resolve("/?meter=pagelive").toString());
            unlock(page);

            // Again and again: a quarter hour may end meanwhile. In this thread, for a page knows no other.
            await().pollInSameThread().until(() -> {
                telegrams.send(event("pagelive", Instant.now(), 500, 100));
                return FREE.matcher(page.locator("#free").textContent()).matches();
            });
            assertThat(page.locator("#advice")).containsText(Pattern.compile("2\\.5.kW"));
            assertThat(page.locator("#power-value")).hasText("500");
            assertThat(page.locator("#phases")).containsText(Pattern.compile("L1.*500.W.*235.V"));
            assertThat(page.locator("#faults-list")).containsText("The meter’s clock is 90 seconds ahead.");
            assertThat(page.locator("#faults-list"))
                    .containsText(Pattern.compile("10.% of the telegrams arrive damaged"));
            assertThat(page.locator("#healthy")).isHidden();
        }
    }

    @ParameterizedTest(name = "{0}, {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "never-set | -845337600 | De klok van de meter is nooit gelijkgezet: standen krijgen de tijd waarop ze aankomen.",
                "off | -8294400 | De klok van de meter loopt 96 dagen achter: standen krijgen de tijd waarop ze aankomen.",
                "off | 86400 | De klok van de meter loopt 24 uur voor",
                "looked-at | 90000 | De klok van de meter lijkt 25 uur voor te lopen",
                "computer-off | -259200 | De klok van de computer van SEM loopt 3 dagen voor op die van de meter",
                "computer-has-no-time | | De computer van SEM weet nog niet hoe laat het is.",
                "meter-chosen | -94608000 | De klok van de meter loopt 3 jaar achter en geldt toch.",
            })
    void a_clock_that_is_wrong_is_said_with_its_offset_and_whose_time_counts(
            String clock, Long offsetSeconds, String words) throws Exception {
        String name = "pageclock" + clock.replace("-", "") + (offsetSeconds == null ? "" : Math.abs(offsetSeconds));
        SampleMeters.write(name, false, 2);
        String health = "{\"state\":\"receiving\",\"diagnosis\":\"telegrams arrive\",\"clock\":\"" + clock
                + "\",\"clockOffsetSeconds\":" + offsetSeconds + ",\"totalsAgree\":false}";
        try (Telegrams telegrams = new Telegrams();
                BrowserContext context = chromium.open(390, 844, options -> options.setLocale("nl-BE"))) {
            telegrams.send(Topics.METERS, name, health.getBytes(StandardCharsets.UTF_8));
            await().until(() -> clock.equals(
                    ask("/api/v1/meters").getString("meters.find { it.name == '" + name + "' }.health.clock")));
            Page page = context.newPage();
            page.navigate(root.resolve("/?meter=" + name).toString());
            unlock(page);

            assertThat(page.locator("#faults-list")).containsText(words);
            assertThat(page.locator("#faults-list"))
                    .containsText("Het totaal van de meter is niet de som van zijn tarieven");
        }
    }

    @Test
    void the_keyboard_opens_every_period_and_what_is_asked_for_before_the_key_is_shown_after_it() {
        try (BrowserContext context = chromium.open(1280, 800, options -> {})) {
            Page page = context.newPage();
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.navigate(root.resolve("/?meter=pagehome&show=gas").toString());
            assertThat(page.locator("#key-form")).isVisible();
            page.keyboard().press("m");
            assertThat(page).hasURL(Pattern.compile("meter=pagehome&view=month,0&show=gas"));
            unlock(page);
            assertThat(page.locator("#tile-month")).hasAttribute("aria-current", "page");

            for (String period : List.of("day", "week", "year", "month")) {
                page.keyboard().press(period.substring(0, 1));
                assertThat(page).hasURL(Pattern.compile("view=" + period + ",0"));
            }
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasURL(Pattern.compile("view=month,-1"));
            page.keyboard().press("ArrowRight");
            assertThat(page).hasURL(Pattern.compile("view=month,0"));
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void a_period_before_the_first_reading_says_that_nothing_is_known_of_it() {
        try (BrowserContext context = chromium.open(1280, 800, options -> {})) {
            Page page = context.newPage();
            page.navigate(root.resolve("/?meter=pagehome&view=year,-5").toString());
            unlock(page);

            assertThat(page.locator("#known")).containsText("Nothing is known of this period");
            assertThat(page.locator("#earlier")).hasAttribute("aria-disabled", "true");
        }
    }

    @Test
    void buttons_give_files_also_where_reading_needs_a_key() throws Exception {
        try (BrowserContext context = chromium.open(1280, 800, options -> {})) {
            Page page = context.newPage();
            page.navigate(root.resolve("/?meter=pagehome&view=day,-1").toString());
            unlock(page);
            assertThat(page.locator("#csv")).hasAttribute("href", Pattern.compile("format=csv"));
            page.locator("#table summary").click();

            Download file = page.waitForDownload(
                    new Page.WaitForDownloadOptions().setTimeout(60_000),
                    () -> page.locator("#csv").click());
            assertThat(file.suggestedFilename()).matches("sem-pagehome-day-\\d{4}-\\d\\d-\\d\\d\\.csv");
            assertThat(Files.readString(file.path())).startsWith("from,to,import_kwh,");
            page.locator("footer summary[data-text=technical]").click();
            Download all = page.waitForDownload(
                    new Page.WaitForDownloadOptions().setTimeout(60_000),
                    () -> page.locator("#leave").click());
            assertThat(all.suggestedFilename()).isEqualTo("sem-pagehome.zip");
            assertThat(Files.size(all.path())).isGreaterThan(1_000);
        }
    }

    private static JsonPath ask(String address) {
        return given().header("X-API-Key", "one").get(address).jsonPath();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(300));
    }

    private static void unlock(Page page) {
        page.locator("#key").fill("one");
        page.locator("#key-form button").click();
        assertThat(page.locator("#key-form")).isHidden();
    }
}
