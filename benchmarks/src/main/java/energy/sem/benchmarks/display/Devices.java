package energy.sem.benchmarks.display;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Many displays that poll: each wakes at its own time, opens a connection, asks with the ETag that it remembers, reads the
 * answer to its end and hangs up, as a device that sleeps in between does. Time counts from when a device is due, so that
 * what makes others late is not measured as fast.
 */
final class Devices {
    private static final int THREADS = 64;

    private final int port;
    private final int count;
    private final Duration interval;
    private final AtomicReferenceArray<String> etags;
    private final AtomicInteger failures = new AtomicInteger();

    /**
     * @param count how many devices
     * @param interval how long each sleeps
     */
    Devices(int port, int count, Duration interval) {
        this.port = port;
        this.count = count;
        this.interval = interval;
        this.etags = new AtomicReferenceArray<>(count);
    }

    /** Polls for so many rounds after a first one, in which no device has an ETag yet, and says how long it took. */
    String poll(int rounds) throws InterruptedException {
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
        try {
            long[] first = round(threads, 0, 1);
            long[] later = round(threads, 1, rounds);
            return "the first time, 200: " + summary(first) + "\nfrom then on, 304: " + summary(later) + "\nfailed: "
                    + failures.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] round(ScheduledExecutorService threads, int from, int rounds) throws InterruptedException {
        long[] micros = new long[rounds * count];
        CountDownLatch answers = new CountDownLatch(micros.length);
        long start = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        for (int i = 0; i < micros.length; i++) {
            int index = i;
            long due = start + interval.toNanos() * i / count;
            Runnable wake = () -> {
                try {
                    ask(index % count, from == 0 ? 200 : 304);
                } catch (IOException e) {
                    failures.incrementAndGet();
                }
                micros[index] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due);
                answers.countDown();
            };
            ScheduledFuture<?> unused = threads.schedule(wake, due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
        answers.await();
        return micros;
    }

    private void ask(int device, int expected) throws IOException {
        String etag = etags.get(device);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.getOutputStream()
                    .write(("GET /display/day/0.raw HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                    + (etag == null ? "" : "If-None-Match: " + etag + "\r\n") + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 65_536));
            int status = Integer.parseInt(line(in).substring(9, 12));
            int length = 0;
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String[] header = line.split(": ", 2);
                if (header[0].equalsIgnoreCase("Content-Length")) {
                    length = Integer.parseInt(header[1]);
                } else if (header[0].equalsIgnoreCase("ETag")) {
                    etags.set(device, header[1]);
                }
            }
            if (status != expected || in.readNBytes(length).length != length) {
                throw new IOException(status + " with " + length + " bytes");
            }
        }
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private String summary(long[] micros) {
        long[] sorted = micros.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d answers at %d a second, half within %.1f ms, 99 %% within %.1f ms, the slowest %.1f ms",
                sorted.length,
                count * 1000L / interval.toMillis(),
                sorted[sorted.length / 2] / 1000.0,
                sorted[sorted.length * 99 / 100] / 1000.0,
                sorted[sorted.length - 1] / 1000.0);
    }
}
