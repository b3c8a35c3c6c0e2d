package energy.sem.ingest.door;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.Config;

import energy.sem.base.Callers;
import energy.sem.base.FailureLimit;
import energy.sem.base.Keys;
import energy.sem.base.Problem;

/** Who may write here: with {@code sem.admin-key}, and where that is said with the key of the meter. Thread-safe. */
@ApplicationScoped
public class AdminKeys {
    private static final Pattern METER = Pattern.compile("[a-z0-9]{1,32}");

    private final Config config;
    private final Callers callers;
    private final FailureLimit failures;

    AdminKeys(Config config, Callers callers, Clock clock) {
        this.config = config;
        this.callers = callers;
        this.failures = new FailureLimit(clock);
    }

    /**
     * Lets in who may write of this meter.
     *
     * @throws Problem 400, 401, 403, 404 or 429 unless the request has the administrator's key or the meter's own
     */
    public void checkMeter(String meter, HttpServerRequest request) {
        List<String> keys = new ArrayList<>();
        named(meter);
        config.getOptionalValue("sem.admin-key", String.class).ifPresent(keys::add);
        config.getOptionalValue("sem.meters." + meter + ".api-key", String.class)
                .ifPresent(keys::add);
        check(
                keys,
                "Nothing can be imported here",
                "Importing needs a key: send sem.admin-key, or the meter's own,",
                request);
    }

    /**
     * Lets in who may administer this meter.
     *
     * @throws Problem 400, 401, 403, 404 or 429 unless the request has the administrator's key
     */
    public void check(String meter, HttpServerRequest request) {
        named(meter);
        check(
                config.getOptionalValue("sem.admin-key", String.class).stream().toList(),
                "No contract can be set up here",
                "Setting up a contract needs a key: send sem.admin-key",
                request);
    }

    private static void named(String meter) {
        if (!METER.matcher(meter).matches()) {
            throw Problem.badRequest("A meter's name is 1 to 32 lower-case letters and digits.");
        }
    }

    private void check(List<String> keys, String nothing, String needed, HttpServerRequest request) {
        if (keys.isEmpty()) {
            throw Problem.notFound(nothing + " before sem.admin-key is set, for ingest.");
        }
        Optional<String> given = Keys.given(request.getHeader("X-API-Key"), request.getHeader("Authorization"));
        if (given.isEmpty()) {
            throw Problem.unauthorized(needed + " as X-API-Key or as Authorization: Bearer.");
        }
        if (!Keys.anyOf(given.get(), keys)) {
            throw failures.refusal(
                    callers.addressOf(request), "The key does not open this: compare it with sem.admin-key.");
        }
    }
}
