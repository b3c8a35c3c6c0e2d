package energy.sem.system.scaling;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import energy.sem.cli.process.Service;

/**
 * Pushes what the meters of a street say over some connections: each push at its time, or each as soon as one before is acknowledged. What
 * is refused is said again until it is taken, or until nobody wants to know any more.
 */
final class Pushing {
    private static final int CONNECTIONS = 64;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final long GIVE_UP_NANOS = Duration.ofSeconds(60).toNanos();

    private final Street street;
    private final SemProcesses sem;
    private final int telegramsAPush;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong givenUp = new AtomicLong();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Durations answers = new Durations();

    Pushing(Street street, SemProcesses sem, int telegramsAPush) {
        this.street = street;
        this.sem = sem;
        this.telegramsAPush = telegramsAPush;
    }

    /** Each meter says one push each so often, evenly spread, for that time. Returns how many seconds it took. */
    double evenly(Duration every, Duration time) throws InterruptedException {
        double nanosAPush = (double) every.toNanos() / street.meters();
        return run((long) (time.toNanos() / nanosAPush), Long.MAX_VALUE, nanosAPush);
    }

    /**
     * As fast as they are acknowledged, each meter in its turn, until so many were said or the time is over. Returns how many seconds
     * it took.
     */
    double fast(long pushes, Duration time) throws InterruptedException {
        return run(pushes, time.toNanos(), 0);
    }

    private double run(long pushes, long nanos, double nanosAPush) throws InterruptedException {
        int connections = Math.min(CONNECTIONS, street.meters());
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long begin = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            done.add(threads.submit(() -> {
                try (PushConnection connection = new PushConnection(sem.address(Service.GATEWAY))) {
                    speak(connection, begin, pushes, nanos, nanosAPush);
                }
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> each : done) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("pushing ended", e.getCause());
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void speak(PushConnection connection, long begin, long pushes, long nanos, double nanosAPush) {
        for (long n = next.getAndIncrement(); n < pushes; n = next.getAndIncrement()) {
            long due = nanosAPush == 0 ? System.nanoTime() : begin + (long) (n * nanosAPush);
            if (due - begin > nanos) {
                return;
            }
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            push(connection, street.nextPush((int) (n % street.meters()), telegramsAPush), due);
        }
    }

    // From when it was due: what waits for a free connection waits for the gateway.
    private void push(PushConnection connection, byte[] request, long due) {
        while (!isTaken(connection, request)) {
            if (System.nanoTime() - due > GIVE_UP_NANOS) {
                givenUp.addAndGet(telegramsAPush);
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        answers.add(System.nanoTime() - due);
        acknowledged.addAndGet(telegramsAPush);
    }

    private boolean isTaken(PushConnection connection, byte[] request) {
        boolean taken;
        try {
            taken = connection.push(request, telegramsAPush);
        } catch (IOException e) {
            sem.requireAlive();
            taken = false;
        }
        if (!taken && refused.getAndIncrement() < 3) {
            refusals.add(connection.last());
        }
        return taken;
    }

    /** Telegrams that were acknowledged. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Telegrams that nobody acknowledged, of which some may be stored all the same. */
    long givenUp() {
        return givenUp.get();
    }

    /** Answers that were no acknowledgement; what they were answers to was said again. */
    long refused() {
        return refused.get();
    }

    /** The first of those answers. */
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /** From when a push was due until it was acknowledged. */
    Durations answers() {
        return answers;
    }
}
