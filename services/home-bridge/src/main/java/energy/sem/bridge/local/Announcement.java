package energy.sem.bridge.local;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

import org.jboss.logging.Logger;

/** Announces the HomeWizard API by mDNS until it is closed, on threads of its own: each network takes seconds. */
final class Announcement implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Announcement.class);
    private static final String SERVICE = "_hwenergy._tcp.local.";
    private static final int CLOSE_MILLIS = 3_000;

    private final List<Thread> threads = new ArrayList<>();
    private final List<JmDNS> announcing = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean closed;

    /** Begins to announce it at these addresses of this machine. */
    static Announcement of(LocalIdentity identity, int port, Collection<InetAddress> addresses) {
        Announcement announcement = new Announcement();
        for (InetAddress address : addresses) {
            announcement.start(() -> announcement.announce(identity, port, address));
        }
        return announcement;
    }

    private void announce(LocalIdentity identity, int port, InetAddress address) {
        try {
            JmDNS mdns = JmDNS.create(address, identity.instance());
            announcing.add(mdns);
            if (!closed) {
                mdns.registerService(ServiceInfo.create(SERVICE, identity.instance(), port, 0, 0, identity.texts()));
                LOG.infof("announced as %s at %s, port %d", identity.instance(), address.getHostAddress(), port);
            }
        } catch (IOException e) {
            LOG.warnf(
                    "the HomeWizard API is not announced at %s: %s. Clients reach it by its address.",
                    address.getHostAddress(), e.getMessage());
        }
    }

    /** Says good-bye; waits three seconds at most. */
    @Override
    public void close() {
        closed = true;
        List<JmDNS> all;
        synchronized (announcing) {
            all = List.copyOf(announcing);
        }
        threads.clear();
        all.forEach(mdns -> start(() -> close(mdns)));
        try {
            for (Thread thread : threads) {
                thread.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(JmDNS mdns) {
        try {
            mdns.close();
        } catch (IOException e) {
            LOG.debug("closing mDNS", e);
        }
    }

    private void start(Runnable work) {
        Thread thread = new Thread(work, "mdns");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    /** The addresses (IPv4) that this machine has in networks in which devices find each other. */
    static List<InetAddress> ofThisMachine() throws SocketException {
        List<InetAddress> addresses = new ArrayList<>();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            if (network.isUp() && network.supportsMulticast() && !network.isLoopback()) {
                Collections.list(network.getInetAddresses()).stream()
                        .filter(Inet4Address.class::isInstance)
                        .forEach(addresses::add);
            }
        }
        return addresses;
    }
}
