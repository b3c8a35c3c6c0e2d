package energy.sem.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/** An open serial port that tries the other format while it hears noise or, for longer than any meter's pause, nothing. */
final class SerialLine implements Line {
    private static final int READ_MILLIS = 1_000;

    // errno values of Linux, which jSerialComm passes on.
    private static final int EACCES = 13;
    private static final int EAGAIN = 11;
    private static final int EBUSY = 16;
    private static final int ENOTTY = 25;

    private final SerialPort port;
    private final Path device;
    private final Path real;
    private final boolean told;
    private final long silenceNanos;
    private final Runnable closed;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private SerialFormat format = SerialFormat.FAST_8N1;
    private Listening listening = new Listening();
    private long listeningSince = System.nanoTime();
    private Listening.Heard heardBefore;

    /** Takes over an open port. */
    private SerialLine(SerialPort port, Path device, Path real, boolean told, Duration silence, Runnable closed) {
        this.port = port;
        this.device = device;
        this.real = real;
        this.told = told;
        this.silenceNanos = silence.toNanos();
        this.closed = closed;
    }

    /**
     * Opens a port.
     *
     * @param source whose path it is known by, which comes back when a cable is plugged in again
     * @param real what the path means now
     * @param silence longer than any meter's pause
     * @param closed run once, when the port is closed
     */
    static Line open(SerialSource source, Path real, Duration silence, Runnable closed) throws IOException {
        SerialPort port = port(source, real);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_MILLIS, 0);
        apply(port, source.told().orElse(SerialFormat.FAST_8N1.settings()));
        String device = source.device();
        if (!port.openPort()) {
            throw switch (port.getLastErrorCode()) {
                case EACCES -> source.noPermission();
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
        return new SerialLine(port, Path.of(device), real, source.told().isPresent(), silence, closed);
    }

    private static SerialPort port(SerialSource source, Path real) throws IOException {
        try {
            return SerialPort.getCommPort(real.toString());
        } catch (SerialPortInvalidPortException e) {
            throw new IOException(source.device() + " is no serial port", e);
        }
    }

    private static void apply(SerialPort port, SerialSettings settings) {
        port.setComPortParameters(
                settings.baud(),
                settings.dataBits(),
                SerialPort.ONE_STOP_BIT,
                settings.evenParity() ? SerialPort.EVEN_PARITY : SerialPort.NO_PARITY);
    }

    @Override
    public int read(byte[] into) throws IOException {
        int count = port.readBytes(into, into.length);
        if (count < 0) {
            throw unplugged();
        }
        if (count == 0) {
            requireStillThere();
        }
        listening.hear(into, count);
        if (listening.heard() != Listening.Heard.TEXT) {
            maybeTryOther();
        }
        return count;
    }

    /** What is wrong with what is heard, in words; empty while all may be well. */
    @Override
    public Optional<String> complaint() {
        if (listening.heard() == Listening.Heard.TEXT) {
            return Optional.empty();
        }
        Listening.Heard heard = listening.heard() == Listening.Heard.NOISE ? Listening.Heard.NOISE : heardBefore;
        if (heard == Listening.Heard.NOISE) {
            return Optional.of("only noise comes from " + device + ": the speed is wrong"
                    + (told ? " (leave baud and format out to have them found)" : "")
                    + " or the cable does not invert the signal");
        }
        if (heard == Listening.Heard.NOTHING || silentFor() > silenceNanos) {
            return Optional.of("nothing comes from " + device
                    + ": is the cable in the meter's P1 port, and has the port been opened by the grid operator?");
        }
        return Optional.empty();
    }

    private void maybeTryOther() {
        Listening.Heard heard = listening.heard();
        boolean noise = heard == Listening.Heard.NOISE;
        if (!noise && silentFor() < silenceNanos) {
            return;
        }
        heardBefore = heard;
        listening = new Listening();
        listeningSince = System.nanoTime();
        if (!told) {
            format = format == SerialFormat.FAST_8N1 ? SerialFormat.SLOW_7E1 : SerialFormat.FAST_8N1;
            apply(port, format.settings());
        }
    }

    private long silentFor() {
        return System.nanoTime() - listeningSince;
    }

    private void requireStillThere() throws IOException {
        if (!port.isOpen() || !Files.exists(device) || !device.toRealPath().equals(real)) {
            throw unplugged();
        }
    }

    private IOException unplugged() {
        return new IOException("the cable at " + device + " was unplugged");
    }

    @Override
    public void close() {
        if (isClosed.compareAndSet(false, true)) {
            port.closePort();
            closed.run();
        }
    }
}
