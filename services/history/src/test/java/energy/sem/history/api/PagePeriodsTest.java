package energy.sem.history.api;

import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
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

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static energy.sem.history.api.SampleMeters.ZONE;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Any period, beside any other, on the page of a household whose last days were also measured a year ago. */
@QuarkusTest
@TestProfile(Configured.class)
class PagePeriodsTest {
    private static Chromium chromium;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws SQLException {
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(30_000);
        SampleMeters.nowAndAYearAgo("twice", 16);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void any_day_is_chosen_by_its_date(Screen screen) {
        LocalDate day = LocalDate.now(ZONE).minusDays(4);
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=twice&view=week,0&with=year")) {
            Page page = opened.page();
            page.locator("#date").fill(day.toString());
            assertThat(page).hasURL(Pattern.compile("view=day,-4&with=year"));
            opened.settled();
            assertThat(page.locator("#period-title")).containsText(Integer.toString(day.getDayOfMonth()));
            page.locator("#date").fill(day.plusDays(2).toString());
            assertThat(page).hasURL(Pattern.compile("view=day,-2"));
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void a_day_is_compared_with_the_day_before_or_with_the_same_day_of_the_year_before(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=twice&view=day,-2")) {
            Page page = opened.page();
            Locator change = page.locator("#show-electricity .part").first().locator(".change");
            assertThat(change).hasText("=");
            page.selectOption("#compare", "year");
            assertThat(page).hasURL(Pattern.compile("with=year"));
            assertThat(change).containsText(Pattern.compile("▼.50.%"));
            assertThat(change).hasClass(Pattern.compile("better"));
            assertThat(page.locator("#legend")).containsText("The year before");
            assertThat(page.locator("#side-table tbody tr").first())
                    .containsText(Pattern.compile("2\\.88.kWh5\\.76.kWh▼.50.%"));
            page.reload();
            assertThat(change).containsText(Pattern.compile("▼.50.%"));
        }
    }

    @Test
    void a_running_period_is_compared_at_the_instant_that_history_names_on_both_sides() {
        JsonPath week = given().header("X-API-Key", "one")
                .get("/api/v1/meters/twice/history/week")
                .jsonPath();
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=twice&view=week,0")) {
            int percent = week.getInt("comparison.changePercent.importKwh");
            String change = percent == 0 ? "=" : Math.abs(percent) + ".%";
            Page page = opened.page();
            assertThat(page.locator("#tile-week .change")).containsText(Pattern.compile(change));
            assertThat(page.locator("#show-electricity .change").first()).containsText(Pattern.compile(change));
            assertThat(page.locator("#compared"))
                    .containsText(week.getString("comparison.until").substring(11, 16));
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void any_two_periods_stand_side_by_side(Screen screen) {
        LocalDate other = LocalDate.now(ZONE).minusDays(3);
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=twice&view=day,-1")) {
            Page page = opened.page();
            page.selectOption("#compare", "other");
            page.locator("#other-date").fill(other.toString());
            assertThat(page).hasURL(Pattern.compile("with=" + other));
            opened.settled();
            assertThat(page.locator("#side-table thead")).containsText(Integer.toString(other.getDayOfMonth()));
            assertThat(page.locator("#side-table tbody tr")).hasCount(5);
            assertThat(page.locator("#chart .bar.other-0:not(.export)")).hasCount(24);
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void several_years_stand_beside_each_other_month_by_month(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=twice&view=year,0")) {
            Page page = opened.page();
            page.selectOption("#compare", "years");
            assertThat(page).hasURL(Pattern.compile("with=years"));
            opened.settled();
            int year = Year.now(ZONE).getValue();
            assertThat(page.locator("#side-table thead")).containsText(Pattern.compile(year + ".*" + (year - 1)));
            assertThat(page.locator("#legend")).containsText(Integer.toString(year - 1));
            assertThat(page.locator("#chart .bar.other-0").first()).isVisible();
        }
    }

    @Test
    void a_year_of_which_nothing_is_known_has_no_scale() {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=twice&view=year,-3")) {
            Page page = opened.page();
            assertThat(page.locator("#chart svg")).containsText("No readings");
            assertThat(page.locator("#chart .rule")).hasCount(0);
            assertThat(page.locator("#chart .bar")).hasCount(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP", "PHONE"})
    void the_power_of_the_last_day_is_drawn_and_dragging_zooms(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=twice")) {
            Page page = opened.page();
            Locator curve = page.locator("#curve");
            assertThat(curve.locator(".line.above")).hasAttribute("d", Pattern.compile("^M.*L"));
            curve.scrollIntoViewIfNeeded();
            String whole = curve.textContent();
            BoundingBox box = curve.boundingBox();
            page.mouse().move(box.x + box.width * 0.4, box.y + 60);
            page.mouse().down();
            page.mouse().move(box.x + box.width * 0.6, box.y + 60);
            assertThat(curve.locator(".selection")).isVisible();
            page.mouse().up();
            assertThat(page.locator("#curve-whole")).isVisible();
            assertThat(curve).not().hasText(whole);
            opened.refresh();
            assertThat(page.locator("#curve-whole")).isVisible();

            page.locator("#curve-whole").click();
            assertThat(page.locator("#curve-whole")).isHidden();
            assertThat(page.locator("#curve-in")).isFocused();
            curve.focus();
            page.keyboard().press("+");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("#curve-whole")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#curve-whole")).isHidden();
            assertThat(page).not().hasURL(Pattern.compile("view=day,-1"));
        }
    }

    @Test
    void a_finger_reads_a_bar_before_it_opens_it_and_the_keyboard_goes_from_bar_to_bar() {
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=twice&view=week,-1")) {
            Page page = opened.page();
            Locator bar = page.locator("#chart .column").nth(3);
            bar.tap();
            assertThat(page.locator("#chart .tip")).containsText("From the grid");
            assertThat(page).hasURL(Pattern.compile("view=week,-1"));
            bar.tap();
            assertThat(page).hasURL(Pattern.compile("view=day,-"));
            opened.settled();

            page.locator("#chart a[tabindex='0']").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page.locator("#chart a").nth(1)).isFocused();
            assertThat(page.locator("#chart .tip")).containsText("1:00");
        }
    }
}
