package energy.sem.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import energy.sem.local.LocalServices;

/**
 * What one meter at 1 Hz writes to the disk through Kafka (every message flushed, as on a single broker), MariaDB and
 * ingest, by {@code sem.ingest.linger}; Linux only. Arguments: ingest's {@code quarkus-run.jar}, the minutes to measure
 * each, the lingers.
 */
public final class DiskWrites {
    private static final double MINUTES_A_DAY = 24 * 60;

    public static void main(String[] args) throws Exception {
        Path jar = Path.of(args[0]);
        int minutes = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("sem-disk-writes-");
        try (LocalServices services = LocalServices.start(folder);
                LoadTopic topic = new LoadTopic(services.kafka().bootstrapServers())) {
            System.out.println("linger, MB a day: Kafka, MariaDB, ingest, together");
            for (String linger : List.of(args).subList(2, args.length)) {
                try (IngestService ingest = IngestService.start(jar, services, folder, Duration.parse(linger))) {
                    measure(linger, minutes, services, topic, ingest);
                }
            }
        }
    }

    private static void measure(
            String linger, int minutes, LocalServices services, LoadTopic topic, IngestService ingest)
            throws Exception {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("Kafka", services.kafka().pid());
        pids.put("MariaDB", services.mariaDb().pid());
        pids.put("ingest", ingest.pid());
        long seconds = minutes * 60L;
        // The first minute opens files and partitions, which happens once a day and once a start.
        Ticks ticks = new Ticks(topic, 60);
        ticks.run();
        Map<String, Long> before = written(pids);
        new Ticks(topic, seconds).run();
        Map<String, Long> after = written(pids);
        StringBuilder line = new StringBuilder(linger);
        double all = 0;
        for (String name : pids.keySet()) {
            double megabytes = (after.get(name) - before.get(name)) / 1e6 * MINUTES_A_DAY / minutes;
            all += megabytes;
            line.append(String.format(Locale.ROOT, ", %.0f", megabytes));
        }
        System.out.println(line.append(String.format(Locale.ROOT, ", %.0f", all)));
    }

    private static Map<String, Long> written(Map<String, Long> pids) throws IOException {
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (Map.Entry<String, Long> each : pids.entrySet()) {
            String line = Files.readAllLines(Path.of("/proc", Long.toString(each.getValue()), "io")).stream()
                    .filter(counter -> counter.startsWith("write_bytes:"))
                    .findFirst()
                    .orElseThrow();
            bytes.put(
                    each.getKey(),
                    Long.parseLong(line.substring("write_bytes:".length()).trim()));
        }
        return bytes;
    }

    /** An event each second, for so many seconds. */
    private record Ticks(LoadTopic topic, long seconds) {
        void run() throws InterruptedException {
            ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
            CountDownLatch left = new CountDownLatch(Math.toIntExact(seconds));
            ScheduledFuture<?> ticking = clock.scheduleAtFixedRate(() -> tick(left), 0, 1, TimeUnit.SECONDS);
            left.await();
            ticking.cancel(false);
            clock.shutdown();
        }

        private void tick(CountDownLatch left) {
            try {
                topic.send(
                        List.of("onehertz"),
                        1,
                        Duration.ofSeconds(1),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                left.countDown();
            }
        }
    }

    private DiskWrites() {}
}
