package energy.sem.cli.sensor;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import energy.sem.cli.StartFailure;
import energy.sem.cli.meter.MeterKeys;
import energy.sem.source.find.LanAddresses;

/** {@code ./sem sensor-config}. */
@Command(
        name = "sensor-config",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints the config.txt for the SD card of the original SEM sensor (ESP32) that pushes to a meter.",
            "./sem sensor-config roof --ssid MyWifi --password … > /media/sdcard/config.txt"
        })
public final class SensorConfigCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The meter's name, as in ./sem up --meter NAME=push.")
    private String meter;

    @Option(names = "--ssid", paramLabel = "SSID", description = "The Wi-Fi network.")
    private String ssid = "name-of-your-wifi";

    @Option(names = "--password", paramLabel = "SECRET", description = "The Wi-Fi network's password.")
    private String password = "its-password";

    @Option(
            names = "--address",
            paramLabel = "A.B.C.D",
            description = "Where the sensor reaches the gateway. Default: this machine's address in the local network.")
    private String address;

    @Option(
            names = "--key",
            paramLabel = "SECRET",
            description = "The meter's key. Default: the one that ./sem up made and keeps in the data folder.")
    private String key;

    @Option(names = "--data", paramLabel = "DIR", description = "The data folder. Default: .sem/data.")
    private Path data;

    @Override
    public Integer call() {
        Path checkout = Path.of(System.getProperty("sem.checkout", "")).toAbsolutePath();
        Path folder = data != null ? data : checkout.resolve(".sem").resolve("data");
        String secret = key != null
                ? key
                : MeterKeys.kept(folder, meter)
                        .orElseThrow(() -> new StartFailure("there is no key for " + meter + " in " + folder
                                + ": start ./sem up --meter " + meter + "=push once, which makes one, or give --key."));
        String host = address != null ? address : LanAddresses.all().get(0);
        System.out.print(new SensorConfig(ssid, password, host, secret).text());
        System.err.println();
        if (address == null && LanAddresses.all().size() > 1) {
            System.err.println("This machine has the addresses " + String.join(", ", LanAddresses.all())
                    + ": if the sensor reaches another than the first, give it with --address.");
        }
        System.err.println("The sensor calls " + host + " on port 80. In the pod and the cluster that is open; ./sem up"
                + " listens on 8080:");
        System.err.println("    ./sem up --lan --meter " + meter + "=push");
        System.err.println("    sudo socat TCP-LISTEN:80,fork,reuseaddr TCP:127.0.0.1:8080");
        return 0;
    }
}
