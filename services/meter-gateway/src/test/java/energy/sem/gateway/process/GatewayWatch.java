package energy.sem.gateway.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Looks at a running gateway again and again, and keeps the worst that it saw. */
final class GatewayWatch {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final GatewayProcess gateway;
    private long mostResidentKibibytes;
    private long lastWaiting;
    private long mostWaiting;
    private long slowestNanos;

    GatewayWatch(GatewayProcess gateway) {
        this.gateway = gateway;
    }

    /** Looks once; returns how many meters are receiving. */
    int look() throws IOException {
        long begin = System.nanoTime();
        JsonNode reports = JSON.readTree(gateway.get("/api/v1/meters").body());
        slowestNanos = Math.max(slowestNanos, System.nanoTime() - begin);
        mostResidentKibibytes = Math.max(mostResidentKibibytes, residentKibibytes());
        int receiving = 0;
        long waiting = 0;
        for (JsonNode report : reports) {
            receiving += report.get("state").asText().equals("receiving") ? 1 : 0;
            waiting += report.get("backlog").get("telegrams").asLong();
        }
        lastWaiting = waiting;
        mostWaiting = Math.max(mostWaiting, waiting);
        return receiving;
    }

    /** Whether so many telegrams were made safe in all and none waits on disk any more. */
    boolean hasPublished(long telegrams) throws IOException {
        long safe = 0;
        long waiting = 0;
        for (JsonNode report : JSON.readTree(gateway.get("/api/v1/meters").body())) {
            safe += report.get("counts").get("safe").asLong();
            waiting += report.get("backlog").get("telegrams").asLong();
        }
        return safe == telegrams && waiting == 0;
    }

    long mostResidentMebibytes() {
        return mostResidentKibibytes / 1024;
    }

    /** How many telegrams waited on disk when it was looked at last. */
    long lastWaiting() {
        return lastWaiting;
    }

    long mostWaiting() {
        return mostWaiting;
    }

    /** The slowest answer to {@code GET /api/v1/meters}. */
    Duration slowest() {
        return Duration.ofNanos(slowestNanos);
    }

    private long residentKibibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(gateway.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
