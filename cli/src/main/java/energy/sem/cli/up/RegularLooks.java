package energy.sem.cli.up;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import energy.sem.cli.backup.from.FolderInstallation;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.doctor.KeptLook;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.process.Ports;
import energy.sem.cli.screen.Screen;
import energy.sem.local.LocalServices;

/**
 * What {@code ./sem doctor} finds, looked for and written down for the page while {@code ./sem up} runs: a minute after the
 * start, then each five minutes, and each minute while something is wrong. On a thread of its own.
 */
final class RegularLooks implements AutoCloseable {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final DataFolder data;
    private final Ports ports;
    private final LocalServices local;
    private final Screen screen;
    private final Map<String, String> environment;
    private final Thread thread = new Thread(this::watch, "regular looks");
    private boolean isRefused;

    private RegularLooks(
            DataFolder data, Ports ports, LocalServices local, Screen screen, Map<String, String> environment) {
        this.data = data;
        this.ports = ports;
        this.local = local;
        this.screen = screen;
        this.environment = environment;
        thread.setDaemon(true);
    }

    static RegularLooks start(DataFolder data, Ports ports, LocalServices local, Screen screen) {
        RegularLooks looks = new RegularLooks(data, ports, local, screen, System.getenv());
        looks.thread.start();
        return looks;
    }

    /** Nothing is looked at any more, and so nothing that is being stopped is called a fault. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(STOP_PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try (Installation installation = FolderInstallation.running(data.path(), local, environment)) {
            KeptLook look = KeptLook.of(data.path(), ports, installation, environment);
            Duration pause = SOON;
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                pause = isWell(look) ? EVERY : SOON;
            }
        } catch (InterruptedException e) {
            // It is stopped.
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWell(KeptLook look) throws InterruptedException {
        try {
            boolean isWell = look.take().isEmpty();
            isRefused = false;
            return isWell;
        } catch (IOException e) {
            if (!isRefused) {
                screen.line("The page does not know what ./sem doctor finds, " + e.getMessage());
            }
            isRefused = true;
            return false;
        }
    }
}
