package energy.sem.cli.up;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.Nightly;
import energy.sem.cli.backup.archive.Passphrase;
import energy.sem.cli.backup.from.FolderInstallation;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.backup.keep.BackupFile;
import energy.sem.cli.backup.keep.BackupFolder;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.screen.Screen;
import energy.sem.local.LocalServices;

/**
 * A backup each night while {@code ./sem up} runs with a real meter, at a quarter past two, or a while after the start when a
 * night was missed. One that fails is tried again after an hour. On a thread of its own.
 */
final class NightlyBackups implements AutoCloseable {
    private static final LocalTime QUIET = LocalTime.of(2, 15);
    private static final Duration AFTER_START = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final DataFolder data;
    private final LocalServices local;
    private final Screen screen;
    private final Map<String, String> environment;
    private final Thread thread = new Thread(this::watch, "nightly backups");

    private NightlyBackups(DataFolder data, LocalServices local, Screen screen, Map<String, String> environment) {
        this.data = data;
        this.local = local;
        this.screen = screen;
        this.environment = environment;
        thread.setDaemon(true);
    }

    static NightlyBackups start(DataFolder data, LocalServices local, Screen screen) {
        NightlyBackups backups = new NightlyBackups(data, local, screen, System.getenv());
        backups.thread.start();
        return backups;
    }

    /**
     * When the next one is due.
     *
     * @param newest when the newest one was made; empty when there is none
     * @param earliest not before
     */
    static Instant due(Optional<Instant> newest, Instant earliest, ZoneId zone) {
        if (newest.isEmpty()) {
            return earliest;
        }
        ZonedDateTime made = newest.get().atZone(zone);
        ZonedDateTime night = made.toLocalDate().atTime(QUIET).atZone(zone);
        Instant next = (night.isAfter(made)
                        ? night
                        : made.toLocalDate().plusDays(1).atTime(QUIET).atZone(zone))
                .toInstant();
        return next.isBefore(earliest) ? earliest : next;
    }

    /** Gives up the one that is being made; nothing of it is left. */
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
        Instant earliest = Clock.systemUTC().instant().plus(AFTER_START);
        try (Installation installation = FolderInstallation.running(data.path(), local, environment)) {
            BackupFolder folder = new BackupFolder(installation.backups().orElseThrow());
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
                Instant now = Instant.now();
                if (!now.isBefore(due(folder.newest().map(BackupFile::at), earliest, ZoneId.systemDefault()))
                        && !backUp(installation, folder, now)) {
                    earliest = now.plus(AFTER_FAILURE);
                }
            }
        } catch (InterruptedException e) {
            // It is stopped.
            Thread.currentThread().interrupt();
        }
    }

    private boolean backUp(Installation installation, BackupFolder folder, Instant now) {
        try {
            new Nightly(installation, folder, Passphrase.given(null, environment), screen).run(now);
            return true;
        } catch (StartFailure e) {
            if (!Thread.currentThread().isInterrupted()) {
                screen.line("The nightly backup failed and is tried again in an hour: " + e.getMessage());
            }
            return false;
        }
    }
}
