package energy.sem.history.signin;

import java.time.Instant;
import java.util.Optional;

import io.vertx.ext.web.RoutingContext;

import energy.sem.base.ReadableMeters;

/**
 * Who asks with a token that was found good.
 *
 * @param opens what it opens
 * @param until when it ends
 */
public record Person(ReadableMeters opens, Instant until) {
    private static final String KEY = Person.class.getName();

    /** Who asks, where it is a person and not a key. */
    public static Optional<Person> asking(RoutingContext request) {
        return Optional.ofNullable(request.get(KEY));
    }

    /** Whether this still opens the meter of this name. */
    public boolean stillOpens(String meter) {
        return opens.opens(meter) && Instant.now().isBefore(until);
    }

    void asks(RoutingContext request) {
        request.put(KEY, this);
    }
}
