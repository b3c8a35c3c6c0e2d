package energy.sem.cli.display;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.process.Ports;
import energy.sem.cli.process.Service;
import energy.sem.source.find.LanAddresses;

/** {@code ./sem display-config}. */
@Command(
        name = "display-config",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the config.txt for the SD card or the flash of a display (docs/display-esp32.md).",
            "./sem display-config --ssid MyWifi --password … > /media/sdcard/config.txt"
        })
public final class DisplayConfigCommand implements Callable<Integer> {
    @Option(names = "--ssid", paramLabel = "SSID", description = "The Wi-Fi network.")
    private String ssid = "name-of-your-wifi";

    @Option(names = "--password", paramLabel = "SECRET", description = "Its password; empty when it has none.")
    private String password = "its-password";

    @Option(
            names = "--address",
            paramLabel = "HOST",
            description = "Where the display reaches SEM; empty: it looks for SEM in the network (mDNS). Default: this"
                    + " machine's address in the local network.")
    private String address;

    @Option(names = "--port", paramLabel = "N", description = "display-feed's port. Default: 8083.")
    private int port = new Ports(Ports.DEFAULT_BASE, Ports.DEFAULT_KAFKA, Ports.DEFAULT_MARIADB).of(Service.DISPLAY);

    @Option(
            names = "--key",
            paramLabel = "SECRET",
            description = "A read key, where SEM_READ_KEYS has some (the pod, the cluster).")
    private String key = "";

    @Option(names = "--meter", paramLabel = "NAME", description = "Whose pictures. Default: the first meter's.")
    private String meter = "";

    @Option(names = "--lang", paramLabel = "nl|fr|de|en", description = "Default: nl.")
    private String language = "nl";

    @Option(names = "--view", paramLabel = "VIEW", description = "What is shown first. Default: day,0.")
    private String view = "day,0";

    @Option(
            names = "--rot",
            paramLabel = "270|90",
            description = "90 where the panel hangs the other way round. Default: 270.")
    private int rotation = 270;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Of the household. Default: SEM_TIME_ZONE, else Europe/Brussels.")
    private String zone = System.getenv().getOrDefault("SEM_TIME_ZONE", "Europe/Brussels");

    @Override
    public Integer call() {
        List<String> here = LanAddresses.all();
        String host = address != null ? address : here.get(0);
        System.out.print(
                new DisplayConfig(ssid, password, host, port, key, meter, language, view, rotation, posixZone())
                        .text());
        System.err.println();
        if (address == null && here.size() > 1) {
            System.err.println("This machine has the addresses " + String.join(", ", here)
                    + ": if the display reaches another than the first, give it with --address.");
        }
        if (address == null) {
            System.err.println("./sem up lets others in only with --lan.");
        }
        return 0;
    }

    private String posixZone() {
        try {
            return PosixZone.of(ZoneId.of(zone), Instant.now())
                    .orElseThrow(() -> new StartFailure("--time-zone " + zone
                            + ": its summer time follows no rule that a display knows; give another one."));
        } catch (DateTimeException e) {
            throw new StartFailure(
                    "--time-zone " + zone + ": there is no such zone; it is one such as Europe/Brussels.");
        }
    }
}
