package energy.sem.history.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * History with an ingest and a gateway behind it, both played by the test that runs. One profile for all who play them: each
 * profile is an application of its own that the test JVM keeps until its end (100 MB).
 */
public final class WithIngest implements QuarkusTestProfile {
    private static final HttpServer SERVER = start();

    private static volatile HttpHandler player = exchange -> {
        exchange.sendResponseHeaders(503, -1);
        exchange.close();
    };

    @Override
    public Map<String, String> getConfigOverrides() {
        String address = "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/";
        return Map.of("sem.ingest.url", address, "sem.gateway.url", address);
    }

    /** From now on this answers. */
    public static void playedBy(HttpHandler handler) {
        player = handler;
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> player.handle(exchange));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
