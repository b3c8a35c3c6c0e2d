package energy.sem.system;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A part of the running system fails; the rest goes on, and the part comes back. */
class OutageIT {
    @TempDir
    private static Path data;

    private static RunningSem sem;

    @BeforeAll
    static void start() {
        int portBase = RunningSem.freePortBase();
        List<String> arguments = RunningSem.up(portBase, data);
        arguments.add("--meter=home=simulated?seed=5&history=P2D");
        // A display's patience with history, shortened for the test.
        Map<String, String> impatience = Map.of("SEM_DISPLAY_GRACE", "PT2S", "SEM_DISPLAY_POLL_EVERY", "PT1S");
        sem = RunningSem.start(portBase, data, impatience, arguments).awaitReady();
    }

    @AfterAll
    static void stop() {
        if (sem != null) {
            sem.close();
        }
    }

    @Test
    void a_database_that_dies_comes_back_and_so_do_the_answers() throws Exception {
        RunningSem.signal(sem.pidOf("MariaDB"), "KILL");
        Instant killed = Instant.now();

        await("said so")
                .until(() -> sem.output().contains("MariaDB was killed by signal 9; MariaDB is started again in 1 s.")
                        && sem.output().contains("MariaDB is back after "));
        await("readings from after the death are stored").until(() -> {
            JsonNode meter =
                    Http.json(sem.history("/api/v1/meters")).path("meters").get(0);
            return OffsetDateTime.parse(meter.path("lastReadingAt").asText())
                    .toInstant()
                    .isAfter(killed.plusSeconds(5));
        });
    }

    @Test
    void while_history_is_silent_the_display_gets_a_picture_that_says_so_and_the_usual_one_afterwards()
            throws Exception {
        await("the usual picture").until(() -> status(picture()).equals("ok"));
        long pid = sem.pidOf("history");
        RunningSem.signal(pid, "STOP");
        try {
            await("a banner").until(() -> status(picture()).equals("stale"));
            var image = ImageIO.read(new ByteArrayInputStream(picture().body()));
            assertThat(image.getWidth()).isEqualTo(480);
            assertThat(image.getHeight()).isEqualTo(280);
        } finally {
            RunningSem.signal(pid, "CONT");
        }
        await("the usual picture again").until(() -> status(picture()).equals("ok"));
    }

    @Test
    void a_service_that_dies_is_started_again() throws Exception {
        RunningSem.signal(sem.pidOf("history"), "KILL");

        await("said so")
                .until(() -> sem.output().contains("history was killed by signal 9; history is started again in 1 s.")
                        && sem.output().contains("history is back after "));
        assertThat(Http.get(sem.history("/api/v1/meters/home/latest")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_doctor_finds_nothing_where_all_is_well() {
        await("well").untilAsserted(() -> {
            Doctor doctor = Doctor.ask(data);
            assertThat(doctor.faults()).isEmpty();
            assertThat(doctor.status()).isZero();
            assertThat(doctor.answer().path("verdict").asText()).isEqualTo("well");
            assertThat(doctor.answer().path("findings").size()).isGreaterThanOrEqualTo(15);
        });
    }

    @EnabledIfSystemProperty(
            named = "sem.test.long",
            matches = "true",
            disabledReason = "takes minutes: -Dsem.test.long=true")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "history       | services: history does not answer at ",
                "ingest        | services: ingest does not answer at ",
                "meter-gateway | services: meter-gateway does not answer at ",
                "display-feed  | services: display-feed does not answer at ",
                "Kafka         | Kafka: Kafka does not answer at ",
                "MariaDB       | MariaDB: MariaDB does not answer at "
            })
    void the_doctor_names_what_is_frozen_and_finds_nothing_afterwards(String part, String fault) throws Exception {
        long pid = sem.pidOf(part);
        RunningSem.signal(pid, "STOP");
        try {
            await("named").untilAsserted(() -> {
                Doctor doctor = Doctor.ask(data);
                assertThat(doctor.faults()).anyMatch(each -> each.startsWith(fault));
                assertThat(doctor.status()).isEqualTo(1);
            });
        } finally {
            RunningSem.signal(pid, "CONT");
        }
        await("well again")
                .untilAsserted(() -> assertThat(Doctor.ask(data).faults()).isEmpty());
    }

    @Test
    void the_doctor_says_so_where_nothing_runs() throws Exception {
        assertThat(Doctor.ask(data.resolve("none")).status()).isEqualTo(2);
    }

    private static HttpResponse<byte[]> picture() throws Exception {
        return Http.get(sem.display("/display/home/day/0.png"));
    }

    private static String status(HttpResponse<byte[]> picture) {
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        return picture.headers().firstValue("X-Feed-Status").orElseThrow();
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions();
    }
}
