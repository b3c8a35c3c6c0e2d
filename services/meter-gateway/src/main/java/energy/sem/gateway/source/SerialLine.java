package energy.sem.gateway.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fazecast.jSerialComm.SerialPort;

/** An open serial port that tries the other format while it hears noise or, for longer than any meter's pause, nothing. */
final class SerialLine implements Line {
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

    /**
     * Takes over an open port.
     *
     * @param device the path by which it is known, which comes back when a cable is plugged in again
     * @param real what the path meant when the port was opened
     * @param told whether its settings were told and stay
     * @param silence longer than any meter's pause
     * @param closed run once, when the port is closed
     */
    SerialLine(SerialPort port, Path device, Path real, boolean told, Duration silence, Runnable closed) {
        this.port = port;
        this.device = device;
        this.real = real;
        this.told = told;
        this.silenceNanos = silence.toNanos();
        this.closed = closed;
    }

    static void apply(SerialPort port, SerialSettings settings) {
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
