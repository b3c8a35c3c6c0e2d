package energy.sem.system.footprint;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.cli.feed.SimulatedMeter;
import energy.sem.cli.meter.Simulation;
import energy.sem.cli.process.Service;
import energy.sem.local.LocalServices;
import energy.sem.local.process.Folders;
import energy.sem.local.process.FreePort;
import energy.sem.local.test.Mosquitto;
import energy.sem.system.Http;
import energy.sem.system.ProcessCost;
import energy.sem.system.RunningSem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each part takes with the flags that it is shipped with, beside the JVM's defaults in the same run, with one meter that
 * speaks each second. On demand, since it wants a quiet machine: {@code system-tests/footprint/run}.
 */
@EnabledIfSystemProperty(named = "sem.footprint", matches = ".+", disabledReason = "on demand")
class FootprintIT {
    private static final int ROUNDS = 3;
    private static final Duration SETTLE = Duration.ofSeconds(20);

    /** Long enough for what happens each half minute or minute to even out. */
    private static final Duration WATCHED = Duration.ofSeconds(Integer.getInteger("sem.footprint.seconds", 120));

    /** With the JVM's defaults only the memory is of interest. */
    private static final Duration WATCHED_BY_DEFAULT = Duration.ofSeconds(20);

    private static final String BRIDGE = Service.BRIDGE.title();
    private static final String LAUNCHER = "./sem";

    /** Nobody has tables before ingest. */
    private static final List<Service> IN_ORDER =
            List.of(Service.INGEST, Service.GATEWAY, Service.HISTORY, Service.DISPLAY, Service.BRIDGE);

    private final Shape shape = Shape.valueOf(System.getProperty("sem.footprint"));
    private final Path checkout =
            Path.of(System.getProperty("sem.checkout")).toAbsolutePath().normalize();
    private final Path javaHome = Path.of(System.getProperty("sem.footprint.java", System.getProperty("java.home")));
    private final Footprint footprint = new Footprint(shape.hasCache(), Set.of(BRIDGE));

    @Test
    void every_part_is_as_small_and_as_quick_as_promised() throws Exception {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ", 2)[0];
        Path folder = Files.createTempDirectory("sem-footprint");
        try (SimulatedMeter meter = SimulatedMeter.open("home", new Simulation(1, Period.ZERO));
                Mosquitto broker = Mosquitto.orSkip().start()) {
            meter.goLive();
            Programs programs = Programs.of(shape, checkout, folder.resolve("programs"), javaHome);
            try (LocalServices local = LocalServices.start(folder.resolve("data"));
                    ServicesByHand services = new ServicesByHand(
                            folder.resolve("services"),
                            local,
                            meter.source(),
                            broker.address(),
                            shape.pace(checkout))) {
                measureStarts(services, programs);
                if (shape != Shape.UP) {
                    steadily(services, programs::shipped, WATCHED, footprint::shipped);
                }
                steadily(services, programs::byDefault, WATCHED_BY_DEFAULT, footprint::byDefault);
            }
            if (shape == Shape.UP) {
                launched(folder.resolve("up"), meter.source(), broker.address());
            }
        } finally {
            Folders.delete(folder);
        }
        List<Goal> missed = footprint.goals().stream().filter(Goal::isMissed).toList();
        keep(load, missed);
        assertThat(missed).as("goals that are missed").isEmpty();
    }

    /** In turns, on the same data and beside the same neighbours. */
    private void measureStarts(ServicesByHand services, Programs programs) throws Exception {
        // Once without counting: tables and topics are made, and files are in the page cache.
        for (Service service : IN_ORDER) {
            services.start(service, programs.byDefault(service));
            services.start(service, programs.shipped(service));
        }
        for (Service service : IN_ORDER) {
            List<Start> shipped = new ArrayList<>();
            List<Start> byDefault = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                byDefault.add(services.start(service, programs.byDefault(service)));
                shipped.add(services.start(service, programs.shipped(service)));
            }
            footprint.starts(service.title(), shipped, byDefault);
        }
    }

    private void steadily(
            ServicesByHand services,
            Function<Service, List<String>> command,
            Duration watched,
            BiConsumer<String, Steady> kept)
            throws Exception {
        for (Service service : IN_ORDER) {
            services.start(service, command.apply(service));
        }
        use(services::at);
        measure(services.pids(), watched, kept);
    }

    /** All of it by {@code ./sem up}, which is a part too. */
    private void launched(Path data, String source, String broker) throws Exception {
        int base = RunningSem.freePortBase();
        // With home-bridge the services take five ports from the first on.
        List<String> arguments = List.of(
                "up",
                "--data=" + data,
                "--port-base=" + base,
                "--kafka-port=" + FreePort.find(),
                "--mariadb-port=" + FreePort.find(),
                "--meter=home=" + source);
        try (RunningSem sem = RunningSem.start(base, data, Map.of("SEM_MQTT_URL", broker), arguments)) {
            sem.awaitReady();
            use((service, path) -> service == Service.HISTORY ? sem.history(path) : sem.display(path));
            Map<String, Long> pids = new LinkedHashMap<>();
            for (String part : List.of("Kafka", "MariaDB")) {
                pids.put(part, sem.pidOf(part));
            }
            for (Service service : IN_ORDER) {
                pids.put(service.title(), sem.pidOf(service.title()));
            }
            pids.put(LAUNCHER, sem.pid());
            measure(pids, WATCHED, footprint::shipped);
        }
    }

    /** Whoever reads has been there: what is loaded and kept for pages, answers and pictures is in memory. */
    private static void use(BiFunction<Service, String, URI> address) throws Exception {
        Awaitility.await("the meter is heard, stored and drawn")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> isThere(address.apply(Service.HISTORY, "/api/v1/meters/home/history/day"))
                        && isThere(address.apply(Service.DISPLAY, "/display/year/0.png")));
        for (String period : List.of("day", "week", "month", "year")) {
            for (int time = 0; time < 10; time++) {
                ask(address.apply(Service.HISTORY, "/api/v1/meters/home/history/" + period));
                ask(address.apply(Service.DISPLAY, "/display/" + period + "/0.png"));
            }
        }
        for (String path : List.of("/", "/api/v1/meters", "/api/v1/meters/home/peaks?months=13")) {
            ask(address.apply(Service.HISTORY, path));
        }
    }

    private static boolean isThere(URI address) throws IOException, InterruptedException {
        return Http.get(address).statusCode() == 200;
    }

    private static void ask(URI address) throws IOException, InterruptedException {
        assertThat(Http.get(address).statusCode()).as(address.toString()).isEqualTo(200);
    }

    private static void measure(Map<String, Long> pids, Duration watched, BiConsumer<String, Steady> kept)
            throws Exception {
        TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
        long begin = System.nanoTime();
        Map<String, ProcessCost> first = costs(pids);
        TimeUnit.NANOSECONDS.sleep(watched.toNanos());
        Map<String, ProcessCost> last = costs(pids);
        double seconds = (System.nanoTime() - begin) / 1e9;
        first.forEach((part, cost) -> kept.accept(part, Steady.between(cost, last.get(part), seconds)));
    }

    private static Map<String, ProcessCost> costs(Map<String, Long> pids) throws IOException {
        Map<String, ProcessCost> costs = new LinkedHashMap<>();
        for (Map.Entry<String, Long> each : pids.entrySet()) {
            costs.put(each.getKey(), ProcessCost.of(each.getValue()));
        }
        return costs;
    }

    /** Where {@code run} finds it; also on the screen. */
    private void keep(String load, List<Goal> missed) throws IOException, InterruptedException {
        String words = "%s, %s, load %s before, %d s at 1 Hz; %s.\n\n%s"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        version(),
                        load,
                        WATCHED.toSeconds(),
                        missed.isEmpty()
                                ? "every goal is met"
                                : "missed: "
                                        + String.join(
                                                "; ",
                                                new TreeSet<>(missed.stream()
                                                        .map(Goal::toString)
                                                        .toList())),
                        footprint.table());
        Path result = Path.of("target/footprint").resolve(shape + ".md");
        Files.createDirectories(result.getParent());
        Files.writeString(result, words);
        System.out.println(words);
    }

    /** Of the JVM that was measured. */
    private String version() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(javaHome.resolve("bin/java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines.get(lines.size() - 1);
    }
}
