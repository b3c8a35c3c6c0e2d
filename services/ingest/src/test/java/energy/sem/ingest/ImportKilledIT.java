package energy.sem.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import energy.sem.event.TelegramEvent;
import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.FluviusFiles.Variant;
import energy.sem.files.made.Household;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Replicas;
import energy.sem.ingest.kit.Tables;
import energy.sem.p1.Register;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two of the packaged service, a meter that is read beside them all the time, and a year that is imported: of an import whose process
 * is killed in the middle nothing is there, and the next one comes out as if it had been alone.
 */
@EnabledIfSystemProperty(named = "sem.test.long", matches = "true")
class ImportKilledIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final String OPEN = "SELECT COALESCE(MAX(trx_rows_modified), 0) FROM information_schema.innodb_trx";

    @RegisterExtension
    final Replicas replicas = new Replicas();

    private final Household truth =
            Household.of(1, BRUSSELS, LocalDate.now(BRUSSELS).minusDays(365), 365);
    private final byte[] file =
            FluviusFiles.quarters(truth, Variant.DUTCH_2025_09, q -> false).getBytes(StandardCharsets.UTF_8);

    @Test
    void what_was_half_done_is_not_there_and_the_next_import_is_as_if_alone() throws Exception {
        IngestProcess one = replicas.start("importing").awaitReady();
        IngestProcess two = replicas.start("beside").awaitReady();
        AtomicInteger read = new AtomicInteger(1);
        replicas.topic().send(List.of(reading("killed", 0)));
        replicas.topic().awaitConsumed();
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        try {
            ScheduledFuture<?> meter = threads.scheduleWithFixedDelay(
                    () -> replicas.topic().send(List.of(reading("killed", read.getAndIncrement()))),
                    0,
                    100,
                    TimeUnit.MILLISECONDS);
            Future<Integer> answer = threads.submit(
                    () -> one.send("/api/v1/meters/killed/imports", file).statusCode());
            // More often than each tenth of a second the server answers with what it said before.
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> answer.isDone() || Tables.number(OPEN) > 3000);
            assertThat(answer).as("it is not done yet").isNotDone();
            one.kill();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Tables.number(OPEN)).isLessThan(1000));
            assertThat(Tables.number("SELECT COUNT(*) FROM import_run")).isZero();
            assertThat(Tables.number("SELECT COUNT(*) FROM import_quarter")).isZero();
            assertThat(Tables.number("SELECT COUNT(*) FROM quarter_hour WHERE first_at < "
                            + truth.edge(truth.quarters()).toEpochMilli()))
                    .as("nothing from before the first live reading")
                    .isZero();

            assertThat(uploads()).as("the file that was being imported").hasSize(1);
            replicas.start("again").awaitReady();
            assertThat(uploads()).as("the next start removes it").isEmpty();

            assertThat(two.send("/api/v1/meters/killed/imports", file)
                            .jsonPath()
                            .getLong("quarters"))
                    .isGreaterThanOrEqualTo(truth.quarters());
            threads.shutdown();
            assertThat(threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("nothing more is sent")
                    .isTrue();
            assertThat(meter.isCancelled()).as("each reading could be sent").isTrue();
        } finally {
            threads.shutdownNow();
        }
        replicas.topic().awaitConsumed();

        for (int second = 0; second < read.get(); second++) {
            replicas.topic().send(List.of(reading("calm", second)));
        }
        replicas.topic().awaitConsumed();
        two.send("/api/v1/meters/calm/imports", file);
        assertThat(Tables.lines(Tables.QUARTERS.formatted("killed")))
                .hasSizeGreaterThan(truth.quarters())
                .isEqualTo(Tables.lines(Tables.QUARTERS.formatted("calm")));
        assertThat(Tables.lines(Tables.DAYS.formatted("killed")))
                .isEqualTo(Tables.lines(Tables.DAYS.formatted("calm")));
    }

    /** The folders of files that are being imported, in the temporary folder of {@link IngestProcess}. */
    private static List<Path> uploads() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("target"))) {
            return all.filter(
                            each -> each.getFileName().toString().startsWith("sem-ingest-") && Files.isDirectory(each))
                    .toList();
        }
    }

    /** One a second from today's midnight on. */
    private TelegramEvent reading(String meter, int second) {
        int last = truth.quarters();
        return Events.at(meter, truth.edge(last).plusSeconds(second))
                .serial(FluviusFiles.METER)
                .registers(
                        truth.at(Register.IMPORT_T1_WH, last) + second,
                        truth.at(Register.IMPORT_T2_WH, last),
                        truth.at(Register.EXPORT_T1_WH, last),
                        truth.at(Register.EXPORT_T2_WH, last))
                .build();
    }
}
