package energy.sem.ingest;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import energy.sem.ingest.kit.IngestProcess;
import energy.sem.ingest.kit.Replicas;
import energy.sem.ingest.kit.Street;
import energy.sem.ingest.kit.Tables;
import energy.sem.ingest.kit.Topic;
import energy.sem.local.test.TestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** As {@link CrashIT}, for as long as one likes: anything at any moment, by a seed that is said. README.md has the command. */
@EnabledIfSystemProperty(
        named = "sem.crash.rounds",
        matches = "[1-9]\\d*",
        disabledReason = "on demand: how many rounds, such as -Dsem.crash.rounds=30")
class CrashLoopIT {
    private static final int ROUNDS = Integer.getInteger("sem.crash.rounds", 1);
    private static final int MOST_REPLICAS = 3;

    @RegisterExtension
    final Replicas replicas = new Replicas();

    private final long seed = Long.getLong("sem.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<IngestProcess> running = new ArrayList<>();
    private int started;

    @Test
    void whatever_happens_at_any_moment_the_tables_are_those_of_an_undisturbed_run() throws SQLException {
        System.out.printf("-Dsem.crash.rounds=%d -Dsem.crash.seed=%d%n", ROUNDS, seed);
        Instant yesterday = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(1));
        Street street = Street.onEachPartition(
                "loop" + Long.toUnsignedString(seed, 36),
                yesterday,
                Duration.ofHours(12),
                Duration.ofSeconds(6),
                ROUNDS);
        Topic topic = replicas.topic();
        add().awaitReady();
        for (int round = 0; round < ROUNDS; round++) {
            long before = topic.size();
            street.send(topic, round);
            // Any moment between now and when all of it is stored.
            long some = before + (long) (random.nextDouble() * (topic.size() - before));
            await().atMost(Duration.ofMinutes(5)).until(() -> topic.committed() >= some);
            System.out.printf("round %d: %s%n", round, disturb());
        }
        topic.awaitConsumed();

        street.assertStored();
        assertThat(topic.dead()).isEmpty();
        Map<String, String> disturbed = Tables.contentSums();
        replicas.undisturbedRun();
        assertThat(Tables.contentSums()).as("seed %d", seed).isEqualTo(disturbed);
    }

    private String disturb() {
        switch (random.nextInt(6)) {
            case 0 -> {
                TestServices.get().killMariaDb();
                TestServices.get().startMariaDb();
                return "the database was killed";
            }
            case 1 -> {
                TestServices.get().killKafka();
                TestServices.get().startKafka();
                return "the broker was killed";
            }
            case 2 -> {
                any().kill();
                running.removeIf(each -> !each.isAlive());
                add();
                return "a replica was killed";
            }
            case 3 -> {
                IngestProcess sleeper = any();
                sleeper.freeze();
                // Until the broker misses it, if it has joined at all.
                replicas.topic().awaitFewerMembersThan(running.size());
                sleeper.thaw();
                return "a replica fell asleep";
            }
            case 4 -> {
                if (running.size() < MOST_REPLICAS) {
                    add();
                    return "a replica was added";
                }
                return "nothing";
            }
            default -> {
                if (running.size() > 1) {
                    any().stop();
                    running.removeIf(each -> !each.isAlive());
                    return "a replica was removed";
                }
                return "nothing";
            }
        }
    }

    private IngestProcess add() {
        IngestProcess replica = replicas.start("loop" + started++);
        running.add(replica);
        return replica;
    }

    private IngestProcess any() {
        return running.get(random.nextInt(running.size()));
    }
}
