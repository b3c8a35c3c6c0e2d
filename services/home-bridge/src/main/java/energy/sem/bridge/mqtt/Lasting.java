package energy.sem.bridge.mqtt;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a broker keeps a message, and how sure it is to arrive.
 *
 * @param retained whether who subscribes later gets it
 * @param expiry after which the broker forgets it (MQTT 5; a broker of 3.1.1 is not asked to keep what expires)
 * @param qos 0: lost where the connection is; 1: at least once
 */
public record Lasting(boolean retained, Optional<Duration> expiry, int qos) {
    /** For who listens now: a reading each second. */
    public static final Lasting NOT = new Lasting(false, Optional.empty(), 0);

    /** For who listens now, and shall not miss it: something that happens. */
    public static final Lasting EVENT = new Lasting(false, Optional.empty(), 1);

    /** Until there is another. */
    public static final Lasting KEPT = new Lasting(true, Optional.empty(), 1);

    /** What is nothing any more once it is old. */
    public static Lasting of(Duration expiry) {
        return new Lasting(true, Optional.of(expiry), 0);
    }
}
