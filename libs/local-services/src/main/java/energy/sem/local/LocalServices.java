package energy.sem.local;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import energy.sem.local.kafka.LocalKafka;
import energy.sem.local.mariadb.LocalMariaDb;

/**
 * Kafka and MariaDB, started together and closed together. Their data live in {@code kafka} and {@code mariadb} under one
 * data folder and are kept across starts. Both end with this JVM, however that ends.
 */
public final class LocalServices implements AutoCloseable {

    private final LocalKafka kafka;
    private final LocalMariaDb mariaDb;

    private LocalServices(LocalKafka kafka, LocalMariaDb mariaDb) {
        this.kafka = kafka;
        this.mariaDb = mariaDb;
    }

    /** Starts both on free ports. */
    public static LocalServices start(Path dataFolder) {
        return start(dataFolder, 0, 0);
    }

    /**
     * Starts both at the same time and waits until both are ready. When one fails, the other is stopped again.
     *
     * @param dataFolder made when absent
     * @param kafkaPort on 127.0.0.1; 0 chooses a free one
     * @param mariaDbPort on 127.0.0.1; 0 chooses a free one
     * @throws LocalServiceException one line that says what is wrong: a port, the folder, a missing program
     */
    public static LocalServices start(Path dataFolder, int kafkaPort, int mariaDbPort) {
        CompletableFuture<LocalKafka> kafka =
                CompletableFuture.supplyAsync(() -> LocalKafka.start(dataFolder.resolve("kafka"), kafkaPort));
        LocalMariaDb mariaDb;
        try {
            mariaDb = LocalMariaDb.start(dataFolder.resolve("mariadb"), mariaDbPort);
        } catch (RuntimeException e) {
            kafka.thenAccept(LocalKafka::close)
                    .exceptionally(alsoFailed -> null)
                    .join();
            throw e;
        }
        try {
            return new LocalServices(kafka.join(), mariaDb);
        } catch (CompletionException e) {
            mariaDb.close();
            throw e.getCause() instanceof LocalServiceException known
                    ? known
                    : new LocalServiceException("Kafka cannot be started: " + e.getCause(), e);
        }
    }

    public LocalKafka kafka() {
        return kafka;
    }

    public LocalMariaDb mariaDb() {
        return mariaDb;
    }

    /**
     * Also stops both, and waits for it, when this JVM ends in an orderly way. Without this they end a moment after it; a
     * launcher that has to stop other things first closes them itself instead.
     */
    public LocalServices closeAtExit() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "close-local-services"));
        return this;
    }

    /** Stops both cleanly, in parallel; does nothing the second time. The data stay. */
    @Override
    public void close() {
        CompletableFuture<Void> kafkaClosed = CompletableFuture.runAsync(kafka::close);
        mariaDb.close();
        kafkaClosed.join();
    }
}
