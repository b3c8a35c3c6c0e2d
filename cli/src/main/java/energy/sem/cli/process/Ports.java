package energy.sem.cli.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import energy.sem.cli.StartFailure;
import energy.sem.local.process.FreePort;
import energy.sem.local.process.PortOwner;

/**
 * The ports of one {@code ./sem up}. Two that run beside each other differ in all three.
 *
 * @param base the meter-gateway's; the other services' follow
 * @param kafka the broker's
 * @param mariaDb the database server's
 */
public record Ports(int base, int kafka, int mariaDb) {
    /** The original server's port. */
    public static final int DEFAULT_BASE = 8080;

    public static final String PORT_BASE = "--port-base";
    public static final String KAFKA_PORT = "--kafka-port";
    public static final String MARIADB_PORT = "--mariadb-port";
    public static final int DEFAULT_KAFKA = 19_092;
    public static final int DEFAULT_MARIADB = 13_306;

    /** From the base to the port of home-bridge's local APIs, where they are on. */
    private static final int LOCAL_API = 5;

    /** From the base to the first meter's P1 relay; the others follow. */
    private static final int RELAY = 8;

    /** From ports that are taken to those offered instead: another thousand, as a person would choose. */
    private static final int BASE_STEP = 1000;

    private static final int STEP = 100;
    private static final int STEPS = 40;
    private static final int HIGHEST = 65_535;
    private static final int LOWEST = 1024;

    /** @throws StartFailure when a port would not be one that a user may listen on, or two would be the same */
    public Ports {
        requireInRange(PORT_BASE, base, HIGHEST - services().size() + 1);
        requireInRange(KAFKA_PORT, kafka, HIGHEST);
        requireInRange(MARIADB_PORT, mariaDb, HIGHEST);
        if (kafka == mariaDb || isHttp(base, kafka) || isHttp(base, mariaDb)) {
            throw new StartFailure("--port-base " + base + ", --kafka-port " + kafka + " and --mariadb-port " + mariaDb
                    + " overlap: the services take " + services().size() + " ports from the base on.");
        }
    }

    public int of(Service service) {
        return base + service.aboveBase();
    }

    /** Where home-bridge answers as a HomeWizard or DSMR-reader, where it does. */
    public int localApi() {
        return base + LOCAL_API;
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
     * Which of the ports cannot be had.
     *
     * @param lan whether the services will listen on all addresses
     * @param relays how many meters' telegrams are passed on
     */
    public List<TakenPort> taken(boolean lan, int relays) {
        List<TakenPort> taken = new ArrayList<>();
        for (Service service : services()) {
            look(PORT_BASE, of(service), service.title(), lan).ifPresent(taken::add);
        }
        for (int meter = 0; meter < relays; meter++) {
            if (relay(meter) > HIGHEST || relay(meter) == kafka || relay(meter) == mariaDb) {
                taken.add(new TakenPort(PORT_BASE, relay(meter), "P1 relay", "is not free for a relay"));
            } else {
                look(PORT_BASE, relay(meter), "P1 relay", lan).ifPresent(taken::add);
            }
        }
        look(KAFKA_PORT, kafka, "Kafka", false).ifPresent(taken::add);
        look(MARIADB_PORT, mariaDb, "MariaDB", false).ifPresent(taken::add);
        return List.copyOf(taken);
    }

    /** The same with others in the place of those taken, all of them free now; empty when none are found. */
    public Optional<Ports> insteadOf(List<TakenPort> taken, boolean lan, int relays) {
        Set<String> options = taken.stream().map(TakenPort::option).collect(Collectors.toSet());
        for (int step = 1; step <= STEPS; step++) {
            int otherBase = options.contains(PORT_BASE) ? base + step * BASE_STEP : base;
            int otherKafka = options.contains(KAFKA_PORT) ? kafka + step * STEP : kafka;
            int otherMariaDb = options.contains(MARIADB_PORT) ? mariaDb + step * STEP : mariaDb;
            try {
                Ports other = new Ports(otherBase, otherKafka, otherMariaDb);
                if (other.taken(lan, relays).isEmpty()) {
                    return Optional.of(other);
                }
            } catch (StartFailure outOfRange) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<TakenPort> look(String option, int port, String who, boolean onAllAddresses) {
        boolean free = onAllAddresses ? FreePort.isFreeOnAllAddresses(port) : FreePort.isFree(port);
        return free
                ? Optional.empty()
                : Optional.of(new TakenPort(
                        option,
                        port,
                        who,
                        "is taken"
                                + PortOwner.find(port)
                                        .map(owner -> " by " + owner)
                                        .orElse("")));
    }

    /** Those that are started: without the bridge its port is anybody's. */
    private static List<Service> services() {
        return Service.startedWith(System.getenv());
    }

    private static boolean isHttp(int base, int port) {
        return port >= base && port < base + services().size();
    }

    private static void requireInRange(String option, int port, int highest) {
        if (port < LOWEST || port > highest) {
            throw new StartFailure(
                    option + " " + port + ": a number from " + LOWEST + " to " + highest + " is expected.");
        }
    }
}
