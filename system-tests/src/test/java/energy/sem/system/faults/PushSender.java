package energy.sem.system.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import energy.sem.system.Http;

/**
 * Pushes a household's telegrams as a bad logger would: some twice, some in the wrong order, some many at once, some broken,
 * some in a connection that ends midway. What is not acknowledged is mostly sent again, until it is.
 */
final class PushSender implements Sender {
    private static final int ACCEPTED = 202;

    private final String meter;
    private final Household household;
    private final List<URI> doors;
    private final long pauseNanos;
    private final SplittableRandom random;
    private final Ledger ledger = new Ledger(false);
    private final Thread thread;
    private final List<String> wrong = new ArrayList<>();
    private Reading before;
    private int next;
    private Duration slowest = Duration.ZERO;
    private volatile boolean stopped;

    private PushSender(String meter, Household household, List<URI> doors, int everyMillis, long seed) {
        this.meter = meter;
        this.household = household;
        this.doors = doors;
        this.next = Math.floorMod(seed, doors.size());
        this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(everyMillis);
        this.random = new SplittableRandom(seed);
        this.thread = new Thread(this::speak, "pushes " + meter);
    }

    /**
     * Begins to speak.
     *
     * @param doors where it pushes to; each takes what the others would
     */
    static PushSender begin(String meter, Household household, List<URI> doors, int everyMillis, long seed) {
        PushSender sender = new PushSender(meter, household, doors, everyMillis, seed);
        sender.thread.setDaemon(true);
        sender.thread.start();
        return sender;
    }

    @Override
    public String meter() {
        return meter;
    }

    @Override
    public String serial() {
        return household.serial();
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public boolean isCable() {
        return false;
    }

    /** Answers that no fault excuses, such as a broken telegram that was accepted. */
    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    @Override
    public void close() {
        stopped = true;
        Sender.awaitEnd(thread, TimeUnit.MINUTES.toMillis(2));
    }

    private void speak() {
        try {
            while (!stopped) {
                if (household.nextAt().isBefore(Instant.now())) {
                    say();
                }
                LockSupport.parkNanos(pauseNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say() throws InterruptedException {
        switch (random.nextInt(20)) {
            case 0 -> {
                if (before != null) {
                    push(List.of(before));
                }
            }
            case 1 -> {
                Reading first = household.next();
                Reading second = household.next();
                push(List.of(second));
                push(List.of(first));
            }
            case 2 -> {
                List<Reading> many = new ArrayList<>();
                for (int i = 0; i < 2 + random.nextInt(8); i++) {
                    many.add(household.next());
                }
                if (random.nextBoolean()) {
                    java.util.Collections.swap(many, 0, many.size() - 1);
                }
                push(many);
            }
            case 3 -> pushBroken();
            case 4 -> pushHalf(household.next());
            default -> push(List.of(household.next()));
        }
    }

    private void push(List<Reading> readings) throws InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Reading reading : readings) {
            byte[] telegram = household.telegram(reading);
            ledger.sends(reading, telegram);
            body.writeBytes(telegram);
        }
        // Now and then a logger gives up.
        boolean patient = random.nextInt(4) > 0;
        long began = System.nanoTime();
        while (!isAcknowledged(body.toByteArray(), readings)) {
            if (stopped || !patient) {
                return;
            }
            LockSupport.parkNanos(pauseNanos);
        }
        acknowledgedAfter(Duration.ofNanos(System.nanoTime() - began));
        readings.forEach(ledger::isTaken);
        before = readings.get(random.nextInt(readings.size()));
    }

    private boolean isAcknowledged(byte[] body, List<Reading> readings) throws InterruptedException {
        try {
            var answer = Http.post(door(), Chain.KEY + meter, body, patience());
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            boolean all = text.contains("\"accepted\":" + readings.size() + ",") && text.contains("\"rejected\":[]");
            if (answer.statusCode() == ACCEPTED && !all) {
                wrong(readings.size() + " telegrams were answered by " + text);
            }
            if (answer.statusCode() != ACCEPTED) {
                next++;
            }
            return answer.statusCode() == ACCEPTED;
        } catch (IOException e) {
            // Nobody there, or nobody who answers: where there is another door, that one is next.
            next++;
            return false;
        }
    }

    private URI door() {
        return doors.get(next % doors.size());
    }

    /** Who has another door waits less long at this one. */
    private Duration patience() {
        return Duration.ofSeconds(doors.size() > 1 ? 3 : 30);
    }

    private synchronized void acknowledgedAfter(Duration waited) {
        slowest = waited.compareTo(slowest) > 0 ? waited : slowest;
    }

    /** How long a push waited at most since this was asked last. */
    synchronized Duration takeSlowest() {
        Duration longest = slowest;
        slowest = Duration.ZERO;
        return longest;
    }

    private void pushBroken() throws InterruptedException {
        try {
            byte[] broken = Household.corrupted(household.telegram(household.next()));
            var answer = Http.post(door(), Chain.KEY + meter, broken, patience());
            if (answer.statusCode() == ACCEPTED) {
                wrong("a broken telegram was accepted");
            }
        } catch (IOException e) {
            // Nobody there: it was worth nothing anyway.
            return;
        }
    }

    /** A connection that ends amid the telegram. */
    private void pushHalf(Reading reading) {
        byte[] telegram = household.telegram(reading);
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), door().getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + door().getPath()
                            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\nX-API-Key: " + Chain.KEY
                            + meter + "\r\nContent-Length: " + telegram.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(telegram, 0, random.nextInt(telegram.length));
            out.flush();
        } catch (IOException e) {
            // Nobody there.
            return;
        }
    }

    private synchronized void wrong(String words) {
        wrong.add(meter + ": " + words);
    }
}
