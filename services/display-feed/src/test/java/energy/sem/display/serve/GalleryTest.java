package energy.sem.display.serve;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.browser.Chromium;
import energy.sem.display.raster.NamedPanel;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The gallery as people see it, in a real browser. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class GalleryTest {
    /** The luminances of a canvas, row by row, from the colours that the gallery has for paper and ink. */
    private static final String LEVELS =
            """
            canvas => {
              const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
              return Array.from({ length: pixels.length / 4 }, (_, i) => '0123'[[35, 101, 166, 227].indexOf(pixels[4 * i])]).join('');
            }""";

    private static Chromium chromium;
    private static Page desktop;

    @TestHTTPResource
    URI address;

    private Page page;
    private List<String> faults;

    @BeforeAll
    static void start() {
        chromium = Chromium.orSkip();
        desktop = chromium.page(1200, 900);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        open(desktop);
    }

    private void open(Page opened) {
        page = opened;
        faults = Chromium.faults(page);
        page.navigate(address.toString());
        for (String name : List.of("day,0", "week,0", "month,0", "year,0")) {
            assertThat(card("picture of " + name)).isVisible();
        }
        assertThat(card("test card")).isVisible();
    }

    private Locator card(String label) {
        return page.locator(".card canvas[aria-label='" + label + "']");
    }

    private Locator wall() {
        return page.locator("#wall canvas");
    }

    private List<String> addresses() {
        return page.locator(".card input").all().stream()
                .map(Locator::inputValue)
                .toList();
    }

    @Test
    void every_form_is_shown_as_the_same_picture() throws IOException {
        String greys = levels("/display/year/0.png");
        String blackAndWhite = levels("/display/year/0.png?bits=1");
        for (String rotation : List.of("270", "90", "0")) {
            page.selectOption("#rot", rotation);
            yearIs(greys, "raw");
            yearIs(blackAndWhite, "bin");
            page.selectOption("#form", "raw");
        }
        yearIs(blackAndWhite, "png-1");
        yearIs(greys, "png");
        yearIs(blackAndWhite, "bmp");
        yearIs(greys, "bmp-8");
        assertThat(faults).isEmpty();
    }

    private void yearIs(String levels, String encoding) {
        page.selectOption("#form", encoding);
        Locator year = card("picture of year,0");
        page.waitForCondition(() -> levels.equals(year.evaluate(LEVELS)));
    }

    private String levels(String png) throws IOException {
        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(new Wire(address.getPort()).get(png).body()));
        StringBuilder levels = new StringBuilder();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                levels.append((image.getRGB(x, y) & 0xff) / 0x55);
            }
        }
        return levels.toString();
    }

    @Test
    void the_addresses_for_a_device_answer() {
        page.selectOption("#lang", "fr");
        for (String encoding : List.of("raw", "bin", "png", "png-1", "bmp", "bmp-8")) {
            page.selectOption("#form", encoding);
            assertThat(page.locator(".card input").first())
                    .hasValue(Pattern.compile("/display/day/0\\." + encoding.replaceFirst("-.*", "") + "\\?.*lang=fr"));

            List<String> addresses = addresses();
            assertThat(addresses).hasSize(5).allMatch(each -> each.startsWith(address.toString()));
            for (String each : addresses) {
                URI uri = URI.create(each);
                String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
                assertThat(new Wire(address.getPort()).get(target).status())
                        .as(target)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void the_arrow_keys_turn_the_knob_and_change_the_period() {
        assertThat(wall()).hasAttribute("aria-label", "picture of week,0");

        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(wall()).hasAttribute("aria-label", "picture of week,-2");
        assertThat(page.locator("#told")).containsText("33,600, raw, four greys");
        assertThat(page.locator("#told")).containsText(Pattern.compile("next\\d+ s"));
        page.keyboard().press("ArrowRight");
        assertThat(wall()).hasAttribute("aria-label", "picture of week,-1");
        page.keyboard().press("ArrowDown");
        assertThat(wall()).hasAttribute("aria-label", "picture of month,0");
        page.locator("#earlier").click();
        assertThat(wall()).hasAttribute("aria-label", "picture of month,-1");

        assertThat(faults).isEmpty();
    }

    @Test
    void while_it_turns_black_and_white_is_fetched_and_four_greys_at_rest() {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));

        page.keyboard().press("ArrowLeft");
        page.waitForCondition(() -> asked.stream().anyMatch(url -> url.contains("/week/-1.raw")));

        assertThat(asked.stream().filter(url -> url.contains("/week/-1.")))
                .first()
                .asString()
                .contains("/week/-1.bin");
    }

    @Test
    void a_choice_that_does_not_apply_is_dimmed_and_the_others_are_not() {
        // This home has no water, so one option of a choice that does apply is disabled.
        assertThat(page.locator("#utility option[value=water]")).hasJSProperty("disabled", true);
        page.selectOption("#form", "png");

        assertThat(page.locator("#rot")).isDisabled();
        assertThat(page.locator("label:has(#rot)")).hasCSS("opacity", "0.45");
        assertThat(page.locator("label:has(#utility)")).hasCSS("opacity", "1");
    }

    @Test
    void other_panels_are_shown_of_the_chosen_meter_with_their_addresses() {
        page.selectOption("#meter", "home");
        page.selectOption("#lang", "fr");

        Locator upright = page.locator(".panel:has(img[alt='picture of 480x800-4'])");
        assertThat(page.locator(".panel")).hasCount(NamedPanel.values().length - 1);
        assertThat(upright.locator("input")).hasValue(address + "display/home/week/0.png?panel=480x800-4&lang=fr");
        page.waitForCondition(() -> List.of(480, 800)
                .equals(upright.locator("img").evaluate("image => [image.naturalWidth, image.naturalHeight]")));
        assertThat(faults).isEmpty();
    }

    @Test
    void displays_that_asked_have_a_row() {
        new Wire(address.getPort())
                .get("/display/day/0.raw", "X-Device-Id", "hall", "X-Battery-mV", "3912", "X-RSSI", "-72");
        page.reload();

        Locator hall = page.locator("#devices tr").filter(new Locator.FilterOptions().setHasText("hall"));
        assertThat(hall).containsText(Pattern.compile("hall3\\.91 V-72 dBmday,0\\d{1,2} \\w+ 20\\d\\d, "));
    }

    @Test
    void another_meter_and_gas_are_in_the_address() {
        page.selectOption("#meter", "home");
        page.selectOption("#utility", "gas");

        assertThat(page.locator(".card input").first())
                .hasValue(Pattern.compile("/display/home/day/0\\.raw\\?utility=gas$"));
        assertThat(page.locator("#state")).containsText("newest reading");
    }

    @ParameterizedTest(name = "in {0}: {1}")
    @CsvSource({
        "nl-BE, nl, 'beeld van week,0'",
        "fr-FR, fr, 'image de week,0'",
        "de-DE, de, 'Bild von week,0'",
        "pt-PT, en, 'picture of week,0'"
    })
    void it_speaks_the_viewers_language(String locale, String language, String words) {
        try (BrowserContext other = chromium.open(1200, 900, options -> options.setLocale(locale))) {
            page = other.newPage();
            faults = Chromium.faults(page);
            page.navigate(address.toString());

            assertThat(card(words)).isVisible();
            assertThat(page.locator("html")).hasAttribute("lang", language);
            assertThat((Boolean) page.evaluate("async () => Object.values((await import('./words.js')).table)"
                            + ".every(each => each.length === 4 && each.every(words => words.length > 0))"))
                    .as("all languages have all words")
                    .isTrue();
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0} pixels wide, {1}")
    @CsvSource({"320, LIGHT", "390, DARK", "768, LIGHT"})
    void nothing_has_to_be_scrolled_sideways(int width, ColorScheme scheme) {
        try (BrowserContext other = chromium.open(width, 800, options -> options.setHasTouch(width < 700)
                .setIsMobile(width < 700)
                .setColorScheme(scheme))) {
            open(other.newPage());

            // A picture that is still to come has another width for a moment. Playwright's waitForFunction evaluates a
            // text in the
            // page when it has to ask again, which the page's policy forbids.
            assertThat((Boolean) page.evaluate(
                            "async width => { const fits = () => document.documentElement.scrollWidth <= width;"
                                    + " for (let i = 0; i < 200 && !fits(); i++) await new Promise(done => setTimeout(done, 50));"
                                    + " return fits(); }",
                            width))
                    .isTrue();
            assertThat(
                            (List<?>)
                                    page.evaluate(
                                            "[...document.querySelectorAll('main, section, .frame, .card')].filter(e => e.scrollWidth > e.clientWidth).map(e => e.outerHTML)"))
                    .isEmpty();
            assertThat(faults).isEmpty();
        }
    }
}
