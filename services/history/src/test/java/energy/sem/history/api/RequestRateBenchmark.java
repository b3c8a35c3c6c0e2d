package energy.sem.history.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** Sustained requests a second beside an empty address of the same server. The command is in docs/performance.md. */
@QuarkusTest
@EnabledIfSystemProperty(named = "sem.test.benchmarks", matches = "true")
class RequestRateBenchmark {
    private static final int CLIENTS = 8;
    private static final Duration EACH = Duration.ofSeconds(5);

    @TestHTTPResource
    URI root;

    @Test
    void requests_a_second_beside_an_empty_endpoint() throws Exception {
        meter();
        String meter = "/api/v1/meters/rated";
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("an empty address", "/empty");
        addresses.put("latest", meter + "/latest");
        addresses.put("day", meter + "/history/day");
        addresses.put("week", meter + "/history/week");
        addresses.put("month", meter + "/history/month");
        addresses.put("year", meter + "/history/year");
        addresses.put("day by quarters", meter + "/history/day?step=PT15M");
        addresses.put("peaks", meter + "/peaks");
        for (String address : addresses.values()) {
            rate(address);
        }
        double empty = 0;
        for (Map.Entry<String, String> each : addresses.entrySet()) {
            double rate = rate(each.getValue());
            empty = empty == 0 ? rate : empty;
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %6.0f requests a second, %4.1f %% of an empty address%n",
                    each.getKey(),
                    rate,
                    100 * rate / empty);
        }
    }

    private static void meter() throws SQLException {
        SampleMeters.write("rated", false, 365);
    }

    private double rate(String address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(root.resolve(address)).build();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + EACH.toNanos();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                counts.add(clients.submit(() -> until(end, client, request)));
            }
            int sum = 0;
            for (Future<Integer> each : counts) {
                sum += each.get();
            }
            return sum / (double) EACH.toSeconds();
        } finally {
            clients.shutdown();
            assertThat(clients.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static int until(long end, HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        int count = 0;
        while (System.nanoTime() < end) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode())
                    .isIn(200, 204);
            count++;
        }
        return count;
    }
}
