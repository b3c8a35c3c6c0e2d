package energy.sem.history.api;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static energy.sem.history.api.Telegrams.event;
import static org.assertj.core.api.Assertions.assertThat;

/** Figures change, and nothing that somebody looks at, reads or has in hand moves. */
@QuarkusTest
@TestProfile(Configured.class)
class PageInPlaceTest {
    private static final double MOST_SHIFT = 0.02;
    private static final String MONTH = "?meter=placed&view=month,0";

    /** What can have the focus, one of each kind. */
    private static final List<String> FOCUSED = List.of(
            "#tile-week",
            "#trail a >> nth=0",
            "#earlier",
            "#later",
            "#show-gas",
            "#chart a[tabindex='0']",
            "#date",
            "#compare",
            "#table summary",
            "#buckets-table a >> nth=0",
            "#csv",
            "#peaks button >> nth=0",
            "#peak-read a",
            "#keys");

    private static Chromium chromium;
    private static Telegrams telegrams;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(30_000);
        SampleMeters.write("placed", false, 45);
        telegrams = new Telegrams();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
            telegrams.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void the_chart_is_in_the_first_view_and_the_registers_are_one_press_away(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, MONTH)) {
            Page page = opened.page();
            BoundingBox chart = page.locator("#chart svg").boundingBox();
            assertThat(chart.y + chart.height).isLessThanOrEqualTo(screen.height);
            assertThat(chart.height).isGreaterThanOrEqualTo(180);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("nothing to scroll sideways")
                    .isLessThanOrEqualTo(screen.width);
            assertThat(page.locator("#registers-table")).isHidden();
            page.locator("#registers summary").click();
            assertThat(page.locator("#registers-table")).isVisible();
            assertThat(page.locator("#registers-table")).containsText("1SEMplaced");
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void nothing_shifts_from_the_first_picture_on(Screen screen) {
        live(300);
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=placed&view=week,0")) {
            Page page = opened.page();
            opened.refresh();
            for (int watts = 400; watts < 3000; watts += 900) {
                live(watts);
            }
            for (String pressed : List.of("#earlier", "#earlier", "#later", "#show-gas", "#tile-day", "#tile-year")) {
                page.locator(pressed).click();
                opened.settled();
            }
            page.evaluate("scrollTo(0, document.body.scrollHeight)");
            opened.refresh();
            assertThat(((Number) page.evaluate("shifts.reduce((sum, entry) => sum + entry.value, 0)")).doubleValue())
                    .as(
                            "cumulative layout shift, by %s",
                            page.evaluate(
                                    "shifts.map(s => s.value.toFixed(4) + ' ' + s.sources.map(e => (e.node?.id || e.node?.className)"
                                            + " + ' ' + e.previousRect.y + '>' + e.currentRect.y).join(', ')).join('; ')"))
                    .isLessThan(MOST_SHIFT);
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void what_has_the_focus_keeps_it_in_its_place_when_all_figures_come_again(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, MONTH)) {
            Page page = opened.page();
            page.locator("#table summary").click();
            page.evaluate("document.querySelectorAll('main *').forEach(element => { element.isOld = true; })");
            for (String each : FOCUSED) {
                Locator element = page.locator(each).first();
                element.focus();
                BoundingBox before = element.boundingBox();
                opened.refresh();
                assertThat(element).isFocused();
                assertThat(element.boundingBox())
                        .as(each)
                        .usingRecursiveComparison()
                        .isEqualTo(before);
            }
            assertThat((String) page.evaluate("[...document.querySelectorAll('main *:not(.tip *)')]"
                            + ".filter(element => !element.isOld).map(element => element.outerHTML).join()"))
                    .as("elements that are others than before")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Screen.class)
    void what_is_pressed_keeps_the_focus_whatever_it_opens(Screen screen) {
        try (Screen.Opened opened = screen.open(chromium, root, "?meter=placed&view=month,-1")) {
            Page page = opened.page();
            for (String each : List.of("#later", "#tile-year", "#show-gas", "#trail a >> nth=0", "#earlier")) {
                Locator pressed = page.locator(each).first();
                pressed.focus();
                double top = pressed.boundingBox().y;
                page.keyboard().press("Enter");
                opened.settled();
                assertThat(pressed).isFocused();
                assertThat(pressed.boundingBox().y).as(each).isEqualTo(top);
            }
        }
    }

    @Test
    void what_is_selected_hovered_and_scrolled_to_stays_so() {
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, MONTH)) {
            Page page = opened.page();
            page.locator("#chart .column").nth(2).hover();
            assertThat(page.locator("#chart .tip")).isVisible();
            String tip = page.locator("#chart .tip").textContent();
            page.evaluate("getSelection().selectAllChildren(document.querySelector('#show-gas b'))");
            String selected = (String) page.evaluate("getSelection().toString()");
            opened.refresh();
            assertThat(page.locator("#chart .tip")).hasText(tip);
            assertThat(selected).contains("m³").isEqualTo(page.evaluate("getSelection().toString()"));

            page.locator("#peaks").scrollIntoViewIfNeeded();
            double before = page.locator("#peaks").boundingBox().y;
            opened.refresh();
            assertThat(page.locator("#peaks").boundingBox().y).isEqualTo(before);
        }
    }

    @Test
    void the_banner_goes_as_soon_as_history_answers_again() {
        live(300);
        try (Screen.Opened opened = Screen.DESKTOP.open(chromium, root, MONTH)) {
            Page page = opened.page();
            Locator notice = page.locator("#notice");
            assertThat(notice).isHidden();
            page.route("**/api/**", route -> route.abort());
            page.evaluate("dispatchEvent(new Event('online'))");
            assertThat(notice).containsText("SEM does not answer");

            page.unroute("**/api/**");
            Instant back = Instant.now();
            assertThat(notice).isHidden();
            assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void advice_is_green_while_it_is_fresh_dimmed_after_a_minute_and_gone_after_its_quarter_hour() {
        try (Screen.Opened opened = Screen.PHONE.open(chromium, root, "?meter=placed", options -> {})) {
            Page page = opened.page();
            page.clock().install();
            page.reload();
            Locator advice = page.locator("#advice");
            Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                live(300);
                assertThat(advice.getAttribute("class")).contains("good");
            });
            assertThat(page.locator("#free")).containsText(Pattern.compile("kW free"));
            assertThat(page.locator("#quarter-words")).not().containsText("so far");

            page.clock().fastForward("01:05");
            assertThat(advice).not().hasClass(Pattern.compile("good"));
            assertThat(advice).hasClass(Pattern.compile("old|gone"));
            page.clock().fastForward("15:00");
            assertThat(advice).hasClass(Pattern.compile("gone"));
            assertThat(page.locator("#free")).containsText("No advice");
        }
    }

    private static void live(int watts) {
        telegrams.send(event("placed", Instant.now(), watts, 100));
    }
}
