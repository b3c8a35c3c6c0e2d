package energy.sem.bridge.history;

import java.net.URI;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.ReadKeys;
import energy.sem.base.ReadersOfHistory;
import energy.sem.base.Secrets;

/** Who may read beside those of the settings, as history tells it; asked only where reading needs a key. */
@Singleton
class FollowedReaders {
    @Produces
    @Singleton
    ReadersOfHistory readers(
            @ConfigProperty(name = "sem.history.url", defaultValue = "http://localhost:8081") URI url,
            @ConfigProperty(name = "sem.history.key") Optional<String> key) {
        return new ReadersOfHistory(url, Secrets.atStart("sem.history.key", key).orElse(""));
    }

    void start(@Observes StartupEvent event, ReadKeys readKeys, ReadersOfHistory readers) {
        if (!readKeys.isEmpty()) {
            readers.start();
        }
    }

    void close(@Disposes ReadersOfHistory readers) {
        readers.close();
    }
}
