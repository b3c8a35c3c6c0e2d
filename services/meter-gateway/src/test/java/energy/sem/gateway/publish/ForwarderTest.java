package energy.sem.gateway.publish;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.gateway.backlog.Backlog;

import static energy.sem.tests.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ForwarderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    /** A Kafka that fails by a fault, then refuses, then takes all. */
    private static final class Recovering extends KafkaRecords {
        private final AtomicInteger tries = new AtomicInteger();
        private final List<String> taken = new CopyOnWriteArrayList<>();

        Recovering() {
            super(null, null);
        }

        @Override
        CompletableFuture<Void> send(String topic, String key, byte[] value, List<RecordHeader> headers) {
            switch (tries.getAndIncrement()) {
                case 0 -> throw new IllegalStateException("a fault");
                case 1, 2 -> {
                    return CompletableFuture.failedFuture(new NotSafeException("not now"));
                }
                default -> {
                    taken.add(new String(value, UTF_8));
                    return CompletableFuture.completedFuture(null);
                }
            }
        }
    }

    @Test
    void what_waits_is_sent_in_order_though_it_failed_at_first() throws Exception {
        try (Backlog backlog = Backlog.open(folder, 1 << 20, Duration.ofDays(7), Clock.systemUTC())) {
            backlog.append("home", List.of("a".getBytes(UTF_8), "b".getBytes(UTF_8)))
                    .join();
            Recovering kafka = new Recovering();
            Lane lane = new Lane("home", kafka, backlog, () -> {}, true);

            try (Forwarder forwarder = new Forwarder(kafka, backlog, List.of(lane))) {
                forwarder.start();
                await().atMost(PATIENCE).until(() -> !lane.isBehind());

                assertThat(kafka.taken).containsExactly("a", "b");
                assertThat(backlog.isEmpty("home")).isTrue();
                assertThat(forwarder.isKafkaAway()).isFalse();
            }
        }
    }

    @Test
    void closing_while_it_sends_leaves_the_disk_to_those_who_still_write() throws Exception {
        try (Backlog backlog = Backlog.open(folder, 1 << 30, Duration.ofDays(7), Clock.systemUTC())) {
            byte[] large = new byte[64 * 1024];
            // More than the store keeps in memory: it is read from the disk.
            backlog.append("home", Collections.nCopies(200, large)).join();
            Recovering kafka = new Recovering();
            kafka.tries.set(10);
            Lane lane = new Lane("home", kafka, backlog, () -> {}, true);
            Forwarder forwarder = new Forwarder(kafka, backlog, List.of(lane));
            forwarder.start();
            await().atMost(PATIENCE).until(() -> !kafka.taken.isEmpty());

            forwarder.close();

            assertThat(backlog.append("roof", List.of(large))).succeedsWithin(PATIENCE);
        }
    }
}
