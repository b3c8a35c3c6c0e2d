package energy.sem.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/** A history that says who may read, and nothing else. */
public final class PlayedReaders {
    // By a property of the JVM: Quarkus loads test classes twice.
    private static final String SAID = "bridge.readers.in.test";

    private PlayedReaders() {}

    /** Starts one, which says nobody until something else is {@linkplain #say said}; its address. */
    public static String start() {
        say("{\"readers\":[]}");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                boolean asked = exchange.getRequestURI().getPath().equals("/api/v1/readers");
                byte[] answer = (asked ? System.getProperty(SAID) : "{}").getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(asked ? 200 : 503, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered from now on. */
    public static void say(String json) {
        System.setProperty(SAID, json);
    }
}
