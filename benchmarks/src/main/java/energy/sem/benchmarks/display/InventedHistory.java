package energy.sem.benchmarks.display;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * So much of history's API as display-feed asks for, with one meter and invented amounts. Rates are measured of answers
 * from memory, for which nobody asks history: this one only has to be there.
 */
final class InventedHistory implements AutoCloseable {
    private static final String AMOUNTS =
            "\"importKwh\":%.3f,\"exportKwh\":%.3f,\"gasM3\":1.25,\"peakKw\":3.1,\"peakAt\":\"%sT00:00:00Z\"";

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final HttpServer server;

    InventedHistory() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String json = path.endsWith("/meters")
                ? meters()
                : path.contains("/peaks") ? "{\"months\":[],\"billingPeak\":{\"kw\":3.2}}" : period(path);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private String meters() {
        return "{\"zone\":\"UTC\",\"meters\":[{\"name\":\"home\",\"simulated\":false,"
                + "\"firstReadingAt\":\"2020-01-01T00:00:00Z\",\"lastReadingAt\":\"" + today + "T00:15:00Z\","
                + "\"everExported\":true,\"devices\":[{\"kind\":\"electricity\",\"serial\":\"1SEM1\"},"
                + "{\"kind\":\"gas\",\"serial\":\"7SEM1\"}]}]}";
    }

    /** A period is as many days as it has bars here: how it is divided changes nothing in what is measured. */
    private String period(String path) {
        int days = path.contains("/year") ? 12 : path.contains("/month") ? 30 : path.contains("/week") ? 7 : 24;
        int offset = Integer.parseInt(path.replaceFirst(".*offset=(-?\\d+).*", "$1"));
        LocalDate from = today.plusDays((long) offset * days);
        LocalDate to = from.plusDays(days);
        List<String> bars = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            bars.add(String.format(
                    Locale.ROOT,
                    "{\"from\":\"%sT00:00:00Z\",\"to\":\"%sT00:00:00Z\"," + AMOUNTS + ",\"coverage\":1}",
                    from.plusDays(i),
                    from.plusDays(i + 1),
                    7 + i * 7919 % 50 / 10.0,
                    i % 5 / 2.0,
                    from));
        }
        return String.format(
                Locale.ROOT,
                "{\"from\":\"%sT00:00:00Z\",\"to\":\"%sT00:00:00Z\",\"step\":\"P1D\",\"complete\":true,"
                        + "\"stale\":false,\"lastReadingAt\":\"%sT00:15:00Z\",\"dataUntil\":\"%sT00:00:00Z\","
                        + "\"total\":{" + AMOUNTS + "},\"buckets\":[%s]}",
                from,
                to,
                today,
                to,
                61.2,
                7.5,
                from,
                String.join(",", bars));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
