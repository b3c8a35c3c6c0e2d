package energy.sem.source;

import java.util.Arrays;
import java.util.List;

import com.fazecast.jSerialComm.SerialPort;

/** The serial ports of this machine. */
final class SerialPorts {
    /** Their paths, sorted. */
    static List<String> all() {
        return Arrays.stream(SerialPort.getCommPorts())
                .map(SerialPort::getSystemPortPath)
                .sorted()
                .toList();
    }

    private SerialPorts() {}
}
