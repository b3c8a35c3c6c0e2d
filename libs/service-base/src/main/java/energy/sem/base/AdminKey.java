package energy.sem.base;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The administrator's key ({@code sem.admin-key}), one for all doors of a service that it opens: whoever guesses waits at each of
 * them ({@link FailureLimit}). Without the setting they are off. Thread-safe.
 */
@Singleton
public class AdminKey {
    private final Optional<String> key;
    private final Callers callers;
    private final FailureLimit failures;

    /** That of the setting. */
    @Inject
    AdminKey(@ConfigProperty(name = "sem.admin-key") Optional<String> key, Callers callers) {
        this(key, callers, Clock.systemUTC());
    }

    AdminKey(Optional<String> key, Callers callers, Clock clock) {
        this.key = key.filter(text -> !text.isBlank());
        this.callers = callers;
        failures = new FailureLimit(clock);
    }

    /**
     * Lets in who has it.
     *
     * @param off what to say where none is set
     * @param missing what to say to who sends none
     * @return from where the request comes
     * @throws Problem 404 where none is set, 401 without a key, 403 with another one, 429 after too many wrong ones
     */
    public String require(HttpServerRequest request, String off, String missing) {
        return require(request, List.of(), off, missing);
    }

    /** The same, and lets in who has one of these. */
    public String require(HttpServerRequest request, Collection<String> others, String off, String missing) {
        String address = callers.addressOf(request);
        require(
                Keys.given(request.getHeader("X-API-Key"), request.getHeader("Authorization")),
                address,
                others,
                off,
                missing);
        return address;
    }

    void require(Optional<String> given, String address, Collection<String> others, String off, String missing) {
        List<String> keys = new ArrayList<>(others);
        key.ifPresent(keys::add);
        if (keys.isEmpty()) {
            throw Problem.notFound(off);
        }
        if (!Keys.anyOf(given.orElseThrow(() -> Problem.unauthorized(missing)), keys)) {
            throw failures.refusal(address, "The key does not open this: compare it with sem.admin-key.");
        }
    }
}
