package energy.sem.source;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Two pseudo-terminals that are each other's cable, made by socat: a serial line without hardware. */
public final class PseudoTerminals implements AutoCloseable {
    private final Path meterEnd;
    private final Path gatewayEnd;
    private Process socat;

    private PseudoTerminals(Path folder) {
        meterEnd = folder.resolve("meter");
        gatewayEnd = folder.resolve("gateway");
    }

    /** Plugs the cable in; skips the test where socat is missing, fails it where CI=true. */
    public static PseudoTerminals start(Path folder) throws IOException {
        boolean there;
        try {
            there = new ProcessBuilder("socat", "-V")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("socat is missing, and CI=true: install it");
        }
        assumeTrue(there, "socat is not installed: the serial line is not tested");
        PseudoTerminals terminals = new PseudoTerminals(folder);
        terminals.plugIn();
        return terminals;
    }

    public void plugIn() throws IOException {
        socat = new ProcessBuilder("socat", "pty,raw,echo=0,link=" + meterEnd, "pty,raw,echo=0,link=" + gatewayEnd)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(meterEnd) && Files.exists(gatewayEnd));
    }

    public void unplug() {
        socat.destroy();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !socat.isAlive() && !Files.exists(gatewayEnd));
    }

    /** The device that the gateway reads. */
    public String device() {
        return gatewayEnd.toString();
    }

    /** Speaks as the meter does. */
    public void send(byte[] bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(meterEnd)) {
            out.write(bytes);
        }
    }

    /** Speaks as {@link #send} does, for a thread of its own. */
    void speak(byte[] bytes) {
        try {
            send(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (socat.isAlive()) {
            unplug();
        }
    }
}
