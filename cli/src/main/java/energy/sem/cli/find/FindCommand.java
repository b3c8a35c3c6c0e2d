package energy.sem.cli.find;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import energy.sem.cli.PortsCommand;
import energy.sem.cli.StartFailure;
import energy.sem.cli.help.CommandName;
import energy.sem.cli.meter.MeterSources;
import energy.sem.source.Announced;
import energy.sem.source.find.FoundMeter;
import energy.sem.source.find.NetworkSearch;

/** {@code ./sem meters find}. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows what announces itself in the network (mDNS) and what comes from the serial ports, with the line to"
                    + " type.",
            "./sem meters find"
        })
public final class FindCommand implements Callable<Integer> {
    @Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "How long to look in the network; the serial ports take up to half a minute more. Default: 8.")
    private int seconds = 8;

    @Option(names = "--no-serial", description = "Leaves the serial ports out.")
    private boolean noSerial;

    @Option(names = "--no-network", description = "Leaves the network out.")
    private boolean noNetwork;

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 1 || seconds > 60) {
            throw new StartFailure("--seconds " + seconds + ": 1 to 60, please.");
        }
        boolean network = !noNetwork && lookInNetwork();
        boolean serial = !noSerial && new PortsCommand().call() == 0;
        if (network || serial) {
            return 0;
        }
        System.out.println();
        System.out.println(
                "No meter was found. Is the P1 cable plugged in, or the device on and in this network? A device that"
                        + " does not announce itself is given by its address: ./sem up --help lists how.");
        return 1;
    }

    private boolean lookInNetwork() throws InterruptedException {
        System.out.println("Looking in the network for " + (seconds == 1 ? "a second" : seconds + " seconds")
                + (noSerial
                        ? " …"
                        : ", then at the serial ports, where there are any, for up to half a minute (not with"
                                + " --no-serial) …"));
        try {
            List<Announced> announced = NetworkSearch.everywhere(
                            MeterSources.known().serviceTypes())
                    .search(Duration.ofSeconds(seconds));
            List<String> lines = FoundText.lines(FoundMeter.of(announced, MeterSources.known()));
            lines.forEach(line -> System.out.println(CommandName.in(line)));
            if (lines.isEmpty()) {
                System.out.println("Nothing that is a meter announces itself.");
            }
            System.out.println();
            return !lines.isEmpty();
        } catch (IOException e) {
            System.out.println("The network cannot be searched: " + e.getMessage());
            return false;
        }
    }
}
