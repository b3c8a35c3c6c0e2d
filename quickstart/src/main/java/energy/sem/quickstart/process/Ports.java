package energy.sem.quickstart.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.quickstart.StartFailure;

/**
 * The ports of one {@code ./sem up}. Another base moves all of them by the same distance, so that two can run beside each
 * other.
 *
 * @param base the meter-gateway's; history, ingest and display-feed follow
 */
public record Ports(int base) {
    /** The original server's port. */
    public static final int DEFAULT_BASE = 8080;

    private static final int KAFKA = 19092;
    private static final int MARIADB = 13306;
    private static final int HIGHEST_BASE = 65_535 - (KAFKA - DEFAULT_BASE);
    private static final int LOWEST_BASE = 1024;

    /** @throws StartFailure when a port would not be one that a user may listen on */
    public Ports {
        if (base < LOWEST_BASE || base > HIGHEST_BASE) {
            throw new StartFailure("--port-base " + base + ": a number from " + LOWEST_BASE + " to " + HIGHEST_BASE
                    + " is expected (Kafka and MariaDB move along, by " + (KAFKA - DEFAULT_BASE) + " and "
                    + (MARIADB - DEFAULT_BASE) + " above it).");
        }
    }

    public int of(Service service) {
        return base + service.aboveBase();
    }

    public int kafka() {
        return KAFKA + base - DEFAULT_BASE;
    }

    public int mariaDb() {
        return MARIADB + base - DEFAULT_BASE;
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
            boolean isHttp = port != kafka() && port != mariaDb();
            if (!isFree(port, lan && isHttp)) {
                String owner = PortOwner.find(port).map(name -> " by " + name).orElse("");
                throw new StartFailure("port " + port + " (" + who + ") is taken" + owner
                        + ": stop that program or give other ports with --port-base N.");
            }
        });
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
