package energy.sem.gateway.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/**
 * {@code serial:/dev/serial/by-id/…}: a P1 cable. Speed and format are found by listening unless told. The request line
 * of cables that feed it is raised.
 *
 * @param device its path
 * @param told speed and format, where the URL has them
 */
record SerialSource(String device, Optional<SerialSettings> told) implements Source {
    private static final int READ_MILLIS = 1_000;

    /** DSMR 3 and 4 send every ten seconds and take up to eight for a telegram. */
    private static final Duration SILENCE = Duration.ofSeconds(12);

    /** What this process reads. Nothing else keeps two meters of one process from one port, each reading half of it. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    // errno values of Linux, which jSerialComm passes on.
    private static final int EACCES = 13;
    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;
    private static final int ENOTTY = 25;

    static Source parse(String url) {
        String rest = url.substring("serial:".length());
        int question = rest.indexOf('?');
        String device = question < 0 ? rest : rest.substring(0, question);
        Optional<SerialSettings> told =
                question < 0 ? Optional.empty() : Optional.of(SerialSettings.parse(rest.substring(question + 1)));
        if (device.equals("auto")) {
            return new SerialAutoSource(told);
        }
        try {
            if (!Path.of(device).isAbsolute()) {
                throw new IllegalArgumentException(
                        "\"" + url + "\" names no device: use serial:/dev/serial/by-id/… or serial:auto");
            }
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + url + "\" names no device: " + e.getReason(), e);
        }
        return new SerialSource(device, told);
    }

    @Override
    public Line open() throws IOException {
        return open(SILENCE);
    }

    /** @param silence longer than any meter's pause: after so much of it the line complains and tries the other format */
    Line open(Duration silence) throws IOException {
        Path path = Path.of(device);
        if (!Files.exists(path)) {
            throw new IOException("there is no device " + device + ": is the cable plugged in?");
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw noPermission();
        }
        Path real = path.toRealPath();
        if (!OPEN.add(real)) {
            throw new IOException(device + " is busy: another meter of this gateway reads it");
        }
        SerialPort port = null;
        try {
            port = opened(real);
            return new SerialLine(port, path, real, told.isPresent(), silence, () -> OPEN.remove(real));
        } finally {
            if (port == null) {
                OPEN.remove(real);
            }
        }
    }

    private SerialPort opened(Path real) throws IOException {
        SerialSettings settings = told.orElse(SerialFormat.FAST_8N1.settings());
        SerialPort port = port(real);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        SerialLine.apply(port, settings);
        if (!port.openPort()) {
            throw switch (port.getLastErrorCode()) {
                case EACCES -> noPermission();
                case EBUSY, EAGAIN ->
                    new IOException(device + " is busy: another program reads it (see: fuser " + device + ")");
                case ENOTTY -> new IOException(device + " is no serial port");
                default ->
                    new IOException(
                            device + " cannot be opened as a serial port (error " + port.getLastErrorCode() + ")");
            };
        }
        port.setDTR();
        port.setRTS();
        return port;
    }

    private SerialPort port(Path real) throws IOException {
        try {
            return SerialPort.getCommPort(real.toString());
        } catch (SerialPortInvalidPortException e) {
            throw new IOException(device + " is no serial port", e);
        }
    }

    private IOException noPermission() {
        return new IOException("no permission to read " + device
                + ": add the user to the group dialout (sudo usermod -aG dialout $USER) and log in again");
    }
}
