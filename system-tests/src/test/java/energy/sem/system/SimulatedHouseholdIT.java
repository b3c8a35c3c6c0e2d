package energy.sem.system;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code ./sem up} without options, on a machine that never saw it: what a newcomer then looks at. */
class SimulatedHouseholdIT {
    @TempDir
    private static Path data;

    private static RunningSem sem;

    @BeforeAll
    static void start() {
        sem = RunningSem.start(data).awaitReady();
    }

    @AfterAll
    static void stop() {
        if (sem != null) {
            sem.close();
        }
    }

    @Test
    void the_year_has_twelve_months_that_add_up_to_its_total() throws Exception {
        JsonNode year = Http.json(sem.history("/api/v1/meters/home/history/year"));

        assertThat(year.path("simulated").asBoolean()).isTrue();
        assertThat(year.path("buckets")).hasSize(12);
        for (String quantity : List.of("importKwh", "exportKwh", "gasM3", "waterM3")) {
            assertThat(sum(year.path("buckets"), quantity))
                    .as(quantity)
                    .isEqualByComparingTo(number(year.path("total"), quantity));
        }
        assertThat(year.path("total").path("importKwh").asDouble()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"day, -1, 24", "week, -1, 7", "month, -1, 28"})
    void a_past_period_adds_up_to_the_difference_of_the_registers(String period, int offset, int buckets)
            throws Exception {
        JsonNode answer = Http.json(sem.history("/api/v1/meters/home/history/" + period + "?offset=" + offset));
        assertThat(answer.path("buckets").size()).isBetween(buckets - 1, buckets + 3);
        assertThat(answer.path("complete").asBoolean()).isTrue();
        assertThat(answer.path("coverage").decimalValue()).isEqualByComparingTo("1");
        JsonNode from = answer.path("registers").path("from").get(0);
        JsonNode to = answer.path("registers").path("to").get(0);
        BigDecimal difference = number(to, "importT1Kwh")
                .add(number(to, "importT2Kwh"))
                .subtract(number(from, "importT1Kwh"))
                .subtract(number(from, "importT2Kwh"));
        assertThat(sum(answer.path("buckets"), "importKwh"))
                .isEqualByComparingTo(number(answer.path("total"), "importKwh"))
                .isEqualByComparingTo(difference);
    }

    @Test
    void a_period_and_its_offset_can_be_written_as_the_display_writes_them() throws Exception {
        JsonNode written = Http.json(sem.history("/api/v1/meters/home/history/Week,%20-2"));

        assertThat(written.path("buckets"))
                .isEqualTo(Http.json(sem.history("/api/v1/meters/home/history/week?offset=-2"))
                        .path("buckets"));
    }

    @Test
    void the_history_is_thirteen_months_long_and_without_gaps() throws Exception {
        JsonNode meter = Http.json(sem.history("/api/v1/meters")).path("meters").get(0);
        OffsetDateTime first = OffsetDateTime.parse(meter.path("firstReadingAt").asText());

        assertThat(first.toInstant())
                .isBetween(
                        OffsetDateTime.now(first.getOffset())
                                .minusMonths(13)
                                .minusHours(3)
                                .toInstant(),
                        OffsetDateTime.now(first.getOffset())
                                .minusMonths(13)
                                .plusHours(3)
                                .toInstant());
        assertThat(Http.json(sem.history("/api/v1/meters/home/history/month?offset=-6"))
                        .path("coverage")
                        .decimalValue())
                .isEqualByComparingTo("1");
    }

    @Test
    void it_is_live_once_a_second_and_says_that_it_is_simulated() throws Exception {
        List<String> seen = new ArrayList<>();
        Awaitility.await("three readings").atMost(Duration.ofSeconds(30)).until(() -> {
            JsonNode latest = Http.json(sem.history("/api/v1/meters/home/latest"));
            assertThat(latest.path("simulated").asBoolean()).isTrue();
            if (latest.path("ageSeconds").asInt() <= 5
                    && !seen.contains(latest.path("at").asText())) {
                seen.add(latest.path("at").asText());
            }
            return seen.size() >= 3;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"day/0", "day/-1", "week/0", "week/-1", "month/0", "year/0", "home/week/-2"})
    void a_picture_has_the_displays_size_and_is_sent_once(String view) throws Exception {
        // Drawn while the past was still coming in, a picture is stale until the feed looks again.
        HttpResponse<byte[]> answer = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> Http.get(sem.display("/display/" + view + ".png")), now -> now.headers()
                        .firstValue("X-Feed-Status")
                        .filter("ok"::equals)
                        .isPresent());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(480);
        assertThat(picture.getHeight()).isEqualTo(280);
        assertThat(picture.getColorModel().getPixelSize()).isEqualTo(2);
        assertThat(answer.headers().firstValue("ETag")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"raw, 33600", "bin, 16800"})
    void the_panels_own_bytes_have_the_panels_size(String extension, int bytes) throws Exception {
        assertThat(Http.get(sem.display("/display/week/0." + extension)).body()).hasSize(bytes);
    }

    @Test
    void the_web_page_is_there() throws Exception {
        HttpResponse<byte[]> page = Http.get(sem.history("/"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("<html")
                .contains("SEM");
    }

    @Test
    void it_prints_where_to_look() {
        assertThat(sem.output())
                .contains(sem.history("/").toString())
                .contains(sem.display("/display/day/0.png").toString())
                .contains(sem.display("/display/week/0.png").toString())
                .contains(sem.display("/display/month/0.png").toString())
                .contains(sem.display("/display/year/0.png").toString())
                .contains(sem.history("/api/v1/meters/home/history/week?offset=-1")
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({
        "day, electricity, importKwh",
        "week, electricity, importKwh",
        "month, gas, gasM3",
        "year, water, waterM3"
    })
    void the_picture_says_the_percentage_that_history_says(String period, String utility, String field) {
        for (int offset = 0; offset > -5; offset--) {
            String view = period + "/" + offset;
            URI picture = sem.display("/display/" + view + ".json?utility=" + utility);
            URI answer = sem.history("/api/v1/meters/home/history/" + view.replace("/", ","));
            // A quarter hour may turn between the two, and a picture is made some seconds after it has.
            Awaitility.await(view).atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(
                            Http.json(picture).path("previous").path("changePercent"))
                    .isEqualTo(Http.json(answer)
                            .path("comparison")
                            .path("changePercent")
                            .path(field)));
        }
    }

    @Nested
    class Refused extends BrokenRequests {
        @Override
        RunningSem sem() {
            return sem;
        }
    }

    @Nested
    class WebPage extends PageTests {
        @Override
        RunningSem sem() {
            return sem;
        }
    }

    private static BigDecimal sum(JsonNode buckets, String quantity) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode bucket : buckets) {
            sum = sum.add(number(bucket, quantity));
        }
        return sum;
    }

    private static BigDecimal number(JsonNode object, String quantity) {
        return object.hasNonNull(quantity) ? object.path(quantity).decimalValue() : BigDecimal.ZERO;
    }
}
