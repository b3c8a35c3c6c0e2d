package energy.sem.system;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.browser.Chromium;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much more a running period is than the one before is said alike by the API, by the page (its total, its tile, its
 * table) and by the picture, at any moment: all of SEM runs by a clock that is set to twenty moments, one after the other.
 */
@EnabledIfSystemProperty(
        named = "sem.test.long",
        matches = "true",
        disabledReason = "takes minutes: -Dsem.test.long=true")
class OneFigureIT {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final String KEY = "hush";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /**
     * In front of all of a year, so that from the next one on each period has one before it. Years to come: a clock that stands
     * before the day on which SEM was built is no clock to the gateway.
     */
    private static final ZonedDateTime FIRST = ZonedDateTime.of(2028, 12, 31, 23, 0, 0, 0, ZONE);

    @TempDir
    private static Path folder;

    private static SetClock clock;
    private static RunningSem sem;
    private static PushedHome home;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.orSkip();
        setDefaultAssertionTimeout(30_000);
        clock = SetClock.orSkip(folder);
        clock.set(FIRST.toInstant());
        int portBase = RunningSem.freePortBase();
        List<String> arguments = RunningSem.up(portBase, folder.resolve("data"));
        arguments.addAll(List.of("--meter=home=push", "--key=home=" + KEY));
        sem = RunningSem.start(portBase, folder.resolve("data"), clock.variables(), arguments)
                .awaitReady();
        home = new PushedHome(sem.gateway("/api/v1/meters/home/telegrams"), KEY, FIRST.toInstant());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (sem != null) {
            sem.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a night of 25 hours, the day after, the turn of a month
                "2029-10-28T02:50:00",
                "2029-10-29T00:19:00",
                "2029-10-31T23:59:30",
                "2029-11-01T08:05:00",
                // the first minutes of a day, of a week, of a month; the edge of a quarter hour and the second before
                "2029-11-24T00:16:10",
                "2029-11-24T00:44:59",
                "2029-11-24T10:45:00",
                "2029-11-26T00:15:20",
                "2029-12-01T00:17:30",
                "2029-12-31T18:35:00",
                // a new year
                "2030-01-01T00:19:00",
                "2030-01-01T12:31:12",
                "2030-02-28T11:25:00",
                "2030-03-01T00:20:00",
                "2030-03-30T23:58:00",
                // a night of 23 hours, and the days after
                "2030-03-31T01:50:00",
                "2030-03-31T03:10:00",
                "2030-04-01T02:40:00",
                "2030-04-01T09:55:01",
                "2030-04-02T16:10:00"
            })
    void the_page_and_the_picture_say_the_percentage_that_the_api_says(LocalDateTime local) throws Exception {
        Instant moment = local.atZone(ZONE).toInstant();
        clock.set(moment);
        home.pushUntil(moment);
        Awaitility.await("stored").atMost(PATIENCE).until(() -> moment.equals(stored()));

        try (Page page = chromium.page(1366, 768)) {
            page.clock().setFixedTime(Date.from(moment));
            for (String period : List.of("day", "week", "month", "year")) {
                JsonNode percent = percent(period);
                assertThat(percent.path("importKwh").isNumber())
                        .as("there is something to compare: %s", percent)
                        .isEqualTo(!period.equals("year") || local.getYear() > FIRST.getYear() + 1);
                Awaitility.await("the picture of the " + period)
                        .atMost(PATIENCE)
                        .untilAsserted(() -> {
                            assertThat(pictured(period, "electricity")).isEqualTo(percent.path("importKwh"));
                            assertThat(pictured(period, "gas")).isEqualTo(percent.path("gasM3"));
                        });
                page.navigate(sem.history("/?meter=home&view=" + period + ",0").toString());
                saysSo(page.locator("#tile-" + period + " .change"), percent.path("importKwh"));
                saysSo(page.locator("#show-electricity .change").first(), percent.path("importKwh"));
                saysSo(page.locator("#show-gas .change"), percent.path("gasM3"));
                if (percent.path("importKwh").isNumber()) {
                    // The same two periods side by side.
                    page.selectOption("#compare", "other");
                    page.locator("#other-date").fill(before(period));
                    saysSo(page.locator("#side-table tbody tr").first().locator(".change"), percent.path("importKwh"));
                }
            }
        }
    }

    /**
     * Up to when the quarter hours know the home, which live readings are ahead of. The database may close connections that were
     * idle for as many days as the clock was put on: history says so and asks for patience.
     */
    private static Instant stored() throws Exception {
        HttpResponse<byte[]> answer = Http.get(sem.history("/api/v1/meters/home/history/day,0"));
        if (answer.statusCode() == 503) {
            return Instant.MIN;
        }
        JsonNode day = Http.json(answer, 200);
        return day.hasNonNull("lastReadingAt")
                ? OffsetDateTime.parse(day.path("lastReadingAt").asText()).toInstant()
                : Instant.MIN;
    }

    /** The first day of the period before. */
    private static String before(String period) throws Exception {
        return Http.json(sem.history("/api/v1/meters/home/history/" + period + ",-1"))
                .path("from")
                .asText()
                .substring(0, 10);
    }

    private static JsonNode percent(String period) throws Exception {
        return Http.json(sem.history("/api/v1/meters/home/history/" + period + ",0"))
                .path("comparison")
                .path("changePercent");
    }

    private static JsonNode pictured(String period, String utility) throws Exception {
        return Http.json(sem.display("/display/" + period + "/0.json?utility=" + utility))
                .path("previous")
                .path("changePercent");
    }

    /** The same percentage in an arrow's words, or nothing where there is none. */
    private static void saysSo(Locator change, JsonNode percent) {
        if (!percent.isNumber()) {
            assertThat(change.filter(new Locator.FilterOptions().setHasText("%")))
                    .hasCount(0);
            return;
        }
        int value = percent.asInt();
        String arrow = value == 0 ? "=" : (value < 0 ? "▼" : "▲") + "\u00a0" + Math.abs(value) + "\u00a0%";
        // Words for who cannot see it come after it.
        assertThat(change).hasText(Pattern.compile("^" + arrow));
    }
}
