package energy.sem.system;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pushes a meter's telegrams one after the other, as fast as they are answered, ten a second at most, and remembers which
 * were acknowledged. One that was not is not sent again: the next has another time and another register.
 */
final class SteadyPush implements AutoCloseable {
    private static final long FIRST_WH = 1_000_000;
    private static final int ACCEPTED = 202;

    private final URI telegrams;
    private final String key;
    private final TestMeter meter;
    private final Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(6, ChronoUnit.HOURS);
    private final List<Long> acknowledgedWh = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::push, "steady push");
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean stopped;

    private SteadyPush(URI telegrams, String key, TestMeter meter) {
        this.telegrams = telegrams;
        this.key = key;
        this.meter = meter;
    }

    static SteadyPush begin(URI telegrams, String key, TestMeter meter) {
        SteadyPush push = new SteadyPush(telegrams, key, meter);
        push.thread.setDaemon(true);
        push.thread.start();
        return push;
    }

    /** The registers (tariff 1, Wh) of those acknowledged so far; each has its own. */
    List<Long> acknowledgedWh() {
        return List.copyOf(acknowledgedWh);
    }

    /** How many were answered otherwise, or not at all. */
    int refused() {
        return refused.get();
    }

    /** From the first telegram's time. */
    Instant begin() {
        return begin;
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void push() {
        try {
            for (int second = 0; !stopped; second++) {
                long importWh = FIRST_WH + second;
                if (isAcknowledged(meter.telegram(begin.plusSeconds(second), importWh, 500))) {
                    acknowledgedWh.add(importWh);
                } else {
                    refused.incrementAndGet();
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAcknowledged(byte[] telegram) throws InterruptedException {
        try {
            return Http.post(telegrams, key, telegram).statusCode() == ACCEPTED;
        } catch (IOException e) {
            // The gateway is down just now.
            return false;
        }
    }
}
