package energy.sem.display.serve;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.base.ReadKeys;
import energy.sem.base.ReadersOfHistory;
import energy.sem.base.Secrets;
import energy.sem.display.cache.PictureCache;
import energy.sem.display.cache.PictureService;
import energy.sem.display.cache.RefreshSettings;
import energy.sem.display.cache.Renderer;
import energy.sem.display.history.History;
import energy.sem.display.view.Language;

/** Makes of the settings what the other packages give: those know neither settings nor CDI. */
@Singleton
class Wiring {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    Language language(@ConfigProperty(name = "sem.language", defaultValue = "nl") String code) {
        return Language.of(code).orElse(Language.NL);
    }

    @Produces
    @Singleton
    Renderer renderer() {
        return new Renderer();
    }

    @Produces
    @Singleton
    PictureCache cache(@ConfigProperty(name = "sem.display.memory", defaultValue = "8M") MemorySize memory) {
        return new PictureCache(memory.asLongValue());
    }

    @Produces
    @Singleton
    History history(
            @ConfigProperty(name = "sem.history.url", defaultValue = "http://localhost:8081") URI url,
            @ConfigProperty(name = "sem.history.key") Optional<String> key) {
        return new History(url, Secrets.atStart("sem.history.key", key).orElse(""), PATIENCE);
    }

    @Produces
    @Singleton
    ReadersOfHistory readers(
            @ConfigProperty(name = "sem.history.url", defaultValue = "http://localhost:8081") URI url,
            @ConfigProperty(name = "sem.history.key") Optional<String> key) {
        return new ReadersOfHistory(url, Secrets.atStart("sem.history.key", key).orElse(""));
    }

    @Produces
    @Singleton
    RefreshSettings refresh(
            @ConfigProperty(name = "sem.display.meter") Optional<String> meter,
            @ConfigProperty(name = "sem.display.poll-every", defaultValue = "PT10S") Duration pollEvery,
            @ConfigProperty(name = "sem.display.grace", defaultValue = "PT30S") Duration grace,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone,
            Language language) {
        return new RefreshSettings(meter, language, zone, pollEvery, grace, PATIENCE);
    }

    @Produces
    @Singleton
    PictureService pictures(
            History history, PictureCache cache, Renderer renderer, RefreshSettings settings, Clock clock) {
        return new PictureService(history, cache, renderer, settings, clock);
    }

    void open(@Observes StartupEvent event, PictureService pictures, ReadKeys readKeys, ReadersOfHistory readers) {
        pictures.open();
        if (!readKeys.isEmpty()) {
            readers.start();
        }
    }

    void close(@Disposes ReadersOfHistory readers) {
        readers.close();
    }

    void close(@Disposes PictureService pictures) {
        pictures.close();
    }
}
