package energy.sem.history.api;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
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
import energy.sem.local.test.TestServices;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** The page for everybody's eyes, fingers, languages and pockets: paper, forced colours, no keys, no network. */
@QuarkusTest
@TestProfile(Configured.class)
class PageLookTest {
    private static final String RED = "rgb(185, 28, 28)";
    private static Chromium chromium;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws SQLException {
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(30_000);
        SampleMeters.nowAndAYearAgo("looked", 33);
        stated("looked", YearMonth.now(SampleMeters.ZONE).minusMonths(1), 4200);
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB | en | From the grid | To the grid | Power of the last 24 hours | Peaks of the months | Keys",
                "nl-BE | nl | Van het net | Naar het net | Vermogen van de laatste 24 uur | Pieken van de maanden | Toetsen",
                "fr-BE | fr | Du réseau | Vers le réseau | Puissance des dernières 24 heures | Pointes des mois | Touches",
                "de-AT | de | Bezug | Einspeisung | Leistung der letzten 24 Stunden | Spitzen der Monate | Tasten"
            })
    void it_speaks_the_familys_language_and_names_no_setting(
            String locale, String language, String from, String to, String curve, String peaks, String keys) {
        for (Screen screen : Screen.values()) {
            try (Screen.Opened opened = screen.open(
                    chromium, root, "?meter=looked&view=month,0&with=year", options -> options.setLocale(locale))) {
                Page page = opened.page();
                assertThat(page.locator("html")).hasAttribute("lang", language);
                assertThat(page.locator("#show-electricity .name")).containsText(new String[] {from, to});
                assertThat(page.locator("#curve-title")).hasText(curve);
                assertThat(page.locator("#peaks")).hasAttribute("aria-label", peaks);
                assertThat(page.locator("footer")).containsText(keys);
                assertThat(page.locator("body").innerText())
                        .doesNotContain("SEM_", "sem.", ".md", "undefined", "NaN", "null");
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .isLessThanOrEqualTo(screen.width);
                assertThat((List<?>) page.evaluate("[...document.querySelectorAll('.tile .name')]"
                                + ".filter(name => name.scrollWidth > name.clientWidth).map(name => name.textContent)"))
                        .as("names of tiles that are cut")
                        .isEmpty();
            }
        }
    }

    @Test
    void more_to_the_grid_is_not_red_and_more_from_it_is() {
        // A year ago twice as much flowed both ways: beside this year, the period of then is more of both.
        int days = 365;
        try (Screen.Opened opened = Screen.DESKTOP.open(
                chromium,
                root,
                "?meter=looked&view=day,-" + days + "&with="
                        + LocalDate.now(SampleMeters.ZONE).minusDays(2))) {
            Page page = opened.page();
            Locator changes = page.locator("#show-electricity .change");
            assertThat(changes.nth(0)).containsText("▲");
            assertThat(changes.nth(0)).hasCSS("color", RED);
            assertThat(changes.nth(1)).containsText("▲");
            assertThat(changes.nth(1)).not().hasCSS("color", RED);
        }
    }

    @Test
    void on_paper_there_is_the_period_with_its_tables_and_nothing_that_only_a_screen_can_do() {
        try (Screen.Opened opened = Screen.DESKTOP.open(
                chromium, root, "?meter=looked&view=month,0", options -> options.setColorScheme(ColorScheme.DARK))) {
            Page page = opened.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.evaluate("dispatchEvent(new Event('beforeprint'))");
            for (String gone : List.of("#now", "#language", "#compare", "#earlier", "#curve", "#csv", "#keys")) {
                assertThat(page.locator(gone)).isHidden();
            }
            for (String there : List.of("#chart svg", "#buckets-table table", "#registers-table table", "#peaks")) {
                assertThat(page.locator(there)).isVisible();
            }
            assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
            assertThat(page.pdf().length).isGreaterThan(10_000);
            page.evaluate("dispatchEvent(new Event('afterprint'))");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            assertThat(page.locator("#registers-table table")).isHidden();
        }
    }

    @Test
    void forced_colours_leave_every_bar_to_be_seen_and_reduced_motion_moves_none() {
        try (Screen.Opened opened = Screen.DESKTOP.open(
                chromium, root, "?meter=looked&view=month,0", options -> options.setForcedColors(ForcedColors.ACTIVE)
                        .setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = opened.page();
            Object ground = page.evaluate("getComputedStyle(document.body).backgroundColor");
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.bar.import')).fill"))
                    .isNotEqualTo(ground);
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.bar.export')).stroke"))
                    .isNotEqualTo(ground);
            assertThat(page.evaluate("getComputedStyle(document.querySelector('.peaks i')).backgroundColor"))
                    .isNotEqualTo(ground);
            assertThat(page.locator("#demand-bar")).hasCSS("transition-property", "none");
        }
    }

    @Test
    void single_keys_can_be_switched_off_and_stay_off() {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=looked")) {
            Page page = opened.page();
            page.keyboard().press("w");
            assertThat(page).hasURL(Pattern.compile("view=week,0"));
            page.locator("#keys").uncheck();
            page.locator("#tile-day").click();
            page.keyboard().press("m");
            page.keyboard().press("ArrowLeft");
            assertThat(page).hasURL(Pattern.compile("view=day,0"));
            page.reload();
            assertThat(page.locator("#keys")).not().isChecked();
            page.locator("#keys").check();
            page.locator("#tile-day").focus();
            page.keyboard().press("M");
            assertThat(page).hasURL(Pattern.compile("view=month,0"));
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void each_months_peak_is_read_by_a_finger_and_by_the_keyboard(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=looked")) {
            Page page = opened.page();
            Locator bars = page.locator("#peaks button");
            Locator stated = bars.nth(bars.count() - 2);
            if (screen == Screen.PHONE) {
                stated.tap();
            } else {
                bars.first().focus();
                for (int i = 2; i < bars.count(); i++) {
                    page.keyboard().press("Tab");
                }
            }
            assertThat(stated).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("#peak-read"))
                    .containsText(Pattern.compile("peak 4\\.20.kW on \\d+ \\w+ 18:15–18:30, as the meter states it"));
            assertThat(stated.boundingBox().height)
                    .as("large enough for a finger")
                    .isGreaterThanOrEqualTo(44);
            page.locator("#peak-read a").click();
            assertThat(page).hasURL(Pattern.compile("view=month,-1"));
        }
    }

    @Test
    void it_can_be_installed() {
        assertThat(get("/manifest.webmanifest").jsonPath().getList("icons.src", String.class))
                .hasSizeGreaterThan(2)
                .allSatisfy(icon -> assertThat(get("/" + icon).statusCode()).isEqualTo(200));
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=looked")) {
            String manifest = (String) opened.page()
                    .evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(answer => answer.text())");
            assertThat(manifest).contains("\"display\": \"standalone\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void without_a_network_it_shows_the_last_known_figures_and_their_time(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=looked&view=day,0")) {
            Page page = opened.page();
            assertThat(page.locator("html")).hasAttribute("data-installed", "");
            String today = page.locator("#tile-day b").textContent();

            opened.context().setOffline(true);
            page.navigate(root.resolve("/?meter=looked&view=week,0").toString());
            assertThat(page.locator("#tile-day b")).hasText(today);
            assertThat(page.locator("#notice"))
                    .containsText(Pattern.compile("SEM does not answer\\. These are the figures of .*\\d\\d:\\d\\d"));
            assertThat(page.locator("#chart .bar").first()).isVisible();
            assertThat(page.locator("#advice")).not().hasClass(Pattern.compile("good"));

            opened.context().setOffline(false);
            assertThat(page.locator("#notice")).isHidden();
        }
    }

    @Test
    void the_version_of_history_stands_in_the_footer() {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, "?meter=looked")) {
            Page page = opened.page();
            page.route(
                    "**/api/v1/version",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBodyBytes("{\"version\":\"1.2.3\"}".getBytes(StandardCharsets.UTF_8))));
            page.reload();
            assertThat(page.locator("#version")).hasText("1.2.3");
        }
    }

    private static void stated(String meter, YearMonth month, int watts) throws SQLException {
        long at = month.atDay(4)
                .atTime(18, 30)
                .atZone(SampleMeters.ZONE)
                .toInstant()
                .toEpochMilli();
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement statement = connection.prepareStatement(
                        "INSERT INTO month_peak (device_id, month, final_w, final_at) SELECT d.id, ?, ?, ?"
                                + " FROM device d JOIN meter m ON m.id = d.meter_id"
                                + " WHERE m.name = ? AND d.kind = 'electricity'")) {
            statement.setString(1, month.atDay(1).toString());
            statement.setInt(2, watts);
            statement.setLong(3, at);
            statement.setString(4, meter);
            statement.executeUpdate();
        }
    }
}
