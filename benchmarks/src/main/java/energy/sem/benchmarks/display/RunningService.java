package energy.sem.benchmarks.display;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A packaged Quarkus service as a process of its own, on a free port of loopback. Every one gets the same JVM and flags. */
final class RunningService implements AutoCloseable {
    /** As ./sem up starts services, but with the optimizing compiler: rates are of a service that has run for a while. */
    private static final List<String> FLAGS = List.of("-Xms128m", "-Xmx128m", "-XX:+UseSerialGC");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private RunningService(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until its port is open.
     *
     * @param folder of the module, below the checkout; built before
     * @param properties settings, each name=value
     */
    static RunningService start(String folder, String... properties) throws IOException, InterruptedException {
        Path jar = Path.of(folder, "target", "quarkus-app", "quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IOException(jar + " is missing: run this in the checkout, after mvn package");
        }
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=" + port);
        for (String property : properties) {
            command.add("-D" + property);
        }
        command.add("-jar");
        command.add(jar.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        RunningService service = new RunningService(process, port);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        service.awaitPort(folder);
        return service;
    }

    private void awaitPort(String folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                // Not yet: look again, unless it has ended meanwhile.
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
        close();
        throw new IOException(folder + " does not start");
    }

    int port() {
        return port;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The processor time it has used so far, all its threads together. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
