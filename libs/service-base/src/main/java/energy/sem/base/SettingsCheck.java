package energy.sem.base;

import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Stops the start of a service with one line when a {@code sem.*} setting is unknown or malformed, wherever it comes from.
 * {@link Start} has looked at the environment before.
 */
@ApplicationScoped
class SettingsCheck {
    private final Config config;

    SettingsCheck(Config config) {
        this.config = config;
    }

    void check(@Observes @Priority(1) StartupEvent start) {
        Map<String, String> properties = new TreeMap<>();
        for (ConfigSource source : config.getConfigSources()) {
            if (!source.getName().contains("EnvConfigSource")) {
                source.getPropertyNames().stream()
                        .filter(name -> name.startsWith("sem."))
                        .forEach(name -> properties.putIfAbsent(name, value(name, source)));
            }
        }
        SettingsCatalogue.fault(properties, new TreeMap<>(System.getenv())).ifPresent(fault -> {
            throw new NoStart(fault);
        });
    }

    // Through the configuration where it knows the name, so that an expression such as ${x:y} is a value.
    private String value(String name, ConfigSource source) {
        return config.getOptionalValue(name, String.class).orElseGet(() -> {
            String raw = source.getValue(name);
            return raw == null ? "" : raw;
        });
    }
}
