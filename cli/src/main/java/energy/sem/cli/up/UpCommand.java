package energy.sem.cli.up;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.meter.MeterChoice;
import energy.sem.cli.meter.MeterKeys;
import energy.sem.cli.process.Ports;
import energy.sem.cli.screen.Screen;

/** {@code ./sem up}. */
@Command(
        name = "up",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = {
            "Runs SEM on this machine until Ctrl-C: Kafka, MariaDB and the four services.",
            "Without --meter there is a simulated household, with 13 months of history.",
            "With SEM_MQTT_URL=mqtt://broker in the environment Home Assistant and others get each meter's values too:"
                    + " docs/home-assistant.md.",
            "Other settings of the environment are SEM_ALARMS_… (docs/alarms.md), SEM_LOCAL_API_… (docs/local-apis.md) and"
                    + " SEM_BILL_CONTRACTS (docs/costs.md); docs/settings.md has all."
        })
public final class UpCommand implements Runnable {
    @Option(
            names = "--meter",
            paramLabel = "NAME=SOURCE",
            description = "A meter and where its telegrams come from; once for each meter. Default: home=simulated.")
    private List<String> meters = List.of();

    @Option(
            names = "--key",
            paramLabel = "NAME=SECRET",
            description = "The key of who pushes to that meter; NAME=@FILE reads it from a file, so that no list of"
                    + " processes shows it. Default: a random one, kept in the data folder and printed.")
    private List<String> keys = List.of();

    @Spec
    private CommandSpec spec;

    @Option(names = "--lan", description = "HTTP listens on all addresses, for a display or a sensor.")
    private boolean lan;

    @Option(
            names = "--relay",
            description =
                    "Passes each meter's telegrams on, as they come, by TCP: the first meter's on 8088, the others"
                            + " above it. With --lan on all addresses: whoever reaches them can read them.")
    private boolean relay;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where the data stay. Default: .sem/demo when every meter is simulated, else .sem/data.")
    private Path data;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description =
                    "The first HTTP port, the gateway's; history, ingest and display-feed have the three after it,"
                            + " home-bridge and its local APIs, where they are on, the two after those. Default: 8080.")
    private int portBase = Ports.DEFAULT_BASE;

    @Option(names = "--kafka-port", paramLabel = "N", description = "Kafka's port. Default: 19092.")
    private int kafkaPort = Ports.DEFAULT_KAFKA;

    @Option(names = "--mariadb-port", paramLabel = "N", description = "MariaDB's port. Default: 13306.")
    private int mariaDbPort = Ports.DEFAULT_MARIADB;

    @Override
    public void run() {
        List<MeterChoice> choices = MeterChoice.parse(meters);
        Map<String, String> givenKeys = MeterKeys.parse(keys, choices);
        boolean simulated =
                choices.stream().allMatch(meter -> meter.simulation().isPresent());
        DataFolder.Kind kind = simulated ? DataFolder.Kind.SIMULATED : DataFolder.Kind.REAL;
        if (!simulated && choices.stream().anyMatch(meter -> meter.simulation().isPresent())) {
            throw new StartFailure(
                    "a simulated and a real meter cannot share a data folder: start them separately, with --data DIR,"
                            + " --port-base N, --kafka-port N and --mariadb-port N for one of them.");
        }
        Path checkout = Path.of(System.getProperty("sem.checkout", "")).toAbsolutePath();
        Path folder = data != null ? data : checkout.resolve(".sem").resolve(simulated ? "demo" : "data");
        Ports ports = new Ports(portBase, kafkaPort, mariaDbPort);
        Plan plan = new Plan(
                checkout,
                folder,
                kind,
                choices,
                givenKeys,
                ports,
                lan,
                relay,
                spec.commandLine().getParent().getParseResult().originalArgs());
        Screen screen = new Screen(System.out, Boolean.getBoolean("sem.terminal"));
        Life.live(screen, parts -> new Up(plan, screen, parts).run());
    }
}
