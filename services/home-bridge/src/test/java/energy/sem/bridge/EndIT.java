package energy.sem.bridge;

import java.util.Map;

import energy.sem.tests.EndContract;

/** What comes of a test of the alarms is said before the bridge ends. */
class EndIT extends EndContract {
    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "localhost:1",
                "SEM_BRIDGE_FOLDER",
                folder.resolve("bridge").toString(),
                "SEM_ALARMS_WEBHOOK_URL",
                neighbour() + "/alarms");
    }

    @Override
    protected String begin() {
        return "POST /api/v1/alarms/test HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 2\r\n\r\n{}";
    }

    @Override
    protected String answer() {
        return "HTTP/1.1 200 ";
    }
}
