package energy.sem.quickstart.up;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import energy.sem.local.LocalServices;
import energy.sem.quickstart.StartFailure;
import energy.sem.quickstart.announce.Announcer;
import energy.sem.quickstart.feed.SimulatedMeter;
import energy.sem.quickstart.folder.DataFolder;
import energy.sem.quickstart.meter.MeterChoice;
import energy.sem.quickstart.meter.MeterKeys;
import energy.sem.quickstart.process.LanAddresses;
import energy.sem.quickstart.process.Ports;
import energy.sem.quickstart.process.RunningService;
import energy.sem.quickstart.process.Service;

/** One run of {@code ./sem up}, from nothing to everything. Used once, by one thread. */
final class Up {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
    private static final Duration STORED_PATIENCE = Duration.ofMinutes(5);

    private final Path checkout;
    private final Path folder;
    private final DataFolder.Kind kind;
    private final List<MeterChoice> meters;
    private final Map<String, String> givenKeys;
    private final Ports ports;
    private final boolean lan;
    private final boolean relay;
    private final Screen screen;
    private final Parts parts;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Up(
            Path checkout,
            Path folder,
            DataFolder.Kind kind,
            List<MeterChoice> meters,
            Map<String, String> givenKeys,
            Ports ports,
            boolean lan,
            boolean relay,
            Screen screen,
            Parts parts) {
        this.checkout = checkout;
        this.folder = folder;
        this.kind = kind;
        this.meters = meters;
        this.givenKeys = givenKeys;
        this.ports = ports;
        this.lan = lan;
        this.relay = relay;
        this.screen = screen;
        this.parts = parts;
    }

    /**
     * Starts everything, then waits until it is interrupted.
     *
     * @throws StartFailure when something does not start, or a service ends by itself again and again
     */
    void run() throws InterruptedException {
        Instant begin = Instant.now();
        DataFolder data = parts.add(DataFolder.take(folder, kind));
        ports.requireFree(lan, relay ? meters.size() : 0);
        MeterKeys keys = MeterKeys.of(data.path(), meters, givenKeys);
        screen.line("SEM starts; Ctrl-C stops it. The data are in " + data.path());

        LocalServices local = parts.add(LocalServices.start(data.path(), ports.kafka(), ports.mariaDb()));
        Duration localReady = since(begin);
        screen.ready("Kafka", localReady, local.kafka().bootstrapServers());
        screen.ready("MariaDB", localReady, "127.0.0.1:" + local.mariaDb().port());

        Map<String, SimulatedMeter> simulated = openSimulatedMeters();
        Map<Service, RunningService> services = startServices(data, local, simulated, keys);
        awaitReady(services, begin);
        for (SimulatedMeter meter : simulated.values()) {
            fillHistory(meter, services, keys.byMeter().get(meter.name()));
            meter.goLive();
        }
        new Welcome(screen, ports, lan, relay).show(meters, keys, data, since(begin));
        if (lan) {
            announce();
        }
        MeterStates states = new MeterStates(http, services.get(Service.GATEWAY).base(), screen);
        new Watch(local, services.values(), states, http, screen).untilInterrupted();
    }

    /** A network without multicast has displays that are told an address: no reason not to run. */
    private void announce() {
        try {
            parts.add(Announcer.start(LanAddresses.all(), ports.of(Service.DISPLAY)));
        } catch (UncheckedIOException e) {
            screen.line("Displays must be told the address, they cannot find it: "
                    + e.getCause().getMessage());
        }
    }

    private Map<String, SimulatedMeter> openSimulatedMeters() {
        Map<String, SimulatedMeter> simulated = new TreeMap<>();
        for (MeterChoice meter : meters) {
            meter.simulation()
                    .ifPresent(simulation ->
                            simulated.put(meter.name(), parts.add(SimulatedMeter.open(meter.name(), simulation))));
        }
        return simulated;
    }

    private Map<Service, RunningService> startServices(
            DataFolder data, LocalServices local, Map<String, SimulatedMeter> simulated, MeterKeys keys) {
        Map<String, String> sources = new TreeMap<>();
        for (MeterChoice meter : meters) {
            SimulatedMeter simulation = simulated.get(meter.name());
            sources.put(meter.name(), simulation == null ? meter.source() : simulation.source());
        }
        Settings settings = new Settings(data.path(), local, ports, lan, relayPorts());
        Map<Service, RunningService> services = new EnumMap<>(Service.class);
        // Stopped in the reverse order: the gateway first, so that nothing new comes in.
        for (Service service : List.of(Service.HISTORY, Service.DISPLAY, Service.INGEST, Service.GATEWAY)) {
            services.put(
                    service,
                    parts.add(RunningService.start(
                            service,
                            checkout,
                            settings.of(service, sources, keys.byMeter()),
                            data.logs(),
                            ports.of(service))));
        }
        return services;
    }

    private Map<String, Integer> relayPorts() {
        Map<String, Integer> relayPorts = new TreeMap<>();
        for (int meter = 0; relay && meter < meters.size(); meter++) {
            relayPorts.put(meters.get(meter).name(), ports.relay(meter));
        }
        return relayPorts;
    }

    private void awaitReady(Map<Service, RunningService> services, Instant begin) throws InterruptedException {
        List<RunningService> waiting = new ArrayList<>(services.values());
        Instant end = Instant.now().plus(READY_PATIENCE);
        while (!waiting.isEmpty()) {
            Watch.requireAlive(services.values());
            for (RunningService service : List.copyOf(waiting)) {
                if (service.isReady(http)) {
                    waiting.remove(service);
                    screen.ready(
                            service.service().title(),
                            since(begin),
                            service.base().toString());
                }
            }
            if (Instant.now().isAfter(end)) {
                RunningService late = waiting.get(0);
                throw new StartFailure(late.service().title() + " is not ready after " + READY_PATIENCE.toSeconds()
                        + " s. The end of its log:\n" + late.lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private void fillHistory(SimulatedMeter meter, Map<Service, RunningService> services, String key)
            throws InterruptedException {
        HistoryApi history = new HistoryApi(http, services.get(Service.HISTORY).base());
        Instant now = Instant.now();
        Instant first = meter.firstMissing(history.lastReadingAt(meter.name()), now);
        long telegrams = SimulatedMeter.edges(first, now);
        if (telegrams == 0) {
            return;
        }
        screen.line("The simulated household's past, " + telegrams
                + " quarter hours, goes through the gateway, Kafka and" + " ingest:");
        try (Screen.Progress progress = screen.progress(meter.name(), telegrams)) {
            meter.pushHistory(http, services.get(Service.GATEWAY).base(), key, first, now, progress::step);
        }
        awaitStored(meter, history, services, SimulatedMeter.lastEdge(now));
    }

    private void awaitStored(
            SimulatedMeter meter, HistoryApi history, Map<Service, RunningService> services, Instant last)
            throws InterruptedException {
        Instant end = Instant.now().plus(STORED_PATIENCE);
        Instant stored = history.lastReadingAt(meter.name());
        while (stored == null || stored.isBefore(last)) {
            Watch.requireAlive(services.values());
            if (Instant.now().isAfter(end)) {
                throw new StartFailure(
                        "history shows readings of " + meter.name() + " until " + stored + " and not until "
                                + last + ". The end of ingest's log:\n"
                                + services.get(Service.INGEST).lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(200);
            stored = history.lastReadingAt(meter.name());
        }
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }
}
