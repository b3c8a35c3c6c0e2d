package energy.sem.display.history;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * An HTTP server in history's place, for what the real one cannot be made to do: to stall, to break off, to answer
 * rubbish, to be gone and come back. Its figures are those of {@link InventedHome}.
 */
public class StandInHistory implements AutoCloseable {
    /** How it behaves. */
    public enum Mood {
        WELL,
        /** Accepts, and never answers. */
        STALLS,
        /** Sends the head and half of the body, then nothing more. */
        STALLS_HALFWAY,
        ANSWERS_500,
        ANSWERS_503,
        REFUSES,
        ANSWERS_HTML,
        ANSWERS_BROKEN_JSON,
        ANSWERS_OTHER_JSON,
        ANSWERS_NULL,
        /** More bytes than any answer of history has. */
        ANSWERS_WITHOUT_END,
        HAS_NO_METER,
        REDIRECTS
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final InventedHome home;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;
    private volatile String readers = "{\"readers\":[]}";
    private volatile String moodOnlyFor = "";

    /** A server on a free port. */
    public StandInHistory(InventedHome home) throws IOException {
        this(home, 0);
    }

    /** A server on this port, for one that comes back. */
    public StandInHistory(InventedHome home, int port) throws IOException {
        this.home = home;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** One whose newest reading is the one the clock says. */
    public static StandInHistory of(Supplier<Instant> now) throws IOException {
        return new StandInHistory(new InventedHome(now));
    }

    public URI uri() {
        return URI.create("http://localhost:" + port());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public InventedHome home() {
        return home;
    }

    public void is(Mood next) {
        moodOnlyFor = "";
        mood = next;
    }

    /** Behaves so only where the address contains this. */
    public void isOnlyFor(String part, Mood next) {
        moodOnlyFor = part;
        mood = next;
    }

    /** Who may read, as JSON; nobody beside the settings until this is said. */
    public void letsRead(String json) {
        readers = json;
    }

    /** The addresses that were asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    public void forgetAsked() {
        asked.clear();
    }

    /** The read keys that came. */
    public List<String> keys() {
        return keys;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String address = exchange.getRequestURI().toString();
        asked.add(address);
        String key = exchange.getRequestHeaders().getFirst("X-API-Key");
        if (key != null) {
            keys.add(key);
        }
        Mood now = address.contains(moodOnlyFor) ? mood : Mood.WELL;
        try (exchange) {
            switch (now) {
                case WELL -> well(exchange);
                case STALLS -> closing.await();
                case STALLS_HALFWAY -> stallHalfway(exchange);
                case ANSWERS_500 -> send(exchange, 500, "{\"status\":500}");
                case ANSWERS_503 -> send(exchange, 503, "{\"status\":503}");
                case REFUSES -> send(exchange, 403, "{\"status\":403}");
                case ANSWERS_HTML -> send(exchange, 200, "<!doctype html><title>router</title>");
                case ANSWERS_BROKEN_JSON -> send(exchange, 200, "{\"zone\":\"Europe/Brussels\",\"met");
                case ANSWERS_OTHER_JSON ->
                    send(exchange, 200, "{\"zone\":7,\"meters\":{\"a\":[1,2]},\"buckets\":[{}]}");
                case ANSWERS_NULL -> send(exchange, 200, "null");
                case ANSWERS_WITHOUT_END -> withoutEnd(exchange);
                case HAS_NO_METER -> send(exchange, 200, "{\"zone\":\"Europe/Brussels\",\"meters\":[]}");
                case REDIRECTS -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    send(exchange, 302, "");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer was made; a test in which something happens between two answers does it here. */
    protected void answered(String address) {
        // Nothing happens.
    }

    private void well(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        List<String> path = Arrays.asList(uri.getPath().split("/", -1));
        Map<String, String> query = uri.getRawQuery() == null
                ? Map.of()
                : Arrays.stream(uri.getRawQuery().split("&", -1))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        if (uri.getPath().equals("/api/v1/readers")) {
            send(exchange, 200, readers);
        } else if (path.size() == 4) {
            send(exchange, 200, home.meters());
        } else if (!path.get(4).equals("home") && !path.get(4).equals("barn")) {
            send(exchange, 404, "{\"status\":404}");
        } else if (path.get(5).equals("peaks")) {
            send(exchange, 200, home.peaks(Integer.parseInt(query.get("months"))));
        } else if (path.get(5).equals("price") || path.get(5).equals("bill")) {
            String answer = path.get(5).equals("price") ? home.price() : home.bill();
            send(exchange, answer.isEmpty() ? 404 : 200, answer.isEmpty() ? "{\"status\":404}" : answer);
        } else if (path.size() == 7) {
            send(
                    exchange,
                    200,
                    home.period(
                            path.get(4),
                            query.getOrDefault("step", ""),
                            path.get(6),
                            Integer.parseInt(query.get("offset")),
                            "last-quarter".equals(query.get("until"))));
        } else {
            send(exchange, 400, "{\"status\":400}");
        }
    }

    private void stallHalfway(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"zone\":".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        closing.await();
    }

    private void withoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] blanks = " ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream body = exchange.getResponseBody()) {
            while (closing.getCount() > 0) {
                body.write(blanks);
            }
        }
    }

    private void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        answered(exchange.getRequestURI().toString());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
