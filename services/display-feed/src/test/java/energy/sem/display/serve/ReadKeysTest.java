package energy.sem.display.serve;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import energy.sem.base.ReadersOfHistory;
import energy.sem.browser.Chromium;
import energy.sem.display.serve.Wire.Reply;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Where read keys are set, only who has one sees pictures. */
@QuarkusTest
@TestProfile(ReadKeysTest.WithKeys.class)
@WithTestResource(HistoryInTests.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReadKeysTest {
    private static final String KEY = UUID.randomUUID().toString();
    private static final String OTHER_KEY = UUID.randomUUID().toString();

    public static class WithKeys implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // The test's class is loaded twice, so the keys travel by system property.
            System.setProperty("read.keys.in.test", KEY + "," + OTHER_KEY);
            return Map.of("sem.read-keys", "${read.keys.in.test}");
        }
    }

    @TestHTTPResource
    URI address;

    @Inject
    ReadersOfHistory readers;

    private Wire wire;
    private String key;

    @BeforeEach
    void connect() {
        wire = new Wire(address.getPort());
        await().until(readers::isKnown);
        String keys = System.getProperty("read.keys.in.test");
        key = keys.substring(keys.indexOf(',') + 1);
    }

    @Test
    void without_a_key_it_is_401_and_with_a_wrong_one_403() {
        Reply without = wire.get("/display/day/0.png");
        Reply wrong = wire.get("/display/day/0.png", "X-API-Key", "wrong");

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.must("Content-Type")).isEqualTo("application/problem+json");
        assertThat(without.must("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).doesNotContain("wrong");
        assertThat(wire.get("/display/status").status()).isEqualTo(401);
        assertThat(wire.get("/display/cellar/day/0.png").status()).isEqualTo(401);
    }

    @Test
    void a_key_comes_as_header_as_bearer_or_in_the_address() {
        assertThat(wire.get("/display/day/0.png", "X-API-Key", key).status()).isEqualTo(200);
        assertThat(wire.get("/display/day/0.png", "Authorization", "Bearer " + key)
                        .status())
                .isEqualTo(200);
        assertThat(wire.get("/display?view=week,-2&format=raw&key=" + key).status())
                .isEqualTo(200);
        assertThat(wire.get("/display/testcard.png?key=" + key).status()).isEqualTo(200);
    }

    @Test
    void the_gallery_asks_for_the_key_and_shows_it_nowhere() {
        try (Chromium chromium = Chromium.orSkip()) {
            Page page = chromium.page(1200, 900);
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            List<String> mistyped = new ArrayList<>();
            page.onRequest(request -> {
                if ("mistyped".equals(request.headers().get("x-api-key"))) {
                    mistyped.add(request.url());
                }
            });
            page.navigate(address.toString());
            page.locator("#key").fill("mistyped");
            page.locator("#key-form button").click();
            page.waitForCondition(() -> page.evaluate("sessionStorage.getItem('sem-read-key')") == null);
            page.locator("#key").fill(key);
            page.locator("#key-form button").click();

            PlaywrightAssertions.assertThat(page.locator(".card canvas[aria-label='picture of year,0']"))
                    .isVisible();
            PlaywrightAssertions.assertThat(page.locator("#key-form")).isHidden();
            PlaywrightAssertions.assertThat(page.locator(".card input").first())
                    .hasValue(Pattern.compile("key=YOUR-READ-KEY$"));
            assertThat(mistyped)
                    .as(
                            "each time counts as a guess: not with every picture, though a regular look may fall in between")
                    .hasSizeBetween(1, 3);
            assertThat(asked).noneMatch(url -> url.contains(key));
            assertThat(page.content()).doesNotContain(key);
        }
    }

    @Test
    @Order(Integer.MAX_VALUE) // the address stays shut out for a while
    void whoever_guesses_has_to_wait_and_a_device_that_has_read_from_there_goes_on() {
        assertThat(wire.get("/display/day/0.png?key=" + key).status()).isEqualTo(200);
        Reply refused = wire.get("/display/day/0.png?key=guess0");
        for (int i = 1; refused.status() == 403 && i < 50; i++) {
            refused = wire.get("/display/day/0.png?key=guess" + i);
        }

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.must("Retry-After"))).isBetween(1, 60);
        assertThat(refused.must("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.text()).contains("wrong keys").doesNotContain("guess");
        assertThat(wire.get("/display/day/0.png?key=" + key).status()).isEqualTo(200);
    }

    @Test
    void the_gallery_and_health_are_open() {
        assertThat(wire.get("/q/health/live").status()).isEqualTo(200);
    }
}
