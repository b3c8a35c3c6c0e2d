package energy.sem.local.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mariadb.jdbc.MariaDbDataSource;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.ChildProcess;
import energy.sem.local.process.Folders;
import energy.sem.local.process.FreePort;
import energy.sem.local.process.KeptProcess;
import energy.sem.local.process.OwnedFolder;

/**
 * A MariaDB server in a process of its own, reachable on 127.0.0.1 only. Its data folder is made on first use and kept.
 * When it is ready the schemas {@code sem} and {@code sem_views} and every {@link DatabaseUser} exist; tables do not. The
 * process ends with {@link #close()} and with this JVM, however that ends. Safe for use by several threads.
 */
public final class LocalMariaDb implements KeptProcess, AutoCloseable {

    private static final String NAME = "MariaDB";
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final OwnedFolder folder;
    private final int port;
    private final MariaDbProgram program;
    private final Passwords passwords;
    private final Optional<GaleraNode> galera;
    private final List<String> options;
    private final boolean synced;
    private volatile ChildProcess process;

    private LocalMariaDb(
            OwnedFolder folder,
            int port,
            MariaDbProgram program,
            Passwords passwords,
            Optional<GaleraNode> galera,
            List<String> options,
            boolean synced) {
        this.folder = folder;
        this.port = port;
        this.program = program;
        this.passwords = passwords;
        this.galera = galera;
        this.options = options;
        this.synced = synced;
    }

    /**
     * Starts a server and waits until one can log in.
     *
     * @param dataFolder its own folder, made when absent
     * @param port on 127.0.0.1; 0 chooses a free one
     * @throws LocalServiceException when no MariaDB is there for this machine, the port is taken, the folder is in use or
     *     cannot be written, or the server does not start
     */
    public static LocalMariaDb start(Path dataFolder, int port) {
        return start(dataFolder, port, MariaDbProgram.find());
    }

    /**
     * Starts, for tests, a server that waits for no disk, as {@link #start(Path, int)} otherwise: what is committed survives the end
     * of its process, however that ends, and not the end of the machine.
     */
    public static LocalMariaDb startUnsynced(Path dataFolder, int port) {
        return start(dataFolder, port, MariaDbProgram.find(), false);
    }

    static LocalMariaDb start(Path dataFolder, int port, MariaDbProgram program) {
        return start(dataFolder, port, program, true);
    }

    private static LocalMariaDb start(Path dataFolder, int port, MariaDbProgram program, boolean synced) {
        OwnedFolder folder = OwnedFolder.take(dataFolder);
        try {
            LocalMariaDb database = new LocalMariaDb(
                    folder,
                    port == 0 ? FreePort.find() : port,
                    program,
                    Passwords.of(folder.path()),
                    Optional.empty(),
                    List.of(),
                    synced);
            database.restart();
            return database;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts the nodes of a Galera cluster, one after the other, for tests: by what Debian's mariadb-server, galera-4,
     * mariadb-backup and socat bring, installed, or unpacked in the folder that {@code -Dsem.local.galera} names.
     *
     * @param dataFolder in which each has its own
     * @param ports of 127.0.0.1, one a node
     * @return empty where those packages are not there
     */
    public static Optional<List<LocalMariaDb>> startCluster(Path dataFolder, List<Integer> ports) {
        return GaleraNode.cluster(ports.size()).map(members -> {
            List<LocalMariaDb> nodes = new ArrayList<>();
            try {
                for (GaleraNode member : members) {
                    OwnedFolder folder = OwnedFolder.take(dataFolder.resolve(member.name()));
                    Passwords passwords = nodes.isEmpty() ? Passwords.of(folder.path()) : nodes.get(0).passwords;
                    nodes.add(new LocalMariaDb(
                            folder,
                            ports.get(nodes.size()),
                            member.program(),
                            passwords,
                            Optional.of(member),
                            List.of(),
                            true));
                }
                begin(nodes);
                return nodes;
            } catch (RuntimeException e) {
                nodes.forEach(LocalMariaDb::close);
                throw e;
            }
        });
    }

    /**
     * Starts two servers on free ports, for tests: a primary, and a replica that follows it a moment later and takes no changes from
     * clients. Both have the primary's users.
     *
     * @param dataFolder in which each has its own
     */
    public static List<LocalMariaDb> startReplicated(Path dataFolder) {
        List<LocalMariaDb> servers = new ArrayList<>();
        try {
            OwnedFolder first = OwnedFolder.take(dataFolder.resolve("primary"));
            Passwords passwords = Passwords.of(first.path());
            servers.add(new LocalMariaDb(
                    first,
                    FreePort.find(),
                    MariaDbProgram.find(),
                    passwords,
                    Optional.empty(),
                    List.of("--server-id=1", "--log-bin=binlog", "--binlog-format=ROW"),
                    true));
            servers.add(new LocalMariaDb(
                    OwnedFolder.take(dataFolder.resolve("replica")),
                    FreePort.find(),
                    MariaDbProgram.find(),
                    passwords,
                    Optional.empty(),
                    List.of("--server-id=2", "--read-only"),
                    true));
            servers.forEach(LocalMariaDb::restart);
            servers.get(1).follow(servers.get(0));
            return servers;
        } catch (SQLException e) {
            servers.forEach(LocalMariaDb::close);
            throw new LocalServiceException("the replica does not follow: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            servers.forEach(LocalMariaDb::close);
            throw e;
        }
    }

    private void follow(LocalMariaDb primary) throws SQLException {
        try (Connection connection = connect(DatabaseUser.ROOT);
                Statement statement = connection.createStatement()) {
            statement.execute("CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + primary.port
                    + ", MASTER_USER = 'root', MASTER_PASSWORD = '" + primary.password(DatabaseUser.ROOT)
                    + "', MASTER_SSL = 0, MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1");
            statement.execute("START SLAVE");
        }
    }

    /** The others begin with a copy of the first one's folder, so that its whole state need not be sent. */
    private static void begin(List<LocalMariaDb> nodes) {
        Path first = nodes.get(0).folder.path().resolve("data");
        nodes.get(0).restart();
        nodes.get(0).stop();
        try {
            for (LocalMariaDb other : nodes.subList(1, nodes.size())) {
                Files.createDirectories(other.folder.path().resolve("tmp"));
                Folders.copy(first, other.folder.path().resolve("data"));
            }
        } catch (IOException e) {
            throw new LocalServiceException("cannot copy " + first + ": " + e.getMessage(), e);
        }
        nodes.forEach(LocalMariaDb::restart);
    }

    /** {@code jdbc:mariadb://127.0.0.1:port/sem}. */
    public String jdbcUrl() {
        return jdbcUrl("sem");
    }

    /** The URL of another schema, such as {@code sem_views}. */
    public String jdbcUrl(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema;
    }

    @Override
    public String name() {
        return galera.map(node -> NAME + " " + node.name()).orElse(NAME);
    }

    public int port() {
        return port;
    }

    public String password(DatabaseUser user) {
        return passwords.of(user);
    }

    /** A new connection to the schema {@code sem}; to {@code sem_views} for {@link DatabaseUser#GRAFANA}. */
    public Connection connect(DatabaseUser user) throws SQLException {
        String url = jdbcUrl(user == DatabaseUser.GRAFANA ? "sem_views" : "sem");
        MariaDbDataSource source = new MariaDbDataSource(url + "?connectTimeout=2000");
        return source.getConnection(user.userName(), password(user));
    }

    /** The server's process id, of the last start. */
    public synchronized long pid() {
        return process.pid();
    }

    @Override
    public boolean isAlive() {
        ChildProcess running = process;
        return running != null && running.isAlive();
    }

    /** As {@link #isAlive()}: a start waits until it is ready. A node of a cluster may lose that while it lives. */
    @Override
    public boolean isReady() {
        return isAlive() && (galera.isEmpty() || answers());
    }

    @Override
    public String endInWords() {
        return process.endInWords();
    }

    /** Stops the server cleanly; {@link #restart()} brings it back. */
    public synchronized void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    /** Ends the server as a power cut would; {@link #restart()} brings it back. */
    public synchronized void kill() {
        process.kill();
    }

    /** Starts the stopped server on the same port with the same data, and waits until one can log in. */
    @Override
    public synchronized void restart() {
        if (process != null && process.isAlive()) {
            return;
        }
        FreePort.require(port, NAME);
        Map<String, String> environment = galera.map(GaleraNode::environment).orElse(Map.of());
        MariaDbFiles files = new MariaDbFiles(folder.path(), program, environment, synced);
        files.prepare();
        Path users = files.usersScript(passwords);
        process = ChildProcess.start(
                name(),
                galera.map(node -> files.nodeCommand(port, users, node, passwords.of(DatabaseUser.ROOT)))
                        .orElseGet(() -> alone(files, users)),
                environment,
                files.log());
        try {
            folder.usedBy(process);
            process.awaitReady(this::answers, START_PATIENCE);
            Files.delete(users);
        } catch (IOException e) {
            throw new LocalServiceException("cannot delete " + users + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            process.stop(STOP_PATIENCE);
            throw e;
        }
    }

    private List<String> alone(MariaDbFiles files, Path users) {
        List<String> command = files.serverCommand(port, users);
        command.addAll(options);
        return command;
    }

    /** Stops the server and gives the folder back. The data stay. */
    @Override
    public void close() {
        stop();
        folder.close();
    }

    private boolean answers() {
        try (Connection connection = connect(DatabaseUser.ROOT)) {
            return connection.isValid(2) && (galera.isEmpty() || isPrimary(connection));
        } catch (SQLException e) {
            return false;
        }
    }

    /** A node that is alone accepts who logs in, and refuses every statement. */
    private static boolean isPrimary(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW STATUS LIKE 'wsrep_ready'")) {
            return row.next() && row.getString(2).equals("ON");
        }
    }
}
