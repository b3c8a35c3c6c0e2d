package energy.sem.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

import energy.sem.local.process.FreePort;

import static org.assertj.core.api.Assertions.assertThat;

/** One {@code ./sem up} on free ports, as a process of its own. */
public final class RunningSem implements AutoCloseable {
    /** Where the tests put Kafka and MariaDB, above the first HTTP port. */
    private static final int KAFKA = 4;

    private static final int MARIADB = 5;

    private final Process process;
    private final int portBase;
    private final Path data;
    private final Path output;

    private RunningSem(Process process, int portBase, Path data, Path output) {
        this.process = process;
        this.portBase = portBase;
        this.data = data;
        this.output = output;
    }

    /** Starts it with a data folder, free ports and further options. */
    public static RunningSem start(Path data, String... options) {
        int portBase = freePortBase();
        List<String> arguments = up(portBase, data);
        arguments.addAll(List.of(options));
        return start(portBase, data, Map.of(), arguments);
    }

    /** The same of another checkout, which has been built. */
    static RunningSem startOf(Path checkout, Path data, String... options) {
        int portBase = freePortBase();
        List<String> arguments = up(portBase, data);
        arguments.addAll(List.of(options));
        return start(portBase, data, command(checkout, arguments));
    }

    /** {@code up} with a data folder and all six ports from a base on. */
    public static List<String> up(int portBase, Path data) {
        return new ArrayList<>(List.of(
                "up",
                "--data=" + data,
                "--port-base=" + portBase,
                "--kafka-port=" + (portBase + KAFKA),
                "--mariadb-port=" + (portBase + MARIADB)));
    }

    /** {@code ./sem} with these arguments, to be started; it is what this checkout has built. */
    static ProcessBuilder command(List<String> arguments) {
        return command(checkout(), arguments);
    }

    /** What is tested. */
    static Path checkout() {
        return Path.of(System.getProperty("sem.checkout")).toAbsolutePath().normalize();
    }

    private static ProcessBuilder command(Path checkout, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(checkout));
        command.addAll(List.of(
                "-Dsem.checkout=" + checkout,
                "-jar",
                checkout.resolve("cli/target/sem-cli.jar").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** What the script {@code sem} says to the JVM. */
    private static List<String> flags(Path checkout) {
        try {
            Matcher line = Pattern.compile("^exec \"\\$java\" (-X.*?) -Dsem", Pattern.MULTILINE)
                    .matcher(Files.readString(checkout.resolve("sem")));
            assertThat(line.find()).as("%s/sem says flags", checkout).isTrue();
            return List.of(line.group(1).split(" ", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code ./sem} with exactly these arguments and these variables added to the environment. */
    public static RunningSem start(int portBase, Path data, Map<String, String> environment, List<String> arguments) {
        ProcessBuilder builder = command(arguments);
        builder.environment().putAll(environment);
        return start(portBase, data, builder);
    }

    private static RunningSem start(int portBase, Path data, ProcessBuilder builder) {
        try {
            Path output = Files.createTempFile("sem-up", ".log");
            builder.redirectErrorStream(true).redirectOutput(output.toFile());
            return new RunningSem(builder.start(), portBase, data, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready; stops it when it does not. */
    public RunningSem awaitReady() {
        try {
            Awaitility.await("ready")
                    .atMost(Duration.ofMinutes(6))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !process.isAlive() || output().contains("Ready after "));
            assertThat(process.isAlive())
                    .as("alive, having said:\n%s", output())
                    .isTrue();
            return this;
        } catch (AssertionError | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Waits until it has ended, and returns its exit status. */
    int awaitEnd(Duration patience) throws InterruptedException {
        assertThat(process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS))
                .as("ended within %s, having said:\n%s", patience, output())
                .isTrue();
        return process.exitValue();
    }

    /** Sends a signal, such as {@code TERM}, by name. */
    void signal(String name) throws IOException, InterruptedException {
        signal(process.pid(), name);
    }

    static void signal(long pid, String name) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    /** Every process that it has started, and those that they started. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** The process of a part: a service such as {@code history}, {@code Kafka} or {@code MariaDB}. */
    public long pidOf(String part) {
        if (part.equals("Kafka") || part.equals("MariaDB")) {
            return localPid(data.resolve(part.toLowerCase(Locale.ROOT)).resolve("pid"));
        }
        return children().stream()
                .filter(child -> child.info()
                        .commandLine()
                        .filter(line -> line.contains("services/" + part + "/") && !line.startsWith("/bin/sh"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " does not run"))
                .pid();
    }

    private static long localPid(Path file) {
        try {
            return Long.parseLong(Files.readString(file).split(" ", -1)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a process still runs; one that only waits for its parent to notice its end does not. */
    static boolean runs(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    public long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path data() {
        return data;
    }

    int portBase() {
        return portBase;
    }

    public URI gateway(String path) {
        return http(0, path);
    }

    public URI history(String path) {
        return http(1, path);
    }

    URI ingest(String path) {
        return http(2, path);
    }

    public URI display(String path) {
        return http(3, path);
    }

    String kafka() {
        return "127.0.0.1:" + (portBase + KAFKA);
    }

    int mariaDbPort() {
        return portBase + MARIADB;
    }

    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + mariaDbPort() + "/sem";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("./sem up does not stop, having said:\n" + output());
            }
            Files.deleteIfExists(output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI http(int port, String path) {
        return URI.create("http://127.0.0.1:" + (portBase + port) + path);
    }

    /** A first port with which all six are free, below all that systems hand out to outgoing connections (some from 16000 on). */
    public static int freePortBase() {
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(1_100, 15_900))
                .limit(1000)
                .filter(base -> IntStream.rangeClosed(base, base + MARIADB).allMatch(FreePort::isFree))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no free ports"));
    }
}
