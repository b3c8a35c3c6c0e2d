package energy.sem.ingest.kit;

import io.restassured.response.Response;

/** What {@code /q/metrics} says. */
public final class Metrics {

    /** The sum over all series of a metric; 0 when it has none. */
    public static double sum(Response metrics, String name) {
        return metrics.asString()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Metrics() {}
}
