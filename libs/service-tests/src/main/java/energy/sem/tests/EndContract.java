package energy.sem.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static energy.sem.tests.Waiting.await;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the packaged service of every module ends when it is told to (SIGTERM), as a cluster starts it: with some time for the work
 * that it has. Whoever extends it says what the service needs, and of a request that takes long.
 */
public abstract class EndContract {
    /** What the cluster gives is 20 s; here it is more than a busy machine needs for what takes a moment. */
    private static final Duration TIME_FOR_WORK = Duration.ofMinutes(2);

    private static final Duration A_MOMENT = Duration.ofSeconds(30);
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern ACTIVE = Pattern.compile("(?m)^http_server_active_requests(?:\\{[^}]*})? (\\S+)$");

    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    protected Path folder;

    private HttpServer neighbour;
    private Process service;
    private Path log;

    /** The service's environment besides its port, which need not name neighbours that are there. */
    protected abstract Map<String, String> environment() throws Exception;

    /** A request up to where the service begins to work on it; it is not answered before {@link #rest} is sent. */
    protected abstract String begin();

    /** What is sent of the request when the service has been told to end. */
    protected String rest() {
        return "";
    }

    /** How the answer begins. */
    protected abstract String answer();

    /** Waits until the service can do what is asked. */
    protected void awaitAble() throws Exception {
        // It is listening, and that is enough.
    }

    /** What the neighbour answers; whoever asks it waits for that until the service has been told to end. */
    protected void answerAsNeighbour(HttpExchange asked) throws Exception {
        waitForEnd();
        asked.sendResponseHeaders(200, 2);
        asked.getResponseBody().write("{}".getBytes(UTF_8));
    }

    /** Waits, in a neighbour, until the service has been told to end. */
    protected final void waitForEnd() throws InterruptedException {
        assertThat(released.await(TIME_FOR_WORK.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /** A service beside the one that is tested, which keeps it waiting. */
    protected final URI neighbour() {
        return URI.create("http://127.0.0.1:" + neighbour.getAddress().getPort());
    }

    /** What the service answers to a request without a body, head and all. */
    protected final String get(String path) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n")
                            .getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8).replace("\r", "");
        }
    }

    @BeforeEach
    void start() throws Exception {
        neighbour = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        neighbour.setExecutor(threads);
        neighbour.createContext("/", exchange -> {
            try (exchange) {
                answerAsNeighbour(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        neighbour.start();
        log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        Path.of("target", "quarkus-app", "quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_SHUTDOWN_TIMEOUT", TIME_FOR_WORK.toSeconds() + "S");
        builder.environment().putAll(environment());
        service = builder.start();
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> get("/q/health/live")
                .startsWith("HTTP/1.1 200"));
    }

    @AfterEach
    void kill() {
        released.countDown();
        service.destroyForcibly();
        neighbour.stop(0);
        threads.shutdownNow();
    }

    @Test
    void an_idle_service_ends_at_once() throws Exception {
        service.destroy();

        assertEndsInAMoment();
    }

    @Test
    void a_busy_service_answers_first_and_then_ends_at_once() throws Exception {
        awaitAble();
        double before = requestsUnderWay();
        try (Socket busy = connect()) {
            busy.getOutputStream().write(begin().getBytes(ISO_8859_1));
            await().until(() -> requestsUnderWay() > before);

            service.destroy();
            await().ignoreExceptions().until(() -> !service.isAlive() || tellsOthersToGo());
            released.countDown();
            busy.getOutputStream().write(rest().getBytes(ISO_8859_1));

            assertThat(head(busy.getInputStream())).startsWith(answer());
        }
        assertEndsInAMoment();
    }

    private void assertEndsInAMoment() throws Exception {
        assertThat(service.waitFor(A_MOMENT.toSeconds(), TimeUnit.SECONDS))
                .as(() -> "it ended:\n" + said())
                .isTrue();
    }

    private double requestsUnderWay() throws IOException {
        String metrics = get("/q/metrics");
        Matcher active = ACTIVE.matcher(metrics);
        assertThat(active.find()).as(metrics).isTrue();
        return Double.parseDouble(active.group(1));
    }

    /** Who is ending closes connections that it might have kept. */
    private boolean tellsOthersToGo() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));
            return head(socket.getInputStream()).toLowerCase(Locale.ROOT).contains("\r\nconnection: close\r\n");
        }
    }

    private Socket connect() throws IOException {
        Matcher listening = LISTENING.matcher(said());
        if (!listening.find()) {
            throw new IOException("it does not listen yet");
        }
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(listening.group(1)).getPort());
        socket.setSoTimeout((int) TIME_FOR_WORK.toMillis());
        return socket;
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    private static String head(InputStream from) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = from.read(); next >= 0; next = from.read()) {
            head.write(next);
            if (head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(ISO_8859_1);
    }
}
