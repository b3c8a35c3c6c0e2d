package energy.sem.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** A home whose telegrams are pushed a quarter hour apart, each counting a different amount; its gas is read each full hour. */
final class PushedHome {
    private static final int BODY_LIMIT = 900_000;
    private static final long QUARTER_SECONDS = 900;
    private static final long HOUR_SECONDS = 3600;
    private static final int ACCEPTED = 202;

    private final URI telegrams;
    private final String key;
    private final TestMeter meter = new TestMeter(77);
    private Instant next;
    private long importWh = 1_000_000;
    private long gasLitre = 200_000;

    /** @param first the time of its first telegram, a full hour */
    PushedHome(URI telegrams, String key, Instant first) {
        this.telegrams = telegrams;
        this.key = key;
        this.next = first;
    }

    /** Pushes what comes before this moment, and a telegram of this very second, as the live one. */
    void pushUntil(Instant moment) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (; next.isBefore(moment); next = next.plusSeconds(QUARTER_SECONDS)) {
            long quarter = next.getEpochSecond() / QUARTER_SECONDS;
            importWh += 60 + amount(quarter, 400);
            if (next.getEpochSecond() % HOUR_SECONDS == 0) {
                gasLitre += amount(quarter, 300);
            }
            add(body, next, importWh);
        }
        // What the running quarter hour has counted so far.
        add(body, moment, importWh + moment.getEpochSecond() % QUARTER_SECONDS / 20);
        push(body);
    }

    private void add(ByteArrayOutputStream body, Instant at, long wh) throws Exception {
        body.writeBytes(meter.telegram(at, wh, 400, at.truncatedTo(ChronoUnit.HOURS), gasLitre));
        if (body.size() > BODY_LIMIT) {
            push(body);
        }
    }

    /** The gateway may ask for patience; what it answers otherwise is a fault. */
    private void push(ByteArrayOutputStream body) throws IOException {
        byte[] bytes = body.toByteArray();
        HttpResponse<byte[]> answer = Awaitility.await("the gateway takes it")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> Http.post(telegrams, key, bytes), each -> each.statusCode() == ACCEPTED);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"rejected\":[]");
        body.reset();
    }

    /** From 0 to below a limit, always the same for the same number. */
    private static long amount(long number, int limit) {
        return Math.floorMod((number * 0x9E3779B97F4A7C15L) >>> 33, (long) limit);
    }
}
