package energy.sem.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fazecast.jSerialComm.SerialPort;

/**
 * {@code ./sem ports}: listens on the serial ports of this machine, or on those given as arguments, and prints what it
 * heard and the line to type. Ends with status 0 when telegrams were heard, else with 1. It is a program of its own: no
 * service runs.
 */
public final class SerialPortsMain {
    /** Where Linux names ports by what is plugged in, so that a name stays when the order of plugging changes. */
    private static final Path BY_ID = Path.of("/dev/serial/by-id");

    private SerialPortsMain() {}

    public static void main(String[] args) throws InterruptedException, IOException {
        List<String> devices = args.length > 0 ? List.of(args) : devices();
        if (devices.isEmpty()) {
            System.out.println("There is no serial port: is the cable plugged in?");
            System.exit(1);
        }
        System.out.println("Listening on " + String.join(", ", devices) + " (up to half a minute) …");
        boolean telegrams = false;
        for (Map.Entry<String, PortCheck.Result> each : PortCheck.listenOnAll(
                        devices, Optional.empty(), PortCheck.PATIENCE)
                .entrySet()) {
            System.out.println();
            System.out.println(each.getValue().words());
            if (each.getValue().heard() == PortCheck.Heard.TELEGRAM) {
                telegrams = true;
                System.out.println("    ./sem up --meter home=serial:" + each.getKey());
            }
        }
        System.exit(telegrams ? 0 : 1);
    }

    /** Every port once: by its id where it has one, else by its path. */
    private static List<String> devices() throws IOException {
        List<String> devices = new ArrayList<>();
        Set<Path> named = new HashSet<>();
        if (Files.isDirectory(BY_ID)) {
            try (DirectoryStream<Path> ids = Files.newDirectoryStream(BY_ID)) {
                for (Path id : ids) {
                    devices.add(id.toString());
                    named.add(id.toRealPath());
                }
            }
        }
        for (SerialPort port : SerialPort.getCommPorts()) {
            if (!named.contains(Path.of(port.getSystemPortPath()).toRealPath())) {
                devices.add(port.getSystemPortPath());
            }
        }
        return devices;
    }
}
