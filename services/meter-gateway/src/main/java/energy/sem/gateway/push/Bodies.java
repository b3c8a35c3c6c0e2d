package energy.sem.gateway.push;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;

import energy.sem.base.Problem;
import energy.sem.gateway.access.Access;
import energy.sem.gateway.meter.Meter;

/** Reads the bodies of pushes: of those with a right key, so many at a time that memory stays bounded. Thread-safe. */
@Singleton
final class Bodies {
    /** The most a push may have (contract). */
    static final int MAX_BYTES = 1024 * 1024;

    /** The most that is read of somebody whose key is in the body; a sample has less than 300. */
    static final int MAX_UNKNOWN_BYTES = 4 * 1024;

    private static final int BLOCK_BYTES = 64 * 1024;
    private static final int BLOCKS = 16 * MAX_BYTES / BLOCK_BYTES;
    private static final int PATIENCE_SECONDS = 5;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final Access access;
    private final Semaphore blocks = new Semaphore(BLOCKS, true);

    Bodies(Access access) {
        this.access = access;
    }

    /**
     * Reads the body of a push to a meter and does what is to be done with it.
     *
     * @throws Problem 413 when it is larger than {@link #MAX_BYTES}, 400 when the sender breaks off, 429 when this key
     *     pushes too much, 503 when too many push at a time
     */
    <T> T with(Meter meter, HttpServerRequest request, InputStream in, Function<byte[], T> done) {
        long announced = announced(request);
        if (announced > MAX_BYTES) {
            throw tooLarge();
        }
        access.requireWithinRate(meter);
        int needed = announced < 0 ? MAX_BYTES / BLOCK_BYTES : (int) (announced / BLOCK_BYTES + 1);
        reserve(needed);
        try {
            byte[] body = read(in, MAX_BYTES);
            access.pushed(meter, body.length);
            return done.apply(body);
        } finally {
            blocks.release(needed);
        }
    }

    /**
     * Reads the small body of a request whose key is in it.
     *
     * @throws Problem 413 when it is larger than {@link #MAX_UNKNOWN_BYTES}, 400 when the sender breaks off
     */
    static byte[] small(HttpServerRequest request, InputStream in) {
        if (announced(request) > MAX_UNKNOWN_BYTES) {
            throw tooLarge();
        }
        return read(in, MAX_UNKNOWN_BYTES);
    }

    private void reserve(int needed) {
        try {
            if (!blocks.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Problem.unavailable("Too many push at the same time: send it again.", RETRY_AFTER_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The gateway is stopping: send it again.", RETRY_AFTER_SECONDS);
        }
    }

    private static byte[] read(InputStream in, int atMost) {
        try {
            byte[] body = in.readNBytes(atMost + 1);
            if (body.length > atMost) {
                throw tooLarge();
            }
            return body;
        } catch (IOException e) {
            throw Problem.badRequest("The body ended too soon: send it again.");
        }
    }

    // -1 when the body comes in chunks. HTTP itself refuses what is no number.
    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Problem tooLarge() {
        return Problem.tooLarge("A push has at most 1 MiB: send the telegrams in parts.");
    }
}
