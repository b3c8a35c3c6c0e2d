package energy.sem.local.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import energy.sem.local.LocalServiceException;
import energy.sem.local.process.FreePort;

/**
 * What makes a server a node of a Galera cluster on 127.0.0.1, for tests: Debian's mariadb-server, galera-4, mariadb-backup and
 * socat, which need not be installed. Immutable.
 *
 * @param root where those packages are unpacked, {@code /} when they are installed
 * @param ports of the cluster's nodes, three each: what nodes say to each other, whole states, parts of states
 * @param number of this node, from 0
 */
record GaleraNode(Path root, List<Integer> ports, int number) {
    /** A system property: the folder in which the packages are unpacked. */
    static final String ROOT_PROPERTY = "sem.local.galera";

    private static final Pattern RECOVERED = Pattern.compile("Recovered position:? ([0-9a-f-]+:-?\\d+)");
    private static final int PORTS_A_NODE = 3;

    /** The nodes of a cluster of so many; empty where the packages are not there. */
    static Optional<List<GaleraNode>> cluster(int size) {
        Path root = Path.of(System.getProperty(ROOT_PROPERTY, "/"));
        if (!Files.exists(provider(root)) || !Files.isExecutable(root.resolve("usr/bin/mariadb-backup"))) {
            return Optional.empty();
        }
        List<Integer> ports = IntStream.range(0, size * PORTS_A_NODE)
                .mapToObj(i -> FreePort.find())
                .toList();
        return Optional.of(IntStream.range(0, size)
                .mapToObj(number -> new GaleraNode(root, ports, number))
                .toList());
    }

    /** As its folder and messages call it, such as {@code node1}. */
    String name() {
        return "node" + number;
    }

    /** The server that knows Galera. */
    MariaDbProgram program() {
        return new MariaDbProgram(root.resolve("usr/sbin/mariadbd"), root.resolve("usr/share/mysql"));
    }

    /** So that it finds its libraries and its programs where they are unpacked. */
    Map<String, String> environment() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", root.resolve("usr/bin") + ":" + root.resolve("usr/sbin") + ":" + System.getenv("PATH"));
        if (!root.equals(Path.of("/"))) {
            try (Stream<Path> folders = Files.list(root.resolve("usr/lib"))) {
                variables.put(
                        "LD_LIBRARY_PATH",
                        folders.filter(Files::isDirectory)
                                .map(Path::toString)
                                .reduce((one, other) -> one + ":" + other)
                                .orElse(""));
            } catch (IOException e) {
                throw new LocalServiceException("cannot read " + root + ": " + e.getMessage(), e);
            }
        }
        return variables;
    }

    /** Whether it begins the cluster, alone: with no state of one yet, or as the last that ended. */
    boolean begins(Path data) {
        Path state = data.resolve("grastate.dat");
        try {
            return number == 0
                    && (!Files.exists(state) || Files.readString(state).contains("safe_to_bootstrap: 1"));
        } catch (IOException e) {
            throw new LocalServiceException("cannot read " + state + ": " + e.getMessage(), e);
        }
    }

    /**
     * The options of a node.
     *
     * @param password of root, by whom others read its whole state
     */
    List<String> options(String password) {
        return List.of(
                "--binlog-format=ROW",
                "--innodb-autoinc-lock-mode=2",
                "--wsrep-on=ON",
                "--wsrep-provider=" + provider(root),
                "--wsrep-cluster-name=sem",
                "--wsrep-cluster-address=gcomm://" + addresses(),
                "--wsrep-node-name=" + name(),
                "--wsrep-node-address=127.0.0.1:" + port(0),
                "--wsrep-sst-method=mariabackup",
                "--wsrep-sst-auth=root:" + password,
                "--wsrep-sst-receive-address=127.0.0.1:" + port(1),
                // A node that is silent for so long is out: until then nothing is committed.
                "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:" + port(0) + ";ist.recv_addr=127.0.0.1:"
                        + port(2) + ";gcache.size=64M;evs.keepalive_period=PT0.5S;evs.suspect_timeout=PT3S"
                        + ";evs.inactive_timeout=PT6S;evs.install_timeout=PT6S");
    }

    /** Where a node that was killed stood, from what it printed when asked to recover; empty where it has no state. */
    static Optional<String> recovered(String printed) {
        return RECOVERED
                .matcher(printed)
                .results()
                .map(found -> found.group(1))
                .filter(position -> !position.endsWith(":-1"))
                .reduce((earlier, later) -> later);
    }

    private String addresses() {
        return IntStream.range(0, ports.size() / PORTS_A_NODE)
                .mapToObj(node -> "127.0.0.1:" + ports.get(node * PORTS_A_NODE))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }

    private int port(int which) {
        return ports.get(number * PORTS_A_NODE + which);
    }

    private static Path provider(Path root) {
        return root.resolve("usr/lib/galera/libgalera_smm.so");
    }
}
