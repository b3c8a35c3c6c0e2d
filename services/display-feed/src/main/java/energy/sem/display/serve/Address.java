package energy.sem.display.serve;

import java.time.Instant;

import energy.sem.display.cache.PictureAnswer;
import energy.sem.display.cache.PictureRequest;
import energy.sem.display.cache.Variant;

/** An address that was read, with what was last said of its view. Thread-safe. */
final class Address {
    private final PictureQuery query;
    private final PictureRequest request;
    private volatile ViewHeaders said;

    Address(PictureQuery query) {
        this(
                query,
                query.testCard()
                        ? null
                        : new PictureRequest(
                                query.meter(),
                                query.period(),
                                query.offset(),
                                query.utility(),
                                new Variant(query.language(), query.encoding())));
    }

    private Address(PictureQuery query, PictureRequest request) {
        this.query = query;
        this.request = request;
    }

    /** The same of the meter of this name. */
    Address of(String meter) {
        return new Address(query, request.of(meter));
    }

    PictureQuery query() {
        return query;
    }

    /** What is asked for; null for the test card. */
    PictureRequest request() {
        return request;
    }

    /** What the headers say of the view that was found. */
    ViewHeaders say(PictureAnswer found, Instant now) {
        ViewHeaders last = said;
        if (last != null && last.holds(found, now)) {
            return last;
        }
        ViewHeaders fresh = ViewHeaders.of(found, now);
        said = fresh;
        return fresh;
    }
}
