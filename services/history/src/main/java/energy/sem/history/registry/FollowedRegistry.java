package energy.sem.history.registry;

import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;

import energy.sem.registry.Registry;
import energy.sem.registry.RegistryFollower;

/**
 * Follows the registry. Each history reads it from its beginning, and remembers nothing: until Kafka has answered once, and where
 * it has nothing for a minute, what is not there may come. Thread-safe.
 */
@Singleton
public class FollowedRegistry {
    private final RegistryFollower follower;

    FollowedRegistry(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
        follower = new RegistryFollower(kafka, registry -> {});
    }

    // Waits for nothing: a start costs what it did.
    void start(@Observes StartupEvent event) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent event) {
        follower.close();
    }

    /** The registry as it was told last; the same as long as nothing has changed. */
    public Registry now() {
        return follower.now();
    }

    /** Whether that is all that there is. */
    public boolean isKnown() {
        return follower.isKnown();
    }
}
