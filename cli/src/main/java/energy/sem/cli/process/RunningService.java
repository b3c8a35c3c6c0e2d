package energy.sem.cli.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import energy.sem.cli.StartFailure;
import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.KeptProcess;

/** One service as a process that never outlives this one. Its output goes to a log file. Thread-safe. */
public final class RunningService implements KeptProcess, AutoCloseable {
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration LIVE_EVERY = Duration.ofSeconds(10);
    private static final int SHOWN_LINES = 12;

    /** Little memory and a fast start: this is one household on one machine. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms24m",
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true");

    /** What a log may have grown to before a start within one run moves it aside. */
    private static final long LARGE_LOG_BYTES = 4 << 20;

    private final Service service;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final URI base;
    private final HttpClient http;
    private ChildProcess process;
    private boolean closed;
    private long liveAskedNanos = System.nanoTime();
    private final NotLive notLive = new NotLive();

    private RunningService(
            Service service,
            List<String> command,
            Map<String, String> environment,
            Path log,
            URI base,
            HttpClient http) {
        this.service = service;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.base = base;
        this.http = http;
    }

    /**
     * Starts a service; it is ready later.
     *
     * @param checkout the folder in which it was built
     * @param environment its settings, added to this process' own environment
     * @param logs folder for its log file; that of the run before is kept beside it
     * @param port its port
     * @param http asks whether it is ready
     * @throws StartFailure when it was not built or cannot be started
     */
    public static RunningService start(
            Service service, Path checkout, Map<String, String> environment, Path logs, int port, HttpClient http) {
        RunningService running = new RunningService(
                service,
                command(service, checkout),
                Map.copyOf(environment),
                logs.resolve(service.title() + ".log"),
                URI.create("http://127.0.0.1:" + port),
                http);
        running.moveLogAside();
        running.restart();
        return running;
    }

    /**
     * The program and the arguments that a service is started with.
     *
     * @throws StartFailure when it was not built
     */
    public static List<String> command(Service service, Path checkout) {
        Path jar = service.application(checkout).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StartFailure(
                    service.title() + " is not built (no " + jar + "): delete .sem/built and try again.");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-jar", jar.toString()));
        return List.copyOf(command);
    }

    /**
     * Starts it again with the same settings; does nothing when it runs or was closed. What it logged before it ended stays in
     * the log, unless that has grown large: then it is in the one beside it.
     *
     * @throws StartFailure when it cannot be started
     */
    @Override
    public synchronized void restart() {
        if (closed || (process != null && process.isAlive())) {
            return;
        }
        if (log.toFile().length() > LARGE_LOG_BYTES) {
            moveLogAside();
        }
        process = ChildProcess.start(service.title(), command, environment, log);
    }

    private void moveLogAside() {
        try {
            if (Files.exists(log)) {
                Files.move(
                        log, log.resolveSibling(service.title() + ".before.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartFailure("cannot write to " + log.getParent() + ": " + e.getMessage(), e);
        }
    }

    public Service service() {
        return service;
    }

    /** The process of its last start. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Where it answers on this machine. */
    public URI base() {
        return base;
    }

    public Path log() {
        return log;
    }

    @Override
    public String name() {
        return service.title();
    }

    @Override
    public synchronized String endInWords() {
        return process.endInWords();
    }

    @Override
    public synchronized boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it says that it is ready. */
    @Override
    public boolean isReady() throws InterruptedException {
        return health("ready").filter(answer -> answer.statusCode() == 200).isPresent();
    }

    @Override
    public Optional<String> endIfItCannotGoOn() throws InterruptedException {
        if (System.nanoTime() - liveAskedNanos < LIVE_EVERY.toNanos()) {
            return Optional.empty();
        }
        Optional<HttpResponse<String>> answer = health("live");
        liveAskedNanos = System.nanoTime();
        if (answer.isEmpty()) {
            notLive.saidNothing();
            return Optional.empty();
        }
        Optional<String> down =
                notLive.answered(answer.get().statusCode(), answer.get().body());
        if (down.isPresent()) {
            end();
        }
        return down.map(words -> service.title() + " said that it cannot go on" + words);
    }

    private synchronized void end() {
        process.stop(STOP_PATIENCE);
    }

    /** Empty when it does not answer: it is not listening yet, or is frozen. */
    private Optional<HttpResponse<String>> health(String kind) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(base.resolve("/q/health/" + kind))
                .timeout(PROBE_PATIENCE)
                .build();
        try {
            return Optional.of(http.send(probe, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The end of its log, for a person who wants to know why. */
    public String lastWords() {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
            return String.join("\n", last.stream().map(line -> "    " + line).toList()) + "\n    The whole log: " + log;
        } catch (IOException e) {
            return "    Its log " + log + " cannot be read: " + e.getMessage();
        }
    }

    /** Stops it and waits until it is gone. */
    @Override
    public synchronized void close() {
        closed = true;
        process.stop(STOP_PATIENCE);
    }
}
