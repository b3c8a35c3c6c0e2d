package energy.sem.cli.backup.from;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine.Option;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.DataFolder;
import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.folder.PortsFile;
import energy.sem.cli.process.Ports;

/**
 * The options that say which SEM is meant. {@code --data} is the folder of a {@code ./sem up}; without it the database of
 * {@code --database}, of the environment, of {@code /etc/sem/sem.conf}, or of the package; without any of these the usual data folder.
 */
public final class InstallationOptions {
    private static final Path CONFIGURATION = Path.of("/etc/sem/sem.conf");

    /** The passwords that release/deb/scripts/prepare makes. */
    private static final Path SECRETS = Path.of("/etc/sem/secrets.env");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of a ./sem up, running or not. Default: .sem/data.")
    private Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "Not a ./sem up: its database, such as jdbc:mariadb://localhost/sem. Default: the settings of"
                    + " the environment and of /etc/sem/sem.conf.")
    private String database;

    @Option(names = "--user", paramLabel = "NAME", description = "Who makes the tables there. Default: sem_migrate.")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "The file with that user's password.")
    private Path passwordFile;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Its Kafka.")
    private String kafka;

    /** Opens the SEM that is meant, for reading; one that does not run is started as far as needed. */
    public Installation open(Map<String, String> environment) {
        Map<String, String> settings = settings(environment);
        return isServer(settings) ? server(settings) : FolderInstallation.open(folder(), settings);
    }

    /**
     * Opens the SEM that is meant, for a restore: a {@code ./sem up} must not run.
     *
     * @param kind of the readings that will be in it
     */
    public Installation openStopped(Map<String, String> environment, DataFolder.Kind kind) {
        Map<String, String> settings = settings(environment);
        return isServer(settings) ? server(settings) : FolderInstallation.openStopped(folder(), kind, settings);
    }

    /** The settings: those of the environment, and below them those of the package's files. */
    public Map<String, String> settings(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        if (data == null && InstalledSem.isThere()) {
            Ports ports = PortsFile.read(InstalledSem.FOLDER);
            settings.put(ServerInstallation.DATABASE, "jdbc:mariadb://127.0.0.1:" + ports.mariaDb() + "/sem");
            settings.put(ServerInstallation.KAFKA, "127.0.0.1:" + ports.kafka());
            settings.putAll(file(SECRETS));
        }
        if (data == null && Files.exists(CONFIGURATION)) {
            settings.putAll(file(CONFIGURATION));
        }
        settings.putAll(environment);
        return settings;
    }

    private static Map<String, String> file(Path file) {
        try {
            return ConfFile.parse(Files.readString(file));
        } catch (IOException e) {
            throw new StartFailure(
                    file + " cannot be read by " + System.getProperty("user.name") + ": try with sudo.", e);
        }
    }

    /** Whether a SEM is meant whose database and Kafka run by themselves. */
    public boolean isServer(Map<String, String> settings) {
        return data == null && (database != null || settings.containsKey(ServerInstallation.DATABASE));
    }

    private Installation server(Map<String, String> settings) {
        return ServerInstallation.of(
                Optional.ofNullable(database),
                Optional.ofNullable(user),
                password(),
                Optional.ofNullable(kafka),
                settings);
    }

    private Optional<String> password() {
        if (passwordFile == null) {
            return Optional.empty();
        }
        try {
            return Files.readString(passwordFile).lines().findFirst();
        } catch (IOException e) {
            throw new StartFailure(
                    "the password's file " + passwordFile + " cannot be read: is it there, and yours?", e);
        }
    }

    private Path folder() {
        return data != null
                ? data
                : Path.of(System.getProperty("sem.checkout", ""))
                        .toAbsolutePath()
                        .resolve(".sem/data");
    }
}
