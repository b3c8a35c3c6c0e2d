package energy.sem.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Metrics;
import energy.sem.ingest.kit.RefusedCommits;
import energy.sem.ingest.kit.Street;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged service on a cluster of databases that refuses a batch when all of it was written and it is committed. */
class RefusedCommitIT {
    private static final String GROUP = "sem-ingest-refused";
    private static final int REFUSED = 3;
    private static final Pattern PORT = Pattern.compile("//[^:/]+:(\\d+)");

    @Test
    void a_batch_whose_commit_is_refused_is_made_again_with_nothing_lost_or_doubled() throws Exception {
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
        Street street = Street.onEachPartition("refused", yesterday, Duration.ofHours(2), Duration.ofSeconds(60), 2);
        String jdbcUrl = TestServices.get().jdbcUrl("sem");
        Matcher port = PORT.matcher(jdbcUrl);
        assertThat(port.find()).isTrue();
        try (Topic topic = new Topic(GROUP);
                RefusedCommits wire = RefusedCommits.to(Integer.parseInt(port.group(1)));
                IngestProcess ingest = IngestProcess.start(
                                "refused",
                                port.replaceFirst("//127.0.0.1:" + wire.port()),
                                TestServices.get()::password,
                                GROUP)
                        .awaitReady()) {
            street.send(topic, 0);
            topic.awaitConsumed();

            wire.refuse(REFUSED);
            street.send(topic, 1);
            await().until(() -> wire.left() == 0);
            topic.awaitConsumed();

            street.assertStored();
            assertThat(ingest.get("/q/metrics").asString()).contains("cause=\"contention\"");
            assertThat(Metrics.sum(ingest.get("/q/metrics"), "sem_ingest_retries_total"))
                    .isGreaterThanOrEqualTo(REFUSED);
            assertThat(street.meters())
                    .allSatisfy(meter -> assertThat(topic.dead(meter)).isEmpty());
            ingest.awaitReady();
        }
    }
}
