package energy.sem.benchmarks.display;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import energy.sem.display.view.Period;

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
        if (path.contains("/price") || path.contains("/bill/")) {
            // A meter without a contract.
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        String json = path.endsWith("/meters")
                ? meters()
                : path.contains("/peaks") ? "{\"months\":[],\"billingPeak\":{\"kw\":3.2}}" : period(path);
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
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

    private String period(String path) {
        Period period =
                Period.of(path.replaceFirst(".*/history/([a-z]+).*", "$1")).orElseThrow();
        int offset = Integer.parseInt(path.replaceFirst(".*offset=(-?\\d+).*", "$1"));
        LocalDate from = period.firstDay(offset, today);
        LocalDate to = period.shifted(from, 1);
        String step = period == Period.DAY ? "PT1H" : period == Period.YEAR ? "P1M" : "P1D";
        TemporalUnit bar =
                period == Period.DAY ? ChronoUnit.HOURS : period == Period.YEAR ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        List<String> bars = new ArrayList<>();
        LocalDateTime at = from.atStartOfDay();
        for (int i = 0; at.isBefore(to.atStartOfDay()); i++) {
            LocalDateTime end = at.plus(1, bar);
            bars.add(String.format(
                    Locale.ROOT,
                    "{\"from\":\"%sZ\",\"to\":\"%sZ\"," + AMOUNTS + ",\"coverage\":1}",
                    at,
                    end,
                    7 + i * 7919 % 50 / 10.0,
                    i % 5 / 2.0,
                    from));
            at = end;
        }
        return String.format(
                Locale.ROOT,
                "{\"from\":\"%sT00:00:00Z\",\"to\":\"%sT00:00:00Z\",\"step\":\"%s\",\"complete\":true,"
                        + "\"stale\":false,\"lastReadingAt\":\"%sT00:15:00Z\",\"dataUntil\":\"%sT00:00:00Z\","
                        + "\"total\":{" + AMOUNTS + "},\"buckets\":[%s]}",
                from,
                to,
                step,
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
