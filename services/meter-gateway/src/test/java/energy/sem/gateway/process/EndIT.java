package energy.sem.gateway.process;

import java.time.Instant;
import java.util.Map;

import energy.sem.source.Telegrams;
import energy.sem.tests.EndContract;

/**
 * A push whose second half comes late is made safe before the gateway ends: on the disk, for Kafka's name is known to no nameserver, as
 * when a gateway is sent ahead to brokers that are not there yet.
 */
class EndIT extends EndContract {
    private static final int SENT = 100;

    private final String telegram = Telegrams.text(Instant.parse("2026-11-22T08:00:00Z"), 1);

    @Override
    protected Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                "brokers-0.brokers-nodes.invalid:9092",
                "SEM_METERS_HOME_SOURCE",
                "push",
                "SEM_METERS_HOME_API_KEY",
                "key-of-the-tests",
                "SEM_BACKLOG_FOLDER",
                folder.resolve("backlog").toString());
    }

    @Override
    protected String begin() {
        return "POST /api/v1/meters/home/telegrams HTTP/1.1\r\nHost: localhost\r\nX-API-Key: key-of-the-tests\r\n"
                + "Content-Type: text/plain\r\nContent-Length: " + telegram.length() + "\r\n\r\n"
                + telegram.substring(0, SENT);
    }

    @Override
    protected String rest() {
        return telegram.substring(SENT);
    }

    @Override
    protected String answer() {
        return "HTTP/1.1 202 ";
    }
}
