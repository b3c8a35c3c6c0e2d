package energy.sem.local.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

import org.apache.kafka.common.Uuid;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.FreePort;
import energy.sem.local.process.KeptProcess;
import energy.sem.local.process.OwnedFolder;
import energy.sem.local.process.PortTakenException;

/**
 * A Kafka broker (KRaft, its own controller) in a process of its own on 127.0.0.1. Topics are never made by themselves:
 * the gateway, or the test, creates them. Its data folder is formatted on first use and kept. The process ends with
 * {@link #close()} and with this JVM, however that ends. Safe for use by several threads.
 */
public final class LocalKafka implements KeptProcess, AutoCloseable {

    private static final String NAME = "Kafka";
    private static final Duration START_PATIENCE = Duration.ofMinutes(3);
    private static final int ATTEMPTS = 3;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

    private final OwnedFolder folder;
    private final int port;
    private final IntSupplier controllerPorts;
    private final Map<Integer, Integer> doors;
    private final Optional<BrokerNode> node;
    private volatile ChildProcess process;

    private LocalKafka(
            OwnedFolder folder,
            int port,
            IntSupplier controllerPorts,
            Map<Integer, Integer> doors,
            Optional<BrokerNode> node) {
        this.folder = folder;
        this.port = port;
        this.controllerPorts = controllerPorts;
        this.doors = Map.copyOf(doors);
        this.node = node;
    }

    /**
     * Starts a broker and waits until it serves clients.
     *
     * @param dataFolder its own folder, made when absent
     * @param port on 127.0.0.1; 0 chooses a free one
     * @throws LocalServiceException when the port is taken, the folder is in use or cannot be written,
     *     or the broker does not start
     */
    public static LocalKafka start(Path dataFolder, int port) {
        return start(dataFolder, port, FreePort::find);
    }

    /**
     * Starts one that listens on further ports too.
     *
     * @param doors by port of 127.0.0.1, the port that clients who came by it are told to come back to: that of a proxy in
     *     front of it
     */
    public static LocalKafka start(Path dataFolder, int port, Map<Integer, Integer> doors) {
        return start(dataFolder, port, FreePort::find, doors);
    }

    static LocalKafka start(Path dataFolder, int port, IntSupplier controllerPorts) {
        return start(dataFolder, port, controllerPorts, Map.of());
    }

    private static LocalKafka start(
            Path dataFolder, int port, IntSupplier controllerPorts, Map<Integer, Integer> doors) {
        LocalKafka kafka = new LocalKafka(
                OwnedFolder.take(dataFolder),
                port == 0 ? FreePort.find() : port,
                controllerPorts,
                doors,
                Optional.empty());
        try {
            kafka.restart();
            return kafka;
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    /**
     * Starts several brokers that are one cluster, each a controller too, for tests.
     *
     * @param dataFolder in which each has its own
     */
    public static List<LocalKafka> startCluster(Path dataFolder, List<BrokerPorts> ports) {
        List<LocalKafka> brokers = BrokerNode.cluster(Uuid.randomUuid().toString(), ports).stream()
                .map(node -> new LocalKafka(
                        OwnedFolder.take(dataFolder.resolve(node.name())),
                        node.ports().clients(),
                        () -> node.ports().controller(),
                        Map.of(),
                        Optional.of(node)))
                .toList();
        try {
            // None is ready before most are there.
            CompletableFuture.allOf(brokers.stream()
                            .map(broker -> CompletableFuture.runAsync(broker::restart))
                            .toArray(CompletableFuture[]::new))
                    .join();
            return brokers;
        } catch (RuntimeException e) {
            brokers.forEach(LocalKafka::close);
            throw e;
        }
    }

    /** {@code 127.0.0.1:port}, for {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + node.map(each -> each.ports().clientsDoor()).orElse(port);
    }

    @Override
    public String name() {
        return node.map(each -> NAME + " " + each.name()).orElse(NAME);
    }

    public int port() {
        return port;
    }

    /** The broker's process id, of the last start. */
    public synchronized long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        ChildProcess running = process;
        return running != null && running.isAlive();
    }

    /** As {@link #isAlive()}: a start waits until it is ready. */
    @Override
    public boolean isReady() {
        return isAlive();
    }

    @Override
    public String endInWords() {
        return process.endInWords();
    }

    /** Stops the broker cleanly; {@link #restart()} brings it back. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    /** Ends the broker as a power cut would; {@link #restart()} brings it back. */
    public synchronized void kill() {
        process.kill();
    }

    /** Stops the broker's clock: it keeps its connections and answers nothing until {@link #thaw()}. */
    public synchronized void freeze() {
        process.freeze();
    }

    /** The frozen broker goes on. */
    public synchronized void thaw() {
        process.thaw();
    }

    /** Starts the stopped broker on the same port with the same data, and waits until it serves clients. */
    @Override
    public synchronized void restart() {
        if (process != null && process.isAlive()) {
            return;
        }
        for (int attempt = 1; ; attempt++) {
            FreePort.require(port, NAME);
            try {
                startOnce();
                return;
            } catch (PortTakenException e) {
                // A port can be taken between looking and listening, such as the controller's, chosen anew each time.
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void startOnce() {
        Path ready = folder.path().resolve("ready");
        Path settings = folder.path().resolve("broker.properties");
        try (OutputStream out = Files.newOutputStream(settings)) {
            Files.deleteIfExists(ready);
            Properties lone = BrokerSettings.of(folder.path().resolve("data"), port, controllerPorts.getAsInt(), doors);
            node.map(each -> each.of(lone)).orElse(lone).store(out, "written at each start");
        } catch (IOException e) {
            throw new LocalServiceException("cannot write " + settings + ": " + e.getMessage(), e);
        }
        process = ChildProcess.start(
                name(), command(settings, ready), folder.path().resolve("kafka.log"));
        try {
            folder.usedBy(process);
            process.awaitReady(() -> Files.exists(ready), START_PATIENCE);
        } catch (RuntimeException e) {
            process.stop(STOP_PATIENCE);
            throw e;
        }
    }

    /** Stops the broker and gives the folder back. The data stay. */
    @Override
    public void close() {
        stop();
        folder.close();
    }

    private List<String> command(Path settings, Path ready) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xms32m",
                "-XX:+UseSerialGC",
                // C1 only: the broker is ready sooner, and its work here is small.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=" + BrokerLog.class.getName(),
                "-Dslf4j.internal.verbosity=WARN",
                "-cp",
                BrokerClassPath.find(),
                BrokerMain.class.getName(),
                settings.toString(),
                ready.toString()));
        node.ifPresent(each -> command.add(each.clusterId()));
        return command;
    }
}
