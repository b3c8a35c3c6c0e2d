package energy.sem.ingest.price;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.quarter.QuarterHours;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sources on loopback that answer as they are told. */
final class Stub implements AutoCloseable {
    /** Answers a request. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Stub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                behaviours.getOrDefault(path, status(404)).answer(exchange);
            }
        });
        server.start();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void when(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
    }

    /** How often a path was asked for. */
    long asked(String path) {
        return asked.stream().filter(each -> each.startsWith(path)).count();
    }

    /** The newest request. */
    String lastAsked() {
        return asked.get(asked.size() - 1);
    }

    static Behaviour status(int status, String... header) {
        return exchange -> {
            if (header.length == 2) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    static Behaviour body(String text) {
        return body(200, text);
    }

    static Behaviour body(int status, String text) {
        return exchange -> {
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(text.getBytes(UTF_8));
            }
        };
    }

    /** Promises more than it sends. */
    static Behaviour cut(String text) {
        return exchange -> {
            exchange.sendResponseHeaders(200, text.length() + 1000L);
            exchange.getResponseBody().write(text.getBytes(UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    /** Never ends. */
    static Behaviour endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] zeros = new byte[65536];
            while (true) {
                exchange.getResponseBody().write(zeros);
            }
        };
    }

    /** Says nothing until it is closed. */
    Behaviour silent() {
        return exchange -> {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** ENTSO-E's document of one price from a position on. */
    static String entsoE(DeliveryDay day, int firstPosition, String price) {
        return "<Publication_MarketDocument><TimeSeries><currency_Unit.name>EUR</currency_Unit.name>"
                + "<price_Measure_Unit.name>MWH</price_Measure_Unit.name><curveType>A03</curveType><Period><timeInterval><start>"
                + QuarterHours.start(day.from()) + "</start><end>" + QuarterHours.start(day.to())
                + "</end></timeInterval><resolution>PT15M</resolution><Point><position>" + firstPosition
                + "</position><price.amount>" + price
                + "</price.amount></Point></Period></TimeSeries></Publication_MarketDocument>";
    }

    /** A list of one price in the first half hour and another all day. */
    static String list(DeliveryDay day, String first, String price) {
        StringBuilder list = new StringBuilder("[");
        for (int quarter = day.from(); quarter < day.to(); quarter++) {
            list.append(quarter == day.from() ? "" : ",")
                    .append("{\"start\":\"")
                    .append(QuarterHours.start(quarter))
                    .append("\",\"value\":")
                    .append(quarter < day.from() + 2 ? first : price)
                    .append('}');
        }
        return list.append(']').toString();
    }

    /** Energy-Charts' answer of one price all day. */
    static String energyCharts(DeliveryDay day, String price) {
        StringBuilder times = new StringBuilder();
        StringBuilder prices = new StringBuilder();
        for (int quarter = day.from(); quarter < day.to(); quarter++) {
            String comma = quarter == day.from() ? "" : ",";
            times.append(comma).append(QuarterHours.start(quarter).getEpochSecond());
            prices.append(comma).append(price);
        }
        return "{\"license_info\":\"invented terms\",\"unix_seconds\":[" + times + "],\"price\":[" + prices
                + "],\"unit\":\"EUR / MWh\",\"deprecated\":false}";
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
