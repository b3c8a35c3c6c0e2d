package energy.sem.quickstart.process;

import java.util.LinkedHashMap;
import java.util.Map;

import energy.sem.local.process.FreePort;
import energy.sem.local.process.PortOwner;
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

    /** From the base to the first meter's P1 relay; the others follow. */
    private static final int RELAY = 8;

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
     * Where the telegrams of a meter are passed on.
     *
     * @param meter which of them, from 0
     */
    public int relay(int meter) {
        return base + RELAY + meter;
    }

    /**
     * Fails when somebody listens on one of the ports.
     *
     * @param lan whether the services will listen on all addresses
     * @param relays how many meters' telegrams are passed on
     * @throws StartFailure naming the port, and the process where the system tells
     */
    public void requireFree(boolean lan, int relays) {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(of(service), service.title());
        }
        for (int meter = 0; meter < relays; meter++) {
            if (relay(meter) > HIGHEST || relay(meter) == kafka || relay(meter) == mariaDb) {
                throw new StartFailure("--relay: port " + relay(meter) + " is not free for a relay: give another with"
                        + " --port-base N.");
            }
            wanted.put(relay(meter), "P1 relay");
        }
        wanted.put(kafka(), "Kafka");
        wanted.put(mariaDb(), "MariaDB");
        wanted.forEach((port, who) -> {
            boolean ofBase = port != kafka && port != mariaDb;
            boolean free = (lan && ofBase) ? FreePort.isFreeOnAllAddresses(port) : FreePort.isFree(port);
            if (!free) {
                String owner = PortOwner.find(port).map(name -> " by " + name).orElse("");
                throw new StartFailure("port " + port + " (" + who + ") is taken" + owner
                        + ": stop that program or give " + (ofBase ? "other ports" : "another port") + " with "
                        + option(port) + " N.");
            }
        });
    }

    private String option(int port) {
        return port == kafka ? "--kafka-port" : port == mariaDb ? "--mariadb-port" : "--port-base";
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
}
