package energy.sem.local.test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

import energy.sem.local.mariadb.LocalMariaDb;
import energy.sem.local.process.FreePort;

/** Three real MariaDB servers that are one Galera cluster, on free ports of the loopback. */
public final class GaleraCluster implements AutoCloseable {
    private static final int NODES = 3;

    private final List<LocalMariaDb> nodes;

    private GaleraCluster(List<LocalMariaDb> nodes) {
        this.nodes = nodes;
    }

    /** Whether it can be had here is seen by trying. Where it cannot the test is skipped, and with {@code CI=true} it fails. */
    public static GaleraCluster startOrSkip(Path folder) {
        return startOrSkip(
                folder,
                IntStream.range(0, NODES).mapToObj(node -> FreePort.find()).toList());
    }

    /** The same on these ports. */
    public static GaleraCluster startOrSkip(Path folder, List<Integer> ports) {
        return new GaleraCluster(LocalMariaDb.startCluster(folder, ports).orElseThrow(GaleraCluster::absent));
    }

    /** Its servers, the first of which began it. */
    public List<LocalMariaDb> nodes() {
        return nodes;
    }

    /** Where clients find it that begin at this node and go on to the next ones: all writers of one address are on one node. */
    public String jdbcUrl(int first) {
        return jdbcUrl(Stream.iterate(first, node -> (node + 1) % NODES)
                .limit(NODES)
                .map(node -> nodes.get(node).port())
                .toList());
    }

    /** The same by these ports, such as those of proxies before the nodes. */
    public static String jdbcUrl(List<Integer> ports) {
        return "jdbc:mariadb:sequential://"
                + ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","))
                + "/sem?galeraAllowedState=4&deniedListTimeout=2000";
    }

    @Override
    public void close() {
        // Nobody needs the data any more; a clean stop of each would wait for the others.
        nodes.forEach(LocalMariaDb::kill);
        nodes.forEach(LocalMariaDb::close);
    }

    private static RuntimeException absent() {
        String needed =
                "needs Galera (Debian: apt-get install mariadb-server galera-4 mariadb-backup socat; or those packages"
                        + " unpacked, and -Dsem.local.galera=FOLDER)";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionFailedError(needed + ", and CI=true");
        }
        return new TestAbortedException(needed);
    }
}
