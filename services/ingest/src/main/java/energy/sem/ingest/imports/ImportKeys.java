package energy.sem.ingest.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.net.SocketAddress;
import org.eclipse.microprofile.config.Config;

import energy.sem.base.FailureLimit;
import energy.sem.base.Keys;
import energy.sem.base.Problem;

/** Who may import: with {@code sem.admin-key}, or with the key of the meter. Thread-safe. */
@ApplicationScoped
class ImportKeys {
    private static final Pattern METER = Pattern.compile("[a-z0-9]{1,32}");

    private final Config config;
    private final FailureLimit failures;

    ImportKeys(Config config, Clock clock) {
        this.config = config;
        this.failures = new FailureLimit(clock);
    }

    /** @throws Problem 400, 401, 403, 404 or 429 unless the request may import */
    void check(String meter, Optional<String> given, SocketAddress from) {
        if (!METER.matcher(meter).matches()) {
            throw Problem.badRequest("A meter's name is 1 to 32 lower-case letters and digits.");
        }
        List<String> keys = new ArrayList<>();
        config.getOptionalValue("sem.admin-key", String.class).ifPresent(keys::add);
        config.getOptionalValue("sem.meters." + meter + ".api-key", String.class)
                .ifPresent(keys::add);
        if (keys.isEmpty()) {
            throw Problem.notFound("Nothing can be imported here before sem.admin-key is set, for ingest.");
        }
        if (given.isEmpty()) {
            throw Problem.unauthorized(
                    "Importing needs a key: send sem.admin-key, or the meter's own, as X-API-Key or as Authorization: Bearer.");
        }
        if (!Keys.anyOf(given.get(), keys)) {
            throw failures.refusal(
                    from == null ? "unknown" : from.hostAddress(),
                    "The key does not open this: compare it with sem.admin-key.");
        }
    }
}
