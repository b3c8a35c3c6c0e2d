package energy.sem.history.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A history with a reader for each of two households, a contract of each, groups of one's own and of both, and a home-bridge with
 * alarms of both.
 */
public final class WithReaders implements QuarkusTestProfile {
    private static final String ALARMS =
            "{\"active\":[" + String.join(",", alarm("elshome"), alarm("zebrahome"), alarm("")) + "],\"channels\":[]}";

    private static String alarm(String meter) {
        return "{\"meter\":\"" + meter
                + "\",\"rule\":\"water-leak\",\"since\":\"2026-11-29T10:15:00Z\",\"title\":\"a leak at "
                + (meter.isEmpty() ? "zebrahome or elshome" : meter) + "\",\"message\":\"look\"}";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        TestRegistry.written();
        Map<String, String> settings = new HashMap<>(Map.of(
                "sem.read-keys", "one,two",
                "sem.readers.els.key", "of-els",
                "sem.readers.els.meters", "elshome,elsattic",
                "sem.readers.zebra.key", "of-zebra",
                "sem.readers.zebra.meters", "zebrahome",
                "history.backups-asked-every", "PT0S"));
        for (String home : new String[] {"els", "zebra"}) {
            settings.put("sem.contracts." + home + "deal.meter", home + "home");
            settings.put("sem.contracts." + home + "deal.from", "2021-01-01");
            settings.put("sem.contracts." + home + "deal.import-kwh", "0.30");
        }
        settings.put("sem.groups.zebrastreet.members", "elshome,zebrahome");
        settings.put("sem.groups.elsyard.members", "elshome,elsattic");
        settings.put("sem.bridge.url", bridge());
        return settings;
    }

    private static String bridge() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/api/v1/alarms", exchange -> {
                byte[] answer = ALARMS.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
