package energy.sem.cli.announce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Announces display-feed on each network of this machine, from when it is opened until it is closed: says it by itself twice
 * at the beginning, answers who asks, and says good-bye. Other responders of the machine (Avahi) are not disturbed.
 */
public final class Announcer implements AutoCloseable {
    /** A network, and this machine's address in it. */
    record Place(NetworkInterface network, Inet4Address address) {}

    private static final InetSocketAddress GROUP = new InetSocketAddress("224.0.0.251", 5353);
    private static final int TTL = 255;
    private static final int LARGEST = 9000;
    private static final int SECOND_HELLO_MS = 1000;

    private final List<MulticastSocket> sockets = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Announcement announcement;

    private Announcer(Announcement announcement) {
        this.announcement = announcement;
    }

    /**
     * Announces a feed at these addresses.
     *
     * @param addresses of this machine, as four numbers
     * @param port display-feed's
     * @throws UncheckedIOException when no network takes part
     */
    public static Announcer start(List<String> addresses, int port) {
        List<Place> places = new ArrayList<>();
        try {
            for (String address : addresses) {
                InetAddress inet = InetAddress.getByName(address);
                NetworkInterface network = NetworkInterface.getByInetAddress(inet);
                if (network != null && inet instanceof Inet4Address four) {
                    places.add(new Place(network, four));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String host = "sem-" + Integer.toHexString(addresses.hashCode()).toLowerCase(Locale.ROOT);
        return start(places, new Announcement("SEM", host, port, "/display"));
    }

    static Announcer start(List<Place> places, Announcement announcement) {
        Announcer announcer = new Announcer(announcement);
        IOException last = new SocketException("this machine is in no network");
        for (Place place : places) {
            try {
                announcer.open(place);
            } catch (IOException e) {
                last = e;
            }
        }
        if (announcer.sockets.isEmpty()) {
            throw new UncheckedIOException(last);
        }
        return announcer;
    }

    private void open(Place place) throws IOException {
        MulticastSocket socket = new MulticastSocket(null);
        try {
            socket.setReuseAddress(true);
            if (socket.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                socket.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            socket.bind(new InetSocketAddress(GROUP.getPort()));
            socket.setNetworkInterface(place.network());
            socket.setTimeToLive(TTL);
            socket.joinGroup(GROUP, place.network());
            send(socket, announcement.hello(place.address()), GROUP);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        sockets.add(socket);
        places.add(place);
        Thread thread = new Thread(
                () -> answer(socket, place), "mDNS " + place.network().getName());
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs until the socket is closed. */
    private void answer(MulticastSocket socket, Place place) {
        DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        try {
            socket.setSoTimeout(SECOND_HELLO_MS);
            while (!socket.isClosed()) {
                packet.setLength(LARGEST);
                try {
                    socket.receive(packet);
                } catch (SocketTimeoutException e) {
                    send(socket, announcement.hello(place.address()), GROUP);
                    socket.setSoTimeout(0);
                    continue;
                }
                boolean legacy = packet.getPort() != GROUP.getPort();
                byte[] answer = announcement
                        .answer(packet.getData(), packet.getLength(), place.address(), legacy)
                        .orElse(null);
                if (answer != null) {
                    send(socket, answer, legacy ? (InetSocketAddress) packet.getSocketAddress() : GROUP);
                }
            }
        } catch (IOException e) {
            // Closed; or the network went, and a display that was told its address before does not need this.
            socket.close();
        }
    }

    private static void send(MulticastSocket socket, byte[] message, InetSocketAddress to) throws IOException {
        socket.send(new DatagramPacket(message, message.length, to));
    }

    @Override
    public void close() {
        for (int i = 0; i < sockets.size(); i++) {
            try (MulticastSocket socket = sockets.get(i)) {
                send(socket, announcement.goodbye(places.get(i).address()), GROUP);
            } catch (IOException gone) {
                // The network is gone, and with it who would listen.
            }
        }
    }
}
