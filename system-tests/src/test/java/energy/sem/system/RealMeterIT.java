package energy.sem.system;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;
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

    private static final Path TELEGRAMS = Path.of(System.getProperty("sem.checkout"), "../shared/telegrams");

    private static SerialLine line;
    private static SerialLine street;
    private static RunningSem sem;

    @BeforeAll
    static void start() throws Exception {
        SerialLine.requireSocat();
        line = SerialLine.open(Files.createDirectory(folder.resolve("line")));
        street = SerialLine.open(Files.createDirectory(folder.resolve("street")));
        sem = RunningSem.start(
                        Files.createDirectory(folder.resolve("data")),
                        "--meter=home=serial:" + line.device(),
                        // A pseudo-terminal has no speed: at either format it is understood, at 7E1 without the 8th
                        // bit.
                        "--meter=street=serial:" + street.device() + "?baud=115200&format=8N1",
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
        for (SerialLine each : Arrays.asList(line, street)) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    void a_telegram_on_the_line_becomes_a_row_an_answer_and_another_picture_and_a_corrupted_one_is_kept_aside()
            throws Exception {
        TestMeter meter = new TestMeter(41);
        String pictureBefore = pictureOf("home");
        // Two quarter hours that are over, so that the picture, which ends at the last full one, shows them.
        Instant edge = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
        sayUntilHeard(
                line, meter.telegram(edge, 1_000_000, 800), () -> assertThat(Database.importT1Wh(sem, meter.serial()))
                        .containsExactly(1_000_000L));
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
        await("picture").untilAsserted(() -> assertThat(pictureOf("home")).isNotEqualTo(pictureBefore));
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
    void the_telegrams_beside_the_checkout_become_rows_an_answer_a_picture_and_rejected_frames() throws Exception {
        assumeTrue(Files.isDirectory(TELEGRAMS), "skipped: there are no telegrams beside the checkout");
        String pictureBefore = pictureOf("street");
        // They are older than raw readings are kept: what remains of them are quarter hours.
        sayUntilHeard(
                street, shared("be-03-own-serials.txt"), () -> assertThat(Database.quarterHours(sem, "1SEM0000000001"))
                        .hasSize(1));
        // The same telegram, said in many ways; broken ones; a day with a 25th hour; another meter of another country.
        for (String name : List.of(
                "be-04-no-peaks-yet.txt",
                "be-06-units-without-star.txt",
                "bad-01-one-digit-changed.txt",
                "bad-02-wrong-crc.txt",
                "bad-04-starts-mid-telegram.txt",
                "bad-05-garbage-then-good.txt",
                "bad-06-line-feeds-only.txt",
                "bad-03-cut-before-end.txt",
                "bad-07-lower-case-crc.txt",
                "bad-08-non-ascii-byte.txt",
                "bad-10-44kB-without-end.txt",
                "bad-11-cut-then-good.txt",
                "dst-01-autumn-0230S.txt",
                "dst-02-autumn-0230W.txt",
                "dst-03-spring-0300S.txt",
                "dst-04-july-with-W.txt",
                "nl-03-dsmr50-example.txt")) {
            street.write(shared(name));
        }

        await("rows").untilAsserted(() -> {
            assertThat(Database.quarterHours(sem, "K8EG004046395507"))
                    .containsExactly(Instant.parse("2017-01-02T18:20:02Z"));
            assertThat(Database.quarterHours(sem, "1SEM0000000001"))
                    .containsExactly(
                            Instant.parse("2024-10-18T07:14:00Z"),
                            Instant.parse("2024-10-27T00:30:00Z"),
                            Instant.parse("2024-10-27T01:30:00Z"),
                            Instant.parse("2025-03-30T01:00:00Z"),
                            Instant.parse("2025-07-01T11:00:00Z"));
        });
        await("answer").untilAsserted(() -> assertThat(Http.json(sem.history("/api/v1/meters/street/latest"))
                        .path("at")
                        .asText())
                .isEqualTo("2025-07-01T13:00:00+02:00"));
        await("rejected").untilAsserted(() -> assertThat(Rejected.read(sem.kafka()))
                .filteredOn(entry -> entry.meter().equals("street"))
                .extracting(Rejected.Entry::cause, entry -> entry.text().strip())
                .contains(
                        tuple("crc", text("bad-01-one-digit-changed.txt")),
                        tuple("crc", text("bad-02-wrong-crc.txt")),
                        tuple("crc", text("bad-08-non-ascii-byte.txt")),
                        tuple("truncated", text("bad-03-cut-before-end.txt")))
                .extracting(each -> each.toList().get(0))
                .contains("oversize"));
        await("picture").untilAsserted(() -> assertThat(pictureOf("street")).isNotEqualTo(pictureBefore));
    }

    private static byte[] shared(String name) throws IOException {
        return Files.readAllBytes(TELEGRAMS.resolve(name));
    }

    private static String text(String name) throws IOException {
        return new String(shared(name), StandardCharsets.ISO_8859_1).strip();
    }

    private static String pictureOf(String meter) throws Exception {
        return Http.get(sem.display("/display/" + meter + "/day/0.png"))
                .headers()
                .firstValue("ETag")
                .orElseThrow();
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
    private static void sayUntilHeard(SerialLine to, byte[] telegram, ThrowingRunnable heard) {
        await("heard").pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            to.write(telegram);
            heard.run();
        });
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptions();
    }
}
