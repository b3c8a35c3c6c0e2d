package energy.sem.source.find;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses by which this machine is reached. */
public final class LanAddresses {
    /** The one that only this machine itself reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final Pattern BRIDGE = Pattern.compile("br-|cni|docker|podman|veth|virbr|vmnet");

    private LanAddresses() {}

    /**
     * The machine's IPv4 addresses in the local network, those of bridges to containers and virtual machines last; the
     * loopback address when there are none.
     */
    public static List<String> all() {
        List<String> addresses = new ArrayList<>();
        try {
            List<NetworkInterface> networks =
                    new ArrayList<>(Collections.list(NetworkInterface.getNetworkInterfaces()));
            networks.sort(Comparator.comparing(LanAddresses::isBridge));
            for (NetworkInterface network : networks) {
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

    private static boolean isBridge(NetworkInterface network) {
        return BRIDGE.matcher(network.getName()).lookingAt();
    }
}
