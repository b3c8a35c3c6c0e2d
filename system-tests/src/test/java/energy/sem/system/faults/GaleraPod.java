package energy.sem.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import energy.sem.local.process.ChildProcess;

/**
 * A database node of the overlay pi-cluster on loopback: started by the script and with the settings that the pods have
 * ({@code infra/k8s/cluster/galera-start}, {@code galera.cnf}), with ports and folders of its own.
 */
final class GaleraPod implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final String password;
    private final ChildProcess process;

    private GaleraPod(int port, String password, ChildProcess process) {
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /** The server that can do so. Where it is not installed the test is skipped, and with {@code CI=true} it fails. */
    static Path serverOrSkip() {
        if (Files.isExecutable(SERVER)
                && Files.exists(Path.of("/usr/lib/galera/libgalera_smm.so"))
                && Files.isExecutable(Path.of("/usr/bin/mariadb-backup"))) {
            return SERVER;
        }
        String needed = "needs Galera (Debian: apt-get install mariadb-server galera-4 mariadb-backup socat)";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError(needed + ", and CI=true");
        }
        throw new TestAbortedException(needed);
    }

    /**
     * The ports of a node.
     *
     * @param clients for those who ask
     * @param group what nodes say to each other
     * @param state for a whole copy of the state
     * @param missed for what a node missed
     */
    record Ports(int clients, int group, int state, int missed) {}

    /**
     * Starts a node; it is synced later.
     *
     * @param checkout the sources
     * @param folder its own, with a short name; its rows are in {@code data} below it
     * @param all the ports of all nodes
     * @param number of this one, from 0
     * @param password the administrator's
     */
    static GaleraPod start(Path checkout, Path folder, List<Ports> all, int number, String password)
            throws IOException {
        Path script = checkout.resolve("infra/k8s/cluster/galera-start");
        Files.createDirectories(folder.resolve("tmp"));
        Path data = folder.resolve("data");
        Path login = folder.resolve("galera-auth.cnf");
        Ports ports = all.get(number);
        Path settings = folder.resolve("galera.cnf");
        Files.writeString(
                settings,
                Files.readString(script.resolveSibling("galera.cnf"))
                                .replaceAll("gcomm://.*", "gcomm://" + addresses(all, ","))
                                .replace("/run/mysqld/galera-auth.cnf", login.toString())
                                .replace(
                                        "wsrep_provider_options=",
                                        "wsrep_provider_options=gmcast.listen_addr=tcp://127.0.0.1:" + ports.group()
                                                + ";ist.recv_addr=127.0.0.1:" + ports.missed() + ";")
                        + """

                        [mariadbd]
                        user=%s
                        datadir=%s
                        tmpdir=%s
                        socket=%s
                        pid_file=%s
                        port=%d
                        bind_address=127.0.0.1
                        wsrep_node_name=mariadb-%d
                        wsrep_node_address=127.0.0.1:%d
                        wsrep_sst_receive_address=127.0.0.1:%d
                        """
                                .formatted(
                                        System.getProperty("user.name"),
                                        data,
                                        folder.resolve("tmp"),
                                        folder.resolve("s"),
                                        folder.resolve("pid"),
                                        ports.clients(),
                                        number,
                                        ports.group(),
                                        ports.state()));
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        String server = SERVER + " --defaults-file=" + settings;
        Map<String, String> environment = Map.of(
                "DATADIR",
                data.toString(),
                "SERVER",
                server,
                "RECOVER",
                server,
                "AUTH",
                login.toString(),
                "PEERS",
                addresses(all, " "),
                "HOSTNAME",
                "mariadb-" + number,
                "MARIADB_ROOT_PASSWORD",
                password);
        return new GaleraPod(
                ports.clients(),
                password,
                ChildProcess.start(
                        "mariadb-" + number,
                        List.of("/bin/bash", script.toString()),
                        environment,
                        folder.resolve("node.log")));
    }

    private static String addresses(List<Ports> all, String between) {
        return all.stream().map(each -> "127.0.0.1:" + each.group()).collect(Collectors.joining(between));
    }

    /** Waits until it may be used, as {@code galera-synced} says it. */
    void awaitSynced(Duration patience) {
        process.awaitReady(this::isSynced, patience);
    }

    private boolean isSynced() {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:mariadb://127.0.0.1:" + port + "/?connectTimeout=2000", "root", password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW STATUS LIKE 'wsrep_local_state'")) {
            return row.next() && row.getString(2).equals("4");
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.stop(STOP_PATIENCE);
    }
}
