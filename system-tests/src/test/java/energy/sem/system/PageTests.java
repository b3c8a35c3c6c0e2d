package energy.sem.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

/** The web page as people see it: a real browser on a running {@code ./sem up} with the simulated household. */
abstract class PageTests {
    /** What a newcomer's phone may have to fetch for the first view, over the wire: the page, its figures, all headers. */
    private static final int MOST_BYTES = 200_000;

    private static final Path PICTURES = Path.of("target", "pictures");
    private static Chromium chromium;

    abstract RunningSem sem();

    @BeforeAll
    static void openBrowser() {
        chromium = Chromium.orSkip();
        // A busy machine is slow, not wrong.
        setDefaultAssertionTimeout(30_000);
    }

    @AfterAll
    static void closeBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0}, {1} pixels wide, {3}, {4}")
    @CsvSource({
        "desktop-light, 1280, 1240, LIGHT, en-GB, month",
        "desktop-dark, 1280, 1240, DARK, fr-BE, year",
        "phone-light, 390, 1688, LIGHT, nl-BE, day",
        "phone-dark, 390, 1688, DARK, en-GB, week"
    })
    void it_fits_is_accessible_and_has_no_faults(
            String name, int width, int height, ColorScheme scheme, String locale, String period) {
        try (BrowserContext context = chromium.open(width, height, options -> options.setColorScheme(scheme)
                .setLocale(locale)
                .setHasTouch(width < 500)
                .setIsMobile(width < 500))) {
            Page page = context.newPage();
            List<String> faults = Chromium.faults(page);
            open(page, "?view=" + period + ",0");

            assertThat(page.locator("html")).hasAttribute("lang", locale.substring(0, 2));
            assertThat(page.locator("#demo")).isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("nothing to scroll sideways")
                    .isLessThanOrEqualTo(width);
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("page-" + name + ".png")));
            assertThat(violations(page)).isEmpty();
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void a_click_goes_from_the_year_to_the_month_the_day_and_the_quarter_hours_and_back_leads_back() {
        try (BrowserContext context = chromium.open(1280, 1240, options -> {})) {
            Page page = context.newPage();
            List<String> faults = Chromium.faults(page);
            open(page, "?view=year,0");
            clickBar(page, 12, thisMonth());
            assertThat(page).hasURL(Pattern.compile("view=month,0"));
            clickBar(page, 31, 1);
            assertThat(page).hasURL(Pattern.compile("view=day,-?\\d+"));
            clickBar(page, 24, 3);
            assertThat(page).hasURL(Pattern.compile("step=PT15M"));
            drawn(page);
            assertThat(page.locator("#trail [aria-current=page]")).hasText("By quarter hour");

            page.goBack();
            page.goBack();
            assertThat(page).hasURL(Pattern.compile("view=month,0"));
            assertThat(page.locator("#tile-month")).hasAttribute("aria-current", "page");
            page.locator("#tile-week").click();
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasURL(Pattern.compile("view=week,-1"));
            assertThat(page.locator("#later")).isVisible();
            assertThat(faults).isEmpty();
        }
    }

    private static int thisMonth() {
        return LocalDate.now(ZoneId.of("Europe/Brussels")).getMonthValue();
    }

    /** Clicks the bar of that number, from 1 on, of a chart with so many. */
    private static void clickBar(Page page, int bars, int number) {
        drawn(page);
        Locator columns = page.locator("#chart .column");
        assertThat(columns).hasCount(bars);
        columns.nth(number - 1).click();
    }

    @Test
    void every_total_shows_the_meter_readings_it_comes_from_and_they_add_up() throws Exception {
        JsonNode month = Http.json(sem().history("/api/v1/meters/home/history/month?offset=-1"));
        try (BrowserContext context = chromium.open(1280, 1240, options -> {})) {
            Page page = context.newPage();
            open(page, "?view=month,-1");
            Locator table = page.locator("#registers-table");

            assertThat(table.locator("tbody tr")).hasCount(6);
            for (JsonNode edge : month.path("registers").path("to")) {
                assertThat(table).containsText(edge.path("serial").asText());
            }
            assertThat(table.locator("tfoot tr")).hasCount(4);
            for (Locator sum : table.locator("tfoot tr").all()) {
                assertThat(sum).containsText("adds up");
            }
            assertThat(table.locator("tfoot tr").first())
                    .containsText(String.format(
                            Locale.UK,
                            "%,.3f",
                            month.path("total").path("importKwh").asDouble()));

            HttpResponse<byte[]> csv =
                    Http.get(sem().history("/" + page.locator("#csv").getAttribute("href")));
            assertThat(csv.statusCode()).isEqualTo(200);
            assertThat(new String(csv.body(), StandardCharsets.UTF_8)).startsWith("from,to,import_kwh");
        }
    }

    @Test
    void a_new_reading_arrives_live_and_it_says_so_when_readings_stop_and_when_they_return() throws Exception {
        try (BrowserContext context = chromium.open(1280, 800, options -> {})) {
            Page page = context.newPage();
            page.clock().install();
            List<String> faults = Chromium.faults(page);
            open(page, "");
            Locator age = page.locator("#age");
            for (int i = 0; i < 5; i++) {
                String before = age.textContent().split(" · ", -1)[0];
                assertThat(age).not().containsText(before);
            }
            assertThat(page.locator("#notice")).isHidden();

            long gateway = sem().pidOf("meter-gateway");
            RunningSem.signal(gateway, "STOP");
            try {
                // The waiting is played; that nothing comes is real.
                page.clock().fastForward("01:00");
                assertThat(page.locator("#notice")).containsText("No readings since");
                assertThat(page.locator("#now")).hasClass(Pattern.compile("stale"));
            } finally {
                RunningSem.signal(gateway, "CONT");
            }
            assertThat(page.locator("#notice")).isHidden();
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void it_is_light_and_it_is_all_ours() {
        try (BrowserContext context = chromium.open(390, 844, options -> {})) {
            Page page = context.newPage();
            open(page, "");

            System.out.printf(
                    "the web page: first picture after %s ms, its chart after %s ms%n",
                    page.evaluate("Math.round(performance.getEntriesByName('first-contentful-paint')[0].startTime)"),
                    page.evaluate("Math.round(performance.getEntriesByName('sem-first-chart')[0].startTime)"));
            assertThat((Integer) page.evaluate(
                            "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                                    + ".reduce((sum, entry) => sum + entry.transferSize, 0)"))
                    .isLessThan(MOST_BYTES);
            assertThat(
                            (List<?>)
                                    page.evaluate(
                                            "performance.getEntriesByType('resource').map(e => new URL(e.name).host).filter(h => h !== location.host)"))
                    .as("other hosts")
                    .isEmpty();
        }
    }

    @Test
    void the_language_and_the_colours_can_be_chosen_and_every_language_has_every_word() {
        try (BrowserContext context = chromium.open(390, 844, options -> {})) {
            Page page = context.newPage();
            open(page, "");
            page.selectOption("#language", "fr");
            assertThat(page.locator("#now-title")).hasText("Maintenant");
            page.selectOption("#theme", "dark");
            page.reload();
            assertThat(page.locator("#now-title")).hasText("Maintenant");
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(12, 16, 23)");

            @SuppressWarnings("unchecked") // what the script says: names by language
            Map<String, List<String>> words = (Map<String, List<String>>)
                    page.evaluate(
                            """
                    async () => {
                      const names = {};
                      for (const language of ['en', 'nl', 'fr', 'de']) names[language] = Object.keys((await import(`/words/${language}.js`)).default);
                      return names;
                    }""");
            assertThat(Set.copyOf(words.get("nl"))).isEqualTo(Set.copyOf(words.get("en")));
            assertThat(Set.copyOf(words.get("fr"))).isEqualTo(Set.copyOf(words.get("en")));
            assertThat(Set.copyOf(words.get("de"))).isEqualTo(Set.copyOf(words.get("en")));
        }
    }

    private static void drawn(Page page) {
        assertThat(page.locator("#period")).hasAttribute("aria-busy", "false");
    }

    private void open(Page page, String view) {
        page.navigate(sem().history("/" + view).toString());
        assertThat(page.locator("#chart svg")).isVisible();
        assertThat(page.locator("#tile-year")).isVisible();
        assertThat(page.locator("#phases li").first()).isVisible();
    }

    /** What axe finds, as lines that say what to mend. */
    private static List<?> violations(Page page) {
        page.evaluate(axe());
        return (List<?>)
                page.evaluate(
                        "async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('; '))");
    }

    private static String axe() {
        try (InputStream script = PageTests.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
