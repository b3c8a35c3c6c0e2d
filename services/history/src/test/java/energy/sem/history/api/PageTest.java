package energy.sem.history.api;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.regex.Pattern;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

/** What the page shows only where there are read keys, contracts, several meters and devices that were replaced. */
@QuarkusTest
@TestProfile(Configured.class)
class PageTest {
    private static Chromium chromium;
    private static Instant replaced;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws SQLException {
        chromium = Chromium.orSkip();
        // A busy machine is slow, not wrong.
        setDefaultAssertionTimeout(60_000);
        SampleMeters.write("pagehome", false, 40);
        SampleMeters.write("pageroof", true, 3);
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

    private static void unlock(Page page) {
        page.locator("#key").fill("one");
        page.locator("#key-form button").click();
        assertThat(page.locator("#key-form")).isHidden();
    }
}
