package energy.sem.base;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as HTTP headers carry them (RFC 9110, 5.6.7). Thread-safe. */
public final class HttpDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private static volatile Written last = new Written(Instant.EPOCH.getEpochSecond(), of(Instant.EPOCH));

    private record Written(long second, String text) {}

    private HttpDate() {}

    /** The instant, to the second. */
    public static String of(Instant instant) {
        return FORMAT.format(instant);
    }

    /** The same for an instant that is asked for again and again, as the present is: written once a second. */
    public static String ofNow(Instant now) {
        Written written = last;
        if (written.second() != now.getEpochSecond()) {
            written = new Written(now.getEpochSecond(), of(now));
            last = written;
        }
        return written.text();
    }
}
