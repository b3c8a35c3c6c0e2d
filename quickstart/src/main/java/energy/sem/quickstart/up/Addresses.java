package energy.sem.quickstart.up;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The addresses by which this machine is reached. */
final class Addresses {
    /** The one that only this machine itself reaches. */
    static final String LOOPBACK = "127.0.0.1";

    private Addresses() {}

    /** The machine's IPv4 addresses in the local network; the loopback address when there are none. */
    static List<String> lan() {
        List<String> addresses = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback() && !network.isPointToPoint()) {
                    for (InetAddress address : Collections.list(network.getInetAddresses())) {
                        if (address instanceof Inet4Address) {
                            addresses.add(address.getHostAddress());
                        }
                    }
                }
            }
        } catch (SocketException e) {
            addresses.clear();
        }
        return addresses.isEmpty() ? List.of(LOOPBACK) : addresses;
    }
}
