package energy.sem.cli.backup.from;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import energy.sem.cli.StartFailure;
import energy.sem.cli.folder.InstalledSem;

/** A SEM whose database and Kafka run by themselves: package, pod, cluster. Its settings have the names that ingest's have. */
final class ServerInstallation {
    static final String DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";
    static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
    private static final String USER = "QUARKUS_FLYWAY_USERNAME";
    private static final String PASSWORD = "QUARKUS_FLYWAY_PASSWORD";
    private static final String PASSWORD_OF_USERS = "SEM_MIGRATE_PASSWORD";
    private static final String SETTINGS = "SEM_BACKUP_SETTINGS";

    private ServerInstallation() {}

    static Installation of(
            Optional<String> database,
            Optional<String> user,
            Optional<String> password,
            Optional<String> kafka,
            Map<String, String> settings) {
        String url = database.orElseGet(() -> settings.get(DATABASE));
        if (!url.startsWith("jdbc:mariadb://")) {
            throw new StartFailure(
                    "the database \"" + url + "\" is no address such as jdbc:mariadb://localhost:3306/sem.");
        }
        String who = user.or(() -> Optional.ofNullable(settings.get(USER))).orElse("sem_migrate");
        String secret = password.or(() -> Optional.ofNullable(settings.get(PASSWORD)))
                .or(() -> Optional.ofNullable(settings.get(PASSWORD_OF_USERS)))
                .orElseThrow(() -> new StartFailure("the password of " + who
                        + " is not known: give --password-file FILE, or set " + PASSWORD + "."));
        Path folder =
                Optional.ofNullable(settings.get(SETTINGS)).map(Path::of).orElseGet(() -> keys(Path.of("/etc/sem")));
        return new Installation(
                "SEM with the database " + url,
                url,
                who,
                secret,
                kafka.or(() -> Optional.ofNullable(settings.get(KAFKA))),
                new KeptFiles(folder, Pattern.compile(".*")),
                backups(settings),
                Installation.NOTHING);
    }

    /** Where keys are: in a container there may be a folder of the package's name that has contracts in it and no keys. */
    private static Path keys(Path folder) {
        boolean contractsOnly = Files.isDirectory(folder) && !Files.exists(folder.resolve("secrets.env"));
        return contractsOnly ? folder.resolve("keys") : folder;
    }

    private static Optional<Path> backups(Map<String, String> settings) {
        return FolderInstallation.chosenFolder(settings).or(() -> Optional.of(InstalledSem.FOLDER)
                .filter(Files::isDirectory)
                .map(folder -> folder.resolve("backups")));
    }
}
