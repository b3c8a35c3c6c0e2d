package energy.sem.source.homewizard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** A device with API v2, as its documentation says that it answers. */
public final class TestDevice implements AutoCloseable {
    public static final String ID = "appliance/p1dongle/5c2faf000001";
    public static final String TOKEN = "0123456789ABCDEF0123456789ABCDEF";

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    public final AtomicInteger requests = new AtomicInteger();
    public volatile boolean buttonPressed;
    public volatile boolean revoked;
    public volatile byte[] telegram = new byte[0];
    public volatile HttpHandler instead;

    public TestDevice(SSLContext tls) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        if (instead != null) {
            instead.handle(exchange);
        } else if (!"2".equals(exchange.getRequestHeaders().getFirst("X-Api-Version"))) {
            error(exchange, 400, "request:unsupported-version");
        } else if (exchange.getRequestURI().getPath().equals("/api/user")) {
            user(exchange);
        } else if (exchange.getRequestURI().getPath().equals("/api/telegram")) {
            telegram(exchange);
        } else {
            error(exchange, 404, "request:not-found");
        }
    }

    private void user(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!exchange.getRequestMethod().equals("POST") || !body.matches("\\{\"name\":\"local/[a-z]+\"}")) {
            error(exchange, 400, "user:invalid-name");
        } else if (buttonPressed) {
            answer(exchange, 200, "{\"token\": \"" + TOKEN + "\", \"name\": \"local/sem\"}");
        } else {
            error(exchange, 403, "user:creation-not-enabled");
        }
    }

    private void telegram(HttpExchange exchange) throws IOException {
        if (revoked || !("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            error(exchange, 401, "user:unauthorized");
        } else {
            answer(exchange, 200, telegram);
        }
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        answer(exchange, status, "{\"error\":{\"code\":\"" + code + "\"}}");
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        answer(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
