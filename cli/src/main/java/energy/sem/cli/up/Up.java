package energy.sem.cli.up;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import energy.sem.cli.StartFailure;
import energy.sem.cli.announce.Announcer;
import energy.sem.cli.feed.SimulatedMeter;
import energy.sem.cli.folder.BridgeMark;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.folder.Ends;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.keep.DiskWatch;
import energy.sem.cli.keep.Keeper;
import energy.sem.cli.meter.MeterChoice;
import energy.sem.cli.meter.MeterKeys;
import energy.sem.cli.process.RunningService;
import energy.sem.cli.process.Service;
import energy.sem.cli.screen.Screen;
import energy.sem.local.LocalServiceException;
import energy.sem.local.LocalServices;
import energy.sem.local.process.DiskRoom;
import energy.sem.source.find.LanAddresses;

/**
 * One run of {@code ./sem up}, from nothing to everything. Until everything has been ready once, whatever ends or does not
 * start ends the run with a line that says why: a wrong setting is to be seen. After that nothing ends it but the user.
 * Used once, by one thread.
 */
final class Up {
    private static final Duration READY_PATIENCE = Duration.ofMinutes(3);

    private final Plan plan;
    private final Screen screen;
    private final Parts parts;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    Up(Plan plan, Screen screen, Parts parts) {
        this.plan = plan;
        this.screen = screen;
        this.parts = parts;
    }

    /**
     * Starts everything, then keeps it running until it is interrupted.
     *
     * @throws StartFailure when something does not start, or ends before everything was ready
     */
    void run() throws InterruptedException {
        Instant begin = Instant.now();
        DataFolder data = parts.add(new Preflight(plan, screen).take());
        PortsFile.write(data.path(), plan.ports());
        Ends.forget(data.path());
        MeterKeys keys = MeterKeys.of(data.path(), plan.meters(), plan.givenKeys());
        screen.line("SEM starts; Ctrl-C stops it. The data are in " + data.path());

        LocalServices local = parts.add(startLocal(data));
        Duration localReady = since(begin);
        screen.ready("Kafka", localReady, local.kafka().bootstrapServers());
        screen.ready("MariaDB", localReady, "127.0.0.1:" + local.mariaDb().port());

        new Upgrade(data, local, screen).run(plan.kind(), System.getenv());
        Map<String, SimulatedMeter> simulated = openSimulatedMeters();
        Map<Service, RunningService> services = startServices(data, local, simulated, keys);
        Started started = new Started(local, services.values());
        awaitReady(started, services, begin);
        HouseholdPast past = new HouseholdPast(http, services, started, screen);
        for (SimulatedMeter meter : simulated.values()) {
            past.fill(meter, keys.byMeter().get(meter.name()));
            meter.goLive();
        }
        new Welcome(screen, plan).show(keys, data, since(begin));
        if (plan.lan()) {
            announce();
        }
        keep(data, local, services);
    }

    private LocalServices startLocal(DataFolder data) {
        try {
            return LocalServices.start(
                    data.path(), plan.ports().kafka(), plan.ports().mariaDb());
        } catch (LocalServiceException e) {
            DiskRoom disk = DiskRoom.of(data.path());
            throw disk.isFull() ? new StartFailure(disk.fullInWords() + ".", e) : e;
        }
    }

    private void keep(DataFolder data, LocalServices local, Map<Service, RunningService> services)
            throws InterruptedException {
        parts.add(Keeper.of(local.kafka(), data.path(), screen::line));
        parts.add(Keeper.of(local.mariaDb(), data.path(), screen::line));
        for (RunningService service : services.values()) {
            parts.add(Keeper.of(service, data.path(), screen::line));
        }
        if (plan.kind() == DataFolder.Kind.REAL) {
            parts.add(NightlyBackups.start(data, local, screen));
        }
        parts.add(RegularLooks.start(data, plan.ports(), local, screen));
        MeterStates meters = new MeterStates(http, services.get(Service.GATEWAY).base(), screen);
        DiskWatch disk = new DiskWatch(data.path(), screen::line);
        while (true) {
            meters.show();
            disk.look();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** A network without multicast has displays that are told an address: no reason not to run. */
    private void announce() {
        try {
            parts.add(Announcer.start(LanAddresses.all(), plan.ports().of(Service.DISPLAY)));
        } catch (UncheckedIOException e) {
            screen.line("Displays must be told the address, they cannot find it: "
                    + e.getCause().getMessage());
        }
    }

    private Map<String, SimulatedMeter> openSimulatedMeters() {
        Map<String, SimulatedMeter> simulated = new TreeMap<>();
        for (MeterChoice meter : plan.meters()) {
            meter.simulation()
                    .ifPresent(simulation ->
                            simulated.put(meter.name(), parts.add(SimulatedMeter.open(meter.name(), simulation))));
        }
        return simulated;
    }

    private Map<Service, RunningService> startServices(
            DataFolder data, LocalServices local, Map<String, SimulatedMeter> simulated, MeterKeys keys) {
        Map<String, String> sources = new TreeMap<>();
        for (MeterChoice meter : plan.meters()) {
            SimulatedMeter simulation = simulated.get(meter.name());
            sources.put(meter.name(), simulation == null ? meter.source() : simulation.source());
        }
        Settings settings = new Settings(data.path(), local, plan);
        Map<Service, RunningService> services = new EnumMap<>(Service.class);
        List<Service> started = Service.startedWith(System.getenv());
        BridgeMark.set(data.path(), started.contains(Service.BRIDGE));
        // Stopped in the reverse order: the gateway first, so that nothing new comes in.
        for (Service service :
                List.of(Service.HISTORY, Service.DISPLAY, Service.BRIDGE, Service.INGEST, Service.GATEWAY)) {
            if (!started.contains(service)) {
                continue;
            }
            services.put(
                    service,
                    parts.add(RunningService.start(
                            service,
                            plan.checkout(),
                            settings.of(service, sources, keys.byMeter()),
                            data.logs(),
                            plan.ports().of(service),
                            http)));
        }
        return services;
    }

    private void awaitReady(Started started, Map<Service, RunningService> services, Instant begin)
            throws InterruptedException {
        List<RunningService> waiting = new ArrayList<>(services.values());
        Instant end = Instant.now().plus(READY_PATIENCE);
        while (!waiting.isEmpty()) {
            started.requireAlive();
            for (RunningService service : List.copyOf(waiting)) {
                if (service.isReady()) {
                    waiting.remove(service);
                    screen.ready(service.name(), since(begin), service.base().toString());
                }
            }
            if (Instant.now().isAfter(end)) {
                RunningService late = waiting.get(0);
                throw new StartFailure(late.name() + " is not ready after " + READY_PATIENCE.toSeconds()
                        + " s. The end of its log:\n" + late.lastWords());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Duration since(Instant begin) {
        return Duration.between(begin, Instant.now());
    }
}
