package energy.sem.display.serve;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.display.cache.PictureCache;
import energy.sem.display.cache.PictureService;
import energy.sem.display.cache.RefreshSettings;
import energy.sem.display.cache.Renderer;
import energy.sem.display.history.History;
import energy.sem.display.view.Language;

/** Puts the service together from its settings, opens it when Quarkus starts and closes it when it stops. */
@Singleton
class Opening {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PictureService pictures;
    private final DisplayRoutes routes;

    Opening(
            @ConfigProperty(name = "sem.history.url", defaultValue = "http://localhost:8081") URI historyUrl,
            @ConfigProperty(name = "sem.history.key") Optional<String> historyKey,
            @ConfigProperty(name = "sem.read-keys") Optional<List<String>> readKeys,
            @ConfigProperty(name = "sem.display.meter") Optional<String> meter,
            @ConfigProperty(name = "sem.display.memory", defaultValue = "8M") MemorySize memory,
            @ConfigProperty(name = "sem.display.poll-every", defaultValue = "PT10S") Duration pollEvery,
            @ConfigProperty(name = "sem.display.grace", defaultValue = "PT30S") Duration grace,
            @ConfigProperty(name = "sem.language", defaultValue = "nl") String languageCode,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone) {
        Clock clock = Clock.systemUTC();
        Language language = Language.of(languageCode).orElse(Language.NL);
        Renderer renderer = new Renderer();
        PictureCache cache = new PictureCache(memory.asLongValue());
        History history = new History(historyUrl, historyKey.orElse(""), PATIENCE);
        RefreshSettings settings = new RefreshSettings(meter, language, zone, pollEvery, grace, PATIENCE);
        this.pictures = new PictureService(history, cache, renderer, settings, clock);
        this.routes = new DisplayRoutes(
                pictures,
                new TestCards(renderer, clock.instant()),
                new StatusPage(pictures, cache, language, clock),
                new Addresses(new QueryReader(language)),
                new KeyCheck(readKeys.orElse(List.of()), clock),
                new BadQueryPictures(renderer, language, zone, clock),
                clock);
    }

    @Produces
    @Singleton
    PictureService pictures() {
        return pictures;
    }

    void routes(@Observes Router router) {
        routes.register(router);
    }

    void open(@Observes StartupEvent event) {
        pictures.open();
    }

    void close(@Observes ShutdownEvent event) {
        pictures.close();
    }
}
