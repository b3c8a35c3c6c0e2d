package energy.sem.display.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.vertx.core.http.HttpHeaders;

import energy.sem.display.cache.PictureAnswer;
import energy.sem.display.view.View;

/**
 * What the headers say of a view during one second of the clock: written once, however many devices ask in it. Immutable.
 *
 * @param view of which it is said
 * @param offset how many periods away from the running one it was then
 * @param lastReadingAt the meter's newest reading then
 * @param second since 1970
 * @param nextUpdate the text of X-Next-Update
 * @param name the text of X-View
 * @param dataAge the text of X-Data-Age; null when there is no reading
 */
record ViewHeaders(
        View view,
        int offset,
        Optional<Instant> lastReadingAt,
        long second,
        CharSequence nextUpdate,
        String name,
        CharSequence dataAge) {

    /** What is to be said of it now. */
    static ViewHeaders of(PictureAnswer found, Instant now) {
        View view = found.view();
        return new ViewHeaders(
                view,
                found.offset(),
                found.lastReadingAt(),
                now.getEpochSecond(),
                HttpHeaders.createOptimized(String.valueOf(NextUpdate.seconds(view, now))),
                view.subject().period().code() + "," + found.offset(),
                found.lastReadingAt()
                        .map(at -> HttpHeaders.createOptimized(String.valueOf(
                                Math.max(0, Duration.between(at, now).toSeconds()))))
                        .orElse(null));
    }

    /** Whether it still is what is to be said. */
    boolean holds(PictureAnswer found, Instant now) {
        return second == now.getEpochSecond()
                && offset == found.offset()
                && view.equals(found.view())
                && lastReadingAt.equals(found.lastReadingAt());
    }
}
