package energy.sem.cli.doctor;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import energy.sem.cli.StartFailure;
import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.folder.BridgeMark;
import energy.sem.cli.folder.InstalledSem;
import energy.sem.cli.folder.ReadKey;
import energy.sem.cli.process.Ports;
import energy.sem.cli.process.Service;
import energy.sem.local.mariadb.DatabaseUser;

/**
 * Where the parts of one SEM are found.
 *
 * @param services where each answers; without home-bridge where that is off
 * @param kafka host and port
 * @param jdbcUrl of the schema sem
 * @param user who looks at the tables
 * @param password of that user
 * @param folder whose disk has to have room
 * @param readKey that opens reading; empty where it is open
 * @param keptBy who has the logs
 */
record Addresses(
        Map<Service, URI> services,
        String kafka,
        String jdbcUrl,
        String user,
        Password password,
        Path folder,
        Optional<String> readKey,
        KeptBy keptBy) {

    /** A password that is read when it is needed. */
    @FunctionalInterface
    interface Password {
        String get() throws IOException;
    }

    /**
     * Those of a {@code ./sem up} or of the package.
     *
     * @param folder its data folder
     */
    static Addresses of(Path folder, Ports ports, Map<String, String> settings) {
        Map<Service, URI> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            if (service == Service.BRIDGE && !isBridgeOn(settings) && !BridgeMark.is(folder)) {
                continue;
            }
            services.put(service, URI.create("http://127.0.0.1:" + ports.of(service)));
        }
        // As history sees it, which reads and cannot write.
        String user = DatabaseUser.HISTORY.userName();
        return new Addresses(
                services,
                "127.0.0.1:" + ports.kafka(),
                "jdbc:mariadb://127.0.0.1:" + ports.mariaDb() + "/sem",
                user,
                () -> passwordIn(folder, user),
                folder,
                ReadKey.in(settings),
                InstalledSem.is(folder) ? KeptBy.SYSTEMD : KeptBy.SEM_UP);
    }

    /** Those that the settings say: pod and cluster. */
    static Addresses of(Installation installation, Map<String, String> settings) {
        Map<Service, URI> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            if (service == Service.BRIDGE && !isBridgeOn(settings) && !settings.containsKey("SEM_BRIDGE_URL")) {
                continue;
            }
            String setting =
                    switch (service) {
                        case GATEWAY -> "SEM_GATEWAY_URL";
                        case HISTORY -> "SEM_HISTORY_URL";
                        case INGEST -> "SEM_INGEST_URL";
                        case DISPLAY -> "SEM_DISPLAY_URL";
                        case BRIDGE -> "SEM_BRIDGE_URL";
                    };
            services.put(service, address(setting, settings, Ports.DEFAULT_BASE + service.aboveBase()));
        }
        return new Addresses(
                services,
                installation.kafka().orElse("localhost:" + Ports.DEFAULT_KAFKA),
                installation.jdbcUrl(),
                installation.user(),
                installation::password,
                installation.backups().filter(Files::isDirectory).orElse(Path.of("/var/tmp")),
                ReadKey.in(settings),
                settings.containsKey("KUBERNETES_SERVICE_HOST") ? KeptBy.KUBERNETES : KeptBy.PODMAN);
    }

    private static boolean isBridgeOn(Map<String, String> settings) {
        return Service.startedWith(settings).contains(Service.BRIDGE);
    }

    private static URI address(String setting, Map<String, String> settings, int port) {
        String text = settings.getOrDefault(setting, "http://localhost:" + port);
        if (!text.matches("https?://[^/]+/?")) {
            throw new StartFailure(setting + "=" + text + " is no address such as http://localhost:" + port + ".");
        }
        return URI.create(text.replaceFirst("/$", ""));
    }

    private static String passwordIn(Path folder, String user) throws IOException {
        Properties passwords = new Properties();
        Path file = folder.resolve("mariadb/passwords.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
            return passwords.getProperty(user);
        } catch (IOException e) {
            throw new IOException("the database's passwords in " + file + " cannot be read", e);
        }
    }
}
