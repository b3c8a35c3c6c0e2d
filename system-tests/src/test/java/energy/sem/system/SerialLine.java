package energy.sem.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A serial cable between two pseudo-terminals, made by socat: the test is the meter at one end. */
public final class SerialLine implements AutoCloseable {
    private Process socat;
    private final Path meterEnd;
    private final Path readerEnd;

    private SerialLine(Process socat, Path meterEnd, Path readerEnd) {
        this.socat = socat;
        this.meterEnd = meterEnd;
        this.readerEnd = readerEnd;
    }

    /** Skips the test where socat is missing, and fails it there when the environment has {@code CI=true}. */
    public static void requireSocat() {
        boolean present = isOnPath("socat");
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("socat is missing: in CI this test must run (Debian: apt-get install socat)");
        }
        Assumptions.assumeTrue(present, "skipped: socat is missing (Debian: apt-get install socat)");
    }

    /** A cable whose ends are links in a folder. */
    public static SerialLine open(Path folder) throws IOException {
        Path meterEnd = folder.resolve("meter");
        Path readerEnd = folder.resolve("reader");
        return new SerialLine(between(meterEnd, readerEnd), meterEnd, readerEnd);
    }

    private static Process between(Path meterEnd, Path readerEnd) throws IOException {
        Process socat = new ProcessBuilder(
                        "socat", "pty,raw,echo=0,link=" + meterEnd, "pty,raw,echo=0,link=" + readerEnd)
                .inheritIO()
                .start();
        Awaitility.await("both ends")
                .atMost(Duration.ofMinutes(1))
                .until(() -> Files.exists(meterEnd, LinkOption.NOFOLLOW_LINKS)
                        && Files.exists(readerEnd, LinkOption.NOFOLLOW_LINKS));
        return socat;
    }

    /** The cable is pulled out of the computer: its device is gone. */
    public synchronized void pull() {
        close();
    }

    /** It is there again, under the same name. */
    public synchronized void plug() throws IOException {
        socat = between(meterEnd, readerEnd);
    }

    /** The end that the gateway opens. */
    public Path device() {
        return readerEnd;
    }

    /** The end that the meter writes to. */
    public Path meterEnd() {
        return meterEnd;
    }

    /** Whether a line can be made here. */
    public static boolean isPossible() {
        return isOnPath("socat") || "true".equals(System.getenv("CI"));
    }

    /** The meter says something. */
    public void write(byte[] bytes) throws IOException {
        try (OutputStream out = Files.newOutputStream(meterEnd)) {
            out.write(bytes);
        }
    }

    @Override
    public synchronized void close() {
        socat.destroy();
        try {
            socat.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOnPath(String program) {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
