package energy.sem.gateway.process;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pushes one meter's telegrams in order, two at a time and every tenth time one with a wrong CRC between them, and each
 * again until it is answered. A telegram's number is its register, in Wh.
 */
final class Pusher {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private final GatewayProcess gateway;
    private final String meter;
    private final String key;
    private long next = 1;
    private long good;
    private long bad;
    private final AtomicLong acknowledged = new AtomicLong();
    private long rejected;
    private String body;

    Pusher(GatewayProcess gateway, String meter, String key) {
        this.gateway = gateway;
        this.meter = meter;
        this.key = key;
    }

    String meter() {
        return meter;
    }

    /** Tries once; returns whether it was answered. */
    boolean push() {
        if (body == null) {
            body = nextBody();
        }
        HttpResponse<String> answer;
        try {
            answer = gateway.push(meter, key, body);
        } catch (IOException e) {
            // The gateway is dead or dies: the same again, later.
            gateway.awaitStarted();
            return false;
        }
        if (answer.statusCode() == 503) {
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        body = null;
        try {
            JsonNode receipt = JSON.readTree(answer.body());
            acknowledged.addAndGet(receipt.get("accepted").asLong());
            rejected += receipt.get("rejected").size();
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + answer.body(), e);
        }
        return true;
    }

    private String nextBody() {
        StringBuilder telegrams = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            telegrams.append(Telegrams.text(AT.plusSeconds(next), next));
            good++;
            next++;
            if (next % 20 == 0) {
                telegrams.append(Telegrams.withWrongCrc(AT.plusSeconds(next), next));
                bad++;
            }
        }
        return telegrams.toString();
    }

    /** Pushes what is not answered yet until it is. */
    void finish() {
        while (body != null && !Thread.currentThread().isInterrupted()) {
            push();
        }
    }

    /** How many valid telegrams were made; all are acknowledged after {@link #finish}. */
    long good() {
        return good;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long bad() {
        return bad;
    }

    long rejected() {
        return rejected;
    }
}
