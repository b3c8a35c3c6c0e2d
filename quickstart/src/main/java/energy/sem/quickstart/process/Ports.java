package energy.sem.quickstart.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.quickstart.StartFailure;

/**
 * The ports of one {@code ./sem up}. Two that run beside each other differ in all three.
 *
 * @param base the meter-gateway's; history, ingest and display-feed follow
 * @param kafka the broker's
 * @param mariaDb the database server's
 */
public record Ports(int base, int kafka, int mariaDb) {
    /** The original server's port. */
    public static final int DEFAULT_BASE = 8080;

    public static final int DEFAULT_KAFKA = 19_092;
    public static final int DEFAULT_MARIADB = 13_306;

    private static final int HIGHEST = 65_535;
    private static final int LOWEST = 1024;

    /** @throws StartFailure when a port would not be one that a user may listen on, or two would be the same */
    public Ports {
        requireInRange("--port-base", base, HIGHEST - Service.values().length + 1);
        requireInRange("--kafka-port", kafka, HIGHEST);
        requireInRange("--mariadb-port", mariaDb, HIGHEST);
        if (kafka == mariaDb || isHttp(base, kafka) || isHttp(base, mariaDb)) {
            throw new StartFailure("--port-base " + base + ", --kafka-port " + kafka + " and --mariadb-port " + mariaDb
                    + " overlap: the services take " + Service.values().length + " ports from the base on.");
        }
    }

    public int of(Service service) {
        return base + service.aboveBase();
    }

    /**
     * Fails when somebody listens on one of the ports.
     *
     * @param lan whether the services will listen on all addresses
     * @throws StartFailure naming the port, and the process where the system tells
     */
    public void requireFree(boolean lan) {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(of(service), service.title());
        }
        wanted.put(kafka(), "Kafka");
        wanted.put(mariaDb(), "MariaDB");
        wanted.forEach((port, who) -> {
            boolean isHttp = isHttp(base, port);
            if (!isFree(port, lan && isHttp)) {
                String owner = PortOwner.find(port).map(name -> " by " + name).orElse("");
                throw new StartFailure("port " + port + " (" + who + ") is taken" + owner
                        + ": stop that program or give " + (isHttp ? "other ports" : "another port") + " with "
                        + option(port) + " N.");
            }
        });
    }

    private String option(int port) {
        return isHttp(base, port) ? "--port-base" : port == kafka ? "--kafka-port" : "--mariadb-port";
    }

    private static boolean isHttp(int base, int port) {
        return port >= base && port < base + Service.values().length;
    }

    private static void requireInRange(String option, int port, int highest) {
        if (port < LOWEST || port > highest) {
            throw new StartFailure(
                    option + " " + port + ": a number from " + LOWEST + " to " + highest + " is expected.");
        }
    }

    private static boolean isFree(int port, boolean allAddresses) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(
                    allAddresses
                            ? new InetSocketAddress(port)
                            : new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
