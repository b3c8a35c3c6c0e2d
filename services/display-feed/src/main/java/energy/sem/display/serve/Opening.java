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

import energy.sem.display.history.History;
import energy.sem.display.shelf.Desk;
import energy.sem.display.shelf.KeeperSettings;
import energy.sem.display.shelf.Printer;
import energy.sem.display.shelf.Shelf;
import energy.sem.display.view.Language;

/** Puts the service together from its settings, opens it when Quarkus starts and closes it when it stops. */
@Singleton
class Opening {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Desk desk;
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
        Printer printer = new Printer();
        Shelf shelf = new Shelf(memory.asLongValue());
        History history = new History(historyUrl, historyKey.orElse(""), PATIENCE);
        KeeperSettings settings = new KeeperSettings(meter, language, zone, pollEvery, grace, PATIENCE);
        this.desk = new Desk(history, shelf, printer, settings, clock);
        this.routes = new DisplayRoutes(
                desk,
                new TestCards(printer, clock.instant()),
                new StatusPage(desk, shelf, language, clock),
                new Addresses(new AskReader(language)),
                new Gate(readKeys.orElse(List.of()), clock),
                new WrongAsks(printer, language, zone, clock),
                clock);
    }

    @Produces
    @Singleton
    Desk desk() {
        return desk;
    }

    void routes(@Observes Router router) {
        routes.register(router);
    }

    void open(@Observes StartupEvent event) {
        desk.open();
    }

    void close(@Observes ShutdownEvent event) {
        desk.close();
    }
}
