package energy.sem.base;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import io.vertx.core.http.HttpHeaders;

/** Instants as HTTP headers carry them (RFC 9110, 5.6.7). Thread-safe. */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static volatile Written last = written(Instant.EPOCH);

    private record Written(long second, CharSequence text) {}

    private HttpDate() {}

    /** The instant, to the second. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** The present, written once a second. */
    public static CharSequence now() {
        long second = System.currentTimeMillis() / 1000;
        Written written = last;
        if (written.second() != second) {
            written = written(Instant.ofEpochSecond(second));
            last = written;
        }
        return written.text();
    }

    private static Written written(Instant instant) {
        return new Written(instant.getEpochSecond(), HttpHeaders.createOptimized(of(instant)));
    }
}
