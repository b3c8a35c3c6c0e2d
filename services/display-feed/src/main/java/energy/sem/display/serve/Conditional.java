package energy.sem.display.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Conditional requests (RFC 9110, 13.1), with mercy for small clients. */
final class Conditional {
    private Conditional() {}

    /**
     * Whether the device has these very bytes already.
     *
     * @param ifNoneMatch a tag, a list of them, weak ones, {@code *}, or a tag whose quotes were lost; or null
     * @param ifModifiedSince counts only without {@code ifNoneMatch}; what is no date is passed over; or null
     * @param etag with its quotes
     * @param changedAt in whole seconds
     */
    static boolean notModified(String ifNoneMatch, String ifModifiedSince, String etag, Instant changedAt) {
        if (ifNoneMatch != null && !ifNoneMatch.isBlank()) {
            for (String given : ifNoneMatch.split(",", -1)) {
                if (given.strip().equals("*") || bare(given).equals(bare(etag))) {
                    return true;
                }
            }
            return false;
        }
        if (ifModifiedSince == null) {
            return false;
        }
        try {
            return !changedAt.isAfter(ZonedDateTime.parse(ifModifiedSince.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String bare(String tag) {
        String bare = tag.strip();
        if (bare.startsWith("W/") || bare.startsWith("w/")) {
            bare = bare.substring(2).strip();
        }
        int from = bare.startsWith("\"") ? 1 : 0;
        int to = bare.length() > from && bare.endsWith("\"") ? bare.length() - 1 : bare.length();
        return bare.substring(from, to);
    }
}
