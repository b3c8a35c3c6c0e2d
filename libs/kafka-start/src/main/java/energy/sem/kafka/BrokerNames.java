package energy.sem.kafka;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * The hosts of {@code kafka.bootstrap.servers}. Immutable.
 *
 * @param hosts names or addresses, without their ports
 */
record BrokerNames(List<String> hosts) {

    /** @param servers {@code host:port}, several with commas between; an IPv6 address in brackets */
    static BrokerNames of(String servers) {
        return new BrokerNames(Arrays.stream(servers.split(","))
                .map(String::strip)
                .filter(server -> !server.isEmpty())
                .map(BrokerNames::host)
                .toList());
    }

    private static String host(String server) {
        int port = server.lastIndexOf(':');
        String host = port > server.lastIndexOf(']') ? server.substring(0, port) : server;
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether one of them can be found now: one is enough for Kafka's client. May wait for a nameserver. */
    boolean isAnyKnown() {
        return hosts.isEmpty() || hosts.stream().anyMatch(BrokerNames::isKnown);
    }

    private static boolean isKnown(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return String.join(", ", hosts);
    }
}
