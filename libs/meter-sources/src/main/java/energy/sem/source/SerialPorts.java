package energy.sem.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fazecast.jSerialComm.SerialPort;

/** The serial ports of this machine. */
final class SerialPorts {
    /** Where Linux names ports by what is plugged in, so that a name stays when the order of plugging changes. */
    private static final Path BY_ID = Path.of("/dev/serial/by-id");

    /** Their paths, sorted. */
    static List<String> all() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(SerialPort::getSystemPortPath)
                .sorted()
                .toList();
    }

    /** Every port once: by its id where it has one, else by its path. */
    static List<String> named() throws IOException {
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

    private SerialPorts() {}
}
