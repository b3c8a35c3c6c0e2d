package energy.sem.source.find;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;

import energy.sem.source.Announced;

/** Asks the networks of this machine which devices are there (mDNS). */
public final class NetworkSearch {
    private final Collection<InetAddress> addresses;
    private final Collection<String> types;

    private NetworkSearch(Collection<InetAddress> addresses, Collection<String> types) {
        this.addresses = addresses;
        this.types = types;
    }

    /** A search in all networks of this machine; of none where it is in none. */
    public static NetworkSearch everywhere(Collection<String> types) throws IOException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String each : LanAddresses.all()) {
            addresses.add(InetAddress.getByName(each));
        }
        return of(addresses, types);
    }

    /**
     * A search.
     *
     * @param addresses of this machine, one in each network that is to be searched
     * @param types of services, such as {@code _hwenergy._tcp}
     */
    public static NetworkSearch of(Collection<InetAddress> addresses, Collection<String> types) {
        return new NetworkSearch(List.copyOf(addresses), List.copyOf(types));
    }

    /**
     * Who answered in that time, each once a type, by name.
     *
     * @throws IOException when no network can be asked
     */
    public List<Announced> search(Duration time) throws IOException, InterruptedException {
        Answers answers = new Answers();
        List<JmDNS> asking = new ArrayList<>();
        try {
            IOException failure = null;
            for (InetAddress address : addresses) {
                try {
                    JmDNS mdns = JmDNS.create(address);
                    asking.add(mdns);
                    types.forEach(type -> mdns.addServiceListener(type + ".local.", answers));
                } catch (IOException e) {
                    failure = e;
                }
            }
            if (asking.isEmpty()) {
                throw failure != null ? failure : new IOException("this machine is in no network");
            }
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
            return answers.all();
        } finally {
            close(asking);
        }
    }

    // Each takes two seconds to close: all at once.
    private static void close(List<JmDNS> all) throws InterruptedException {
        List<Thread> closing = new ArrayList<>();
        for (JmDNS each : all) {
            Thread thread = new Thread(() -> closeQuietly(each), "mdns-close");
            thread.setDaemon(true);
            thread.start();
            closing.add(thread);
        }
        for (Thread thread : closing) {
            thread.join();
        }
    }

    private static void closeQuietly(JmDNS mdns) {
        try {
            mdns.close();
        } catch (IOException e) {
            // Nothing was announced that would have to be taken back.
            System.getLogger(NetworkSearch.class.getName()).log(System.Logger.Level.DEBUG, "closing mDNS", e);
        }
    }

    private static final class Answers implements ServiceListener {
        private final SortedMap<String, Announced> found = Collections.synchronizedSortedMap(new TreeMap<>());

        @Override
        public void serviceAdded(ServiceEvent event) {
            // Its address and texts may come later: asked for, told below.
            event.getDNS().requestServiceInfo(event.getType(), event.getName(), true);
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            found.remove(event.getName() + " " + type(event.getType()));
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            ServiceInfo info = event.getInfo();
            String type = type(event.getType());
            // Its parts come one by one and in any order: what tells more stays.
            address(info)
                    .map(address -> new Announced(type, event.getName(), address, info.getPort(), texts(info)))
                    .ifPresent(device -> found.merge(
                            event.getName() + " " + type,
                            device,
                            (one, other) -> one.texts().size() > other.texts().size() ? one : other));
        }

        private static Optional<String> address(ServiceInfo info) {
            return Stream.concat(
                            Arrays.stream(info.getInet4Addresses()).map(InetAddress::getHostAddress),
                            Arrays.stream(info.getInet6Addresses()).map(InetAddress::getHostAddress))
                    .findFirst();
        }

        private static Map<String, String> texts(ServiceInfo info) {
            Map<String, String> texts = new HashMap<>();
            for (String name : Collections.list(info.getPropertyNames())) {
                String value = info.getPropertyString(name);
                texts.put(name, value == null ? "" : value);
            }
            return texts;
        }

        private static String type(String qualified) {
            return qualified.replaceFirst("\\.local\\.?$", "");
        }

        List<Announced> all() {
            synchronized (found) {
                return List.copyOf(found.values());
            }
        }
    }
}
