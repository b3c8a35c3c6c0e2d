package energy.sem.bridge;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Answers as history's document says, for a home that has used 3.2 kWh today. */
final class StandInHistory implements AutoCloseable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final String GUARD = "{\"meter\":\"home\",\"at\":\"2026-11-30T12:00:00+01:00\",\"ageSeconds\":1,"
            + "\"allowedImportW\":1950,\"projectedW\":2133,\"targetW\":2400,\"secondsLeft\":600,"
            + "\"endsAt\":\"2026-11-30T12:15:00+01:00\",\"lost\":false}";

    /** Whether its guard says nothing, because no telegram comes. */
    static volatile boolean guardSilent;

    private final HttpServer server;

    StandInHistory() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/meters/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/guard") && guardSilent) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
        }
        String json = path.endsWith("/latest")
                ? latest()
                : path.endsWith("/guard") ? GUARD : period(path.substring(path.lastIndexOf('/') + 1));
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String latest() {
        ZonedDateTime now = ZonedDateTime.now(ZONE);
        return "{\"meter\":\"home\",\"at\":\"" + now.toOffsetDateTime() + "\",\"ageSeconds\":1,\"stale\":false,"
                + "\"phases\":[],\"devices\":[],\"quarter\":{\"demandKw\":1.2,\"projectedKw\":1.9,\"limitKw\":4.2,"
                + "\"freeKw\":2.3,\"freeAfterKw\":3.5,\"startsAt\":\""
                + now.minusMinutes(5).toOffsetDateTime()
                + "\",\"endsAt\":\"" + now.plusMinutes(10).toOffsetDateTime() + "\"}}";
    }

    private static String period(String name) {
        LocalDate today = LocalDate.now(ZONE);
        LocalDate from =
                switch (name) {
                    case "day" -> today;
                    case "month" -> today.withDayOfMonth(1);
                    default -> today.withDayOfYear(1);
                };
        LocalDate to =
                switch (name) {
                    case "day" -> from.plusDays(1);
                    case "month" -> from.plusMonths(1);
                    default -> from.plusYears(1);
                };
        return "{\"meter\":\"home\",\"period\":\"" + name + "\",\"offset\":0,\"zone\":\"" + ZONE + "\",\"from\":\""
                + from.atStartOfDay(ZONE).toOffsetDateTime() + "\",\"to\":\""
                + to.atStartOfDay(ZONE).toOffsetDateTime()
                + "\",\"step\":\"PT1H\",\"complete\":false,\"stale\":false,\"total\":{\"importKwh\":3.2,"
                + "\"exportKwh\":0.5,\"peakKw\":4.2,\"peakFrom\":\"2026-11-04T18:15:00+01:00\",\"gasM3\":1.25,\"costs\":{\"currency\":\"EUR\",\"total\":1.23}},\"buckets\":[]}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
