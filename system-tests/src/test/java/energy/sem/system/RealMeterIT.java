package energy.sem.system;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A meter on a serial line, one that is not there, and one that is pushed to. */
class RealMeterIT {
    private static final String KEY = Long.toHexString(System.nanoTime()) + "k";

    @TempDir
    private static Path folder;

    private static SerialLine line;
    private static RunningSem sem;

    @BeforeAll
    static void start() throws Exception {
        SerialLine.requireSocat();
        line = SerialLine.open(folder);
        sem = RunningSem.start(
                        Files.createDirectory(folder.resolve("data")),
                        "--meter=home=serial:" + line.device(),
                        "--meter=gone=serial:/dev/nonexistent",
                        "--meter=roof=push",
                        "--key=roof=" + KEY)
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        if (sem != null) {
            sem.close();
        }
        if (line != null) {
            line.close();
        }
    }

    @Test
    void a_telegram_on_the_line_becomes_a_row_an_answer_and_another_picture_and_a_corrupted_one_is_kept_aside()
            throws Exception {
        TestMeter meter = new TestMeter(41);
        String pictureBefore = Http.get(sem.display("/display/home/day/0.png"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        // Two quarter hours that are over, so that the picture, which ends at the last full one, shows them.
        Instant edge = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
        sayUntilHeard(meter.telegram(edge, 1_000_000, 800), meter, 1_000_000);
        line.write(meter.telegram(edge.plus(15, ChronoUnit.MINUTES), 1_002_000, 8_000));
        byte[] corrupted = meter.corrupted(edge.plus(20, ChronoUnit.MINUTES), 1_002_500, 800);
        line.write(corrupted);
        line.write(meter.telegram(edge.plus(30, ChronoUnit.MINUTES), 1_003_000, 4_000));

        await("rows").untilAsserted(() -> assertThat(Database.importT1Wh(sem, meter.serial()))
                .containsExactly(1_000_000L, 1_002_000L, 1_003_000L));
        await("answer").untilAsserted(() -> {
            JsonNode answer = Http.json(sem.history("/api/v1/meters/home/history?step=PT15M&from=" + edge + "&to="
                    + edge.plus(30, ChronoUnit.MINUTES)));
            assertThat(answer.path("total").path("importKwh").asText()).isEqualTo("3");
            assertThat(answer.path("buckets").get(0).path("importKwh").asText()).isEqualTo("2");
            assertThat(answer.has("simulated")).isFalse();
        });
        await("rejected").untilAsserted(() -> assertThat(Rejected.read(sem.kafka()))
                .filteredOn(entry -> entry.meter().equals("home"))
                .extracting(Rejected.Entry::cause, entry -> entry.text().strip())
                .contains(tuple("crc", new String(corrupted, StandardCharsets.ISO_8859_1).strip())));
        await("picture").untilAsserted(() -> assertThat(Http.get(sem.display("/display/home/day/0.png"))
                        .headers()
                        .firstValue("ETag")
                        .orElseThrow())
                .isNotEqualTo(pictureBefore));
    }

    @Test
    void a_port_that_is_not_there_is_explained_and_stops_nothing() {
        await("explained").untilAsserted(() -> {
            JsonNode gone = meter("gone");
            assertThat(gone.path("state").asText()).isEqualTo("disconnected");
            assertThat(gone.path("diagnosis").asText()).contains("/dev/nonexistent");
        });
    }

    @Test
    void a_pushed_telegram_is_accepted_once_it_is_safe_and_a_wrong_one_refused_with_its_cause() throws Exception {
        TestMeter meter = new TestMeter(42);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        JsonNode accepted = Http.json(push(KEY, meter.telegram(now, 5_000_000, 500)), 202);
        assertThat(accepted.path("accepted").asInt()).isEqualTo(1);
        String detail = Http.problem(push(KEY, meter.corrupted(now.plusSeconds(1), 5_000_001, 500)), 422);
        assertThat(detail.toLowerCase(Locale.ROOT)).contains("crc");
        Http.problem(push(null, meter.telegram(now, 5_000_000, 500)), 401);
        Http.problem(push("wrong", meter.telegram(now, 5_000_000, 500)), 403);
        await("row").untilAsserted(() -> assertThat(Database.importT1Wh(sem, meter.serial()))
                .containsExactly(5_000_000L));
    }

    @Test
    void a_question_that_has_no_answer_gets_one_that_says_what_to_do() throws Exception {
        Http.problem(Http.get(sem.history("/api/v1/meters/nobody/history/week")), 404);
        TestMeter meter = new TestMeter(42);
        Http.json(push(KEY, meter.telegram(Instant.now().truncatedTo(ChronoUnit.SECONDS), 5_000_100, 500)), 202);
        await("known").untilAsserted(() -> assertThat(
                        Http.get(sem.history("/api/v1/meters/roof/history/day")).statusCode())
                .isEqualTo(200));
        Http.problem(Http.get(sem.history("/api/v1/meters/roof/history/fortnight")), 400);
        assertThat(Http.problem(Http.get(sem.history("/api/v1/meters/roof/history/week?offset=2")), 400))
                .contains("week,-2");
    }

    @Test
    void the_standards_telegrams_beside_the_checkout_go_the_same_way() throws Exception {
        Path telegrams = Path.of(System.getProperty("sem.checkout"), "../shared/telegrams");
        assumeTrue(Files.isDirectory(telegrams), "skipped: there are no telegrams beside the checkout");
        long before = rejected("crc");

        line.write(Files.readAllBytes(telegrams.resolve("be-03-own-serials.txt")));
        line.write(Files.readAllBytes(telegrams.resolve("bad-01-one-digit-changed.txt")));
        line.write(Files.readAllBytes(telegrams.resolve("be-06-units-without-star.txt")));

        await("a corrupted one is counted")
                .untilAsserted(() -> assertThat(rejected("crc")).isGreaterThan(before));
    }

    private static long rejected(String cause) {
        return Rejected.read(sem.kafka()).stream()
                .filter(entry -> entry.cause().equals(cause))
                .count();
    }

    private static HttpResponse<byte[]> push(String key, byte[] telegram) throws Exception {
        return Http.post(sem.gateway("/api/v1/meters/roof/telegrams"), key, telegram);
    }

    private static JsonNode meter(String name) throws Exception {
        for (JsonNode meter : Http.json(sem.gateway("/api/v1/meters"))) {
            if (meter.path("meter").asText().equals(name)) {
                return meter;
            }
        }
        throw new AssertionError("the gateway knows no meter " + name);
    }

    /** The gateway finds the line's speed by listening, so the first telegrams may be missed, as on a real line. */
    private static void sayUntilHeard(byte[] telegram, TestMeter meter, long importT1Wh) {
        await("heard").pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            line.write(telegram);
            assertThat(Database.importT1Wh(sem, meter.serial())).containsExactly(importT1Wh);
        });
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions();
    }
}
