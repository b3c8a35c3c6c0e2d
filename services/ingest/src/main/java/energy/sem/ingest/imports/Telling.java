package energy.sem.ingest.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;

import energy.sem.ingest.past.Progress;

/**
 * Tells how far something is, a JSON object a line, at most twice a second and at least each few seconds, so that nobody between
 * takes the silence for an end. A reader who is gone does not end what is being done. Thread-safe.
 */
final class Telling implements Progress, AutoCloseable {
    private static final long BETWEEN_NANOS = 500_000_000;
    private static final long HEARTBEAT_SECONDS = 5;

    private final OutputStream out;
    private final ObjectMapper mapper;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "import-heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private String step = "reading";
    private double share;
    private long toldNanos;
    private boolean gone;

    Telling(OutputStream out, ObjectMapper mapper) {
        this.out = out;
        this.mapper = mapper;
        var unused = heart.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void at(String now, double done) {
        boolean another = !now.equals(step);
        step = now;
        share = Math.max(0, Math.min(1, done));
        if (another || System.nanoTime() - toldNanos > BETWEEN_NANOS) {
            beat();
        }
    }

    private synchronized void beat() {
        line(Map.of("step", step, "share", Math.round(share * 1000) / 1000.0));
    }

    /** One line. */
    synchronized void line(Object what) {
        toldNanos = System.nanoTime();
        if (gone) {
            return;
        }
        try {
            out.write(mapper.writeValueAsBytes(what));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            gone = true;
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
