package energy.sem.gateway.find;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import energy.sem.base.Problem;
import energy.sem.gateway.meter.AllMeters;
import energy.sem.gateway.meter.Meter;
import energy.sem.source.SerialSearch;
import energy.sem.source.Sources;
import energy.sem.source.find.FoundMeter;
import energy.sem.source.find.NetworkSearch;

/** Searches the networks and the serial ports of this machine, once at a time. Thread-safe. */
@Singleton
class MeterSearch {
    private static final Logger LOG = Logger.getLogger(MeterSearch.class);
    private static final Duration IN_NETWORK = Duration.ofSeconds(8);
    private static final int AT_MOST_SECONDS = (int) SerialSearch.PATIENCE.toSeconds() + 10;

    private final AllMeters meters;
    private final Sources sources = Sources.found();
    private final AtomicBoolean searching = new AtomicBoolean();

    MeterSearch(AllMeters meters) {
        this.meters = meters;
    }

    /** @throws Problem 429 while another one searches */
    FoundSources search() throws InterruptedException {
        if (!searching.compareAndSet(false, true)) {
            throw Problem.tooManyRequests("A search is under way: wait until it is over.", AT_MOST_SECONDS);
        }
        try {
            LOG.info("somebody has the network and the serial ports searched for meters");
            CompletableFuture<List<FoundSource>> ports = new CompletableFuture<>();
            Thread listening = new Thread(() -> ports.complete(ports()), "search-ports");
            // Also where there is no way to serial ports at all: the search ends, and the next one may begin.
            listening.setUncaughtExceptionHandler((thread, failure) -> {
                LOG.warn("the serial ports cannot be searched", failure);
                ports.complete(List.of());
            });
            listening.setDaemon(true);
            listening.start();
            List<FoundSource> found = new ArrayList<>();
            String trouble = null;
            try {
                NetworkSearch.everywhere(sources.serviceTypes()).search(IN_NETWORK).stream()
                        .flatMap(each -> FoundMeter.of(List.of(each), sources).stream())
                        .map(this::found)
                        .forEach(found::add);
            } catch (IOException e) {
                trouble = e.getMessage();
            }
            found.addAll(ports.join());
            return new FoundSources(found, trouble);
        } finally {
            searching.set(false);
        }
    }

    private FoundSource found(FoundMeter each) {
        String source = each.source().orElse(null);
        return new FoundSource(
                each.name() + ", " + each.address(),
                each.what(),
                source,
                each.first().orElse(null),
                readAs(source));
    }

    private List<FoundSource> ports() {
        try {
            return SerialSearch.listen(
                            meters.all().stream()
                                    .map(Meter::source)
                                    .flatMap(Optional::stream)
                                    .toList(),
                            SerialSearch.PATIENCE)
                    .stream()
                    .map(each -> new FoundSource(
                            each.device(), each.words(), each.source().orElse(null), null, null))
                    .toList();
        } catch (IOException e) {
            LOG.warn("the serial ports cannot be listed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private String readAs(String source) {
        return meters.all().stream()
                .filter(each -> Objects.equals(each.sourceUrl().replaceAll("[?].*", ""), source))
                .map(Meter::name)
                .findFirst()
                .orElse(null);
    }
}
