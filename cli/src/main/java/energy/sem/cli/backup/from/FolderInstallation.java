package energy.sem.cli.backup.from;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.pair.KeptToken;
import energy.sem.cli.process.Ports;
import energy.sem.local.LocalServices;
import energy.sem.local.mariadb.DatabaseUser;

/** The SEM of a data folder. While {@code ./sem up} runs it is asked; otherwise its database and Kafka are started. */
public final class FolderInstallation {
    /** An environment variable: where backups go. */
    private static final String FOLDER = "SEM_BACKUP_FOLDER";

    private static final Pattern KEYS = Pattern.compile("meter-keys\\.properties|admin-key|" + KeptToken.NAMES);

    private FolderInstallation() {}

    /** The one that has these services running already; closing it stops nothing. */
    public static Installation running(Path data, LocalServices local, Map<String, String> settings) {
        return of(data, local, settings, Installation.NOTHING);
    }

    static Optional<Path> chosenFolder(Map<String, String> settings) {
        return Optional.ofNullable(settings.get(FOLDER))
                .filter(text -> !text.isBlank())
                .map(Path::of);
    }

    /** That of a folder; where no {@code ./sem up} runs, its database and Kafka are started. */
    public static Installation open(Path folder, Map<String, String> settings) {
        Path data = folder.toAbsolutePath().normalize();
        if (DataFolder.isInUse(data)) {
            return ofRunning(data, PortsFile.read(data), settings);
        }
        DataFolder.Kind kind = DataFolder.kindOf(data)
                .orElseThrow(() -> new StartFailure("no ./sem up has ever run with the data folder " + data
                        + ": give another with --data DIR, or --database URL for a SEM that is installed."));
        return openStopped(data, kind, settings);
    }

    static Installation openStopped(Path folder, DataFolder.Kind kind, Map<String, String> settings) {
        Path data = folder.toAbsolutePath().normalize();
        if (DataFolder.isInUse(data)) {
            throw new StartFailure("a ./sem up runs with the data folder " + data
                    + ": stop it with Ctrl-C and try again. Nothing was changed.");
        }
        DataFolder taken = DataFolder.take(data, kind);
        try {
            LocalServices local = LocalServices.start(data, 0, 0);
            return of(data, local, settings, () -> {
                local.close();
                taken.close();
            });
        } catch (RuntimeException e) {
            taken.close();
            throw e;
        }
    }

    private static Installation of(
            Path data, LocalServices local, Map<String, String> settings, Installation.Started started) {
        return new Installation(
                "the data folder " + data,
                local.mariaDb().jdbcUrl(),
                DatabaseUser.MIGRATE.userName(),
                local.mariaDb().password(DatabaseUser.MIGRATE),
                Optional.of(local.kafka().bootstrapServers()),
                new KeptFiles(data, KEYS),
                chosenFolder(settings).or(() -> Optional.of(data.resolve("backups"))),
                started);
    }

    private static Installation ofRunning(Path data, Ports ports, Map<String, String> settings) {
        Properties passwords = new Properties();
        Path file = data.resolve("mariadb/passwords.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        } catch (IOException e) {
            throw new StartFailure("the database's passwords in " + file + " cannot be read: is the folder yours?", e);
        }
        String user = DatabaseUser.MIGRATE.userName();
        return new Installation(
                "the running ./sem up of " + data,
                "jdbc:mariadb://127.0.0.1:" + ports.mariaDb() + "/sem",
                user,
                passwords.getProperty(user),
                Optional.of("127.0.0.1:" + ports.kafka()),
                new KeptFiles(data, KEYS),
                chosenFolder(settings).or(() -> Optional.of(data.resolve("backups"))),
                Installation.NOTHING);
    }
}
