package energy.sem.bridge.local;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of the local APIs. */
@Singleton
class LocalSettings {
    @ConfigProperty(name = "sem.local-api.homewizard")
    Optional<String> homeWizardMeter;

    @ConfigProperty(name = "sem.local-api.homewizard-serial")
    Optional<String> homeWizardSerial;

    @ConfigProperty(name = "sem.local-api.dsmr-reader")
    Optional<String> dsmrReaderMeter;

    @ConfigProperty(name = "sem.local-api.dsmr-reader-key")
    Optional<String> dsmrReaderKey;

    @ConfigProperty(name = "sem.local-api.host", defaultValue = "127.0.0.1")
    String host;

    @ConfigProperty(name = "sem.local-api.port", defaultValue = "8085")
    int port;

    @ConfigProperty(name = "sem.local-api.announce", defaultValue = "true")
    boolean announce;

    @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels")
    ZoneId zone;

    @ConfigProperty(name = "sem.http.hosts")
    Optional<List<String>> hosts;
}
