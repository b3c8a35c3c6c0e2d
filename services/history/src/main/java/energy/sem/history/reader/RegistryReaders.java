package energy.sem.history.reader;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.base.KeptReader;
import energy.sem.base.KeptReaders;
import energy.sem.base.ReadKeys;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.Registry;
import energy.sem.registry.RegistryFollower;

/**
 * Follows the readers of the registry, where reading needs a key at all. Each history reads it from its beginning, and remembers
 * nothing: until Kafka has answered once, and where it has nothing for a minute, a key that opens nothing may be a reader's.
 */
@Singleton
public class RegistryReaders implements KeptReaders {
    private static final Logger LOG = Logger.getLogger(RegistryReaders.class);

    private final boolean needed;
    private final ReadKeys ofSettings;
    private final RegistryFollower follower;
    private volatile Map<String, ReaderEntry> entries = Map.of();
    private volatile List<KeptReader> now = List.of();
    // Of the follower's thread.
    private final Set<String> passedOver = new TreeSet<>();

    RegistryReaders(
            @ConfigProperty(name = "sem.read-keys") Optional<List<String>> readKeys,
            ReadKeys ofSettings,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.ofSettings = ofSettings;
        needed = readKeys.isPresent();
        follower = new RegistryFollower(kafka, this::told);
    }

    // Waits for nothing: a start costs what it did.
    void start(@Observes StartupEvent event) {
        if (needed) {
            follower.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (needed) {
            follower.close();
        }
    }

    private void told(Registry registry) {
        if (!registry.readers().equals(entries)) {
            entries = registry.readers();
            now = entries.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> reader(each.getKey(), each.getValue()))
                    .toList();
            entries.keySet().stream()
                    .filter(ofSettings.readersOfSettings()::containsKey)
                    .filter(passedOver::add)
                    .forEach(name -> LOG.warnf(
                            "reader %s of the registry is passed over: sem.readers.%s of the settings wins",
                            name, name));
        }
    }

    private static KeptReader reader(String name, ReaderEntry entry) {
        return new KeptReader(
                name,
                entry.opens().all(),
                entry.opens().meters(),
                entry.opens().groups(),
                entry.keys().stream()
                        .map(key -> new KeptReader.Key(
                                key.sha256(),
                                key.notBefore().orElse(null),
                                key.notAfter().orElse(null)))
                        .toList());
    }

    @Override
    public List<KeptReader> now() {
        return now;
    }

    /** Known too where reading needs no key: nobody is followed, and nobody refused. */
    @Override
    public boolean isKnown() {
        return !needed || follower.isKnown();
    }
}
