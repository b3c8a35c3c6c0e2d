package energy.sem.gateway.access;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.FailureLimit;
import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.base.ReadableMeters;
import energy.sem.gateway.meter.AllMeters;
import energy.sem.gateway.meter.Meter;

/**
 * Decides who may push and who may read. Nothing that it says tells whether a meter exists, and how long it takes nothing of
 * any key. Thread-safe.
 */
@Singleton
public class Access {
    private static final int FORBIDDEN = 403;
    private static final int RETRY_AFTER_SECONDS = 2;

    private final AllMeters meters;
    private final ReadKeys readKeys;
    private final FailureLimit failures = new FailureLimit(Clock.systemUTC());
    private final PushLimit pushes;

    Access(
            AllMeters meters,
            ReadKeys readKeys,
            @ConfigProperty(name = "sem.push.max-rate", defaultValue = "64M") MemorySize maxRate) {
        this.meters = meters;
        this.pushes = new PushLimit(maxRate.asLongValue(), Clock.systemUTC());
        this.readKeys = readKeys;
    }

    /**
     * The meter that the key opens for pushing.
     *
     * @param key as the request carries it
     * @param address of who asks
     * @throws Problem 401 without a key, 403 with a wrong one, 429 after too many wrong ones
     */
    public Meter pusher(Optional<String> key, String address) {
        return meters.openedBy(required(key)).orElseThrow(() -> wrongKey(address, "The key does not open this"));
    }

    /** The meter of that name, if the key opens it for pushing; throws as {@link #pusher(Optional, String)} does. */
    public Meter pusher(String name, Optional<String> key, String address) {
        return meters.openedBy(required(key))
                .filter(meter -> meter.name().equals(name))
                .orElseThrow(() -> wrongKey(address, "The key does not open this"));
    }

    /**
     * Lets a meter's pusher go on only while it keeps to the rate of its key.
     *
     * @throws Problem 429 with the time to wait
     */
    public void requireWithinRate(Meter meter) {
        int seconds = pushes.waitSeconds(meter.name());
        if (seconds > 0) {
            throw Problem.tooManyRequests(
                    "This key pushes more than sem.push.max-rate allows in a minute: go on in " + seconds + " seconds.",
                    seconds);
        }
    }

    /** Notes how much was pushed to a meter. */
    public void pushed(Meter meter, int bytes) {
        pushes.spend(meter.name(), bytes);
    }

    /**
     * The meters whose state the key may read: all without read keys, those that a read key opens, else the key's own.
     *
     * @throws Problem 401 without a key where one is needed, 403 with a wrong one, 429 after too many wrong ones
     */
    public List<Meter> readable(Optional<String> key, String address) {
        if (readKeys.isEmpty()) {
            return new ArrayList<>(meters.all());
        }
        String given = required(key);
        Optional<Meter> own = meters.openedBy(given);
        Optional<ReadableMeters> opened = readKeys.openedBy(given);
        if (opened.isPresent()) {
            return meters.all().stream()
                    .filter(meter -> opened.get().opens(meter.name()))
                    .toList();
        }
        return List.of(own.orElseThrow(() -> wrongKey(address, "The key does not open this, and is no reader's")));
    }

    private static String required(Optional<String> key) {
        return key.orElseThrow(() -> Problem.unauthorized(
                "A key is needed: send it as X-API-Key or as Authorization: Bearer, see sem.meters.<name>.api-key."));
    }

    private Problem wrongKey(String address, String what) {
        Problem refused = failures.refusal(
                address, what + ": compare it with sem.meters.<name>.api-key, or with what ./sem meter gave.");
        boolean guesses = refused.status() != FORBIDDEN;
        return guesses || meters.isRegistryKnown()
                ? refused
                : Problem.unavailable(
                        "The registry of meters has not been read yet, in which this key may be: send it again.",
                        RETRY_AFTER_SECONDS);
    }
}
