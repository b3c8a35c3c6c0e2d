package energy.sem.base;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * From where requests come: from who is connected, or, where that is one of {@code sem.http.proxies}, from the address that it
 * says in {@code X-Forwarded-For}. What others say there is not believed. Thread-safe.
 *
 * <p>Quarkus' own proxy settings know names too, and ask the name server for them at each request, which then waits for it: here
 * they are looked up beside, and a request uses what is known.
 */
@Singleton
public class Callers {
    private static final int LOOK_UP_SECONDS = 10;
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9._-]*");

    private final List<CidrAddress> networks = new ArrayList<>();
    private final Map<String, List<InetAddress>> names = new ConcurrentHashMap<>();
    private final Names nameServer;
    private final ScheduledExecutorService lookingUp;

    /** Finds the addresses of a name. */
    interface Names {
        InetAddress[] lookUp(String name) throws UnknownHostException;
    }

    @Inject
    Callers(@ConfigProperty(name = "sem.http.proxies") Optional<List<String>> proxies) {
        this(proxies.orElse(List.of()), InetAddress::getAllByName);
    }

    Callers(List<String> proxies, Names nameServer) {
        this.nameServer = nameServer;
        proxies.stream().map(String::trim).filter(proxy -> !proxy.isEmpty()).forEach(proxy -> {
            Optional<CidrAddress> network = network(proxy);
            network.ifPresentOrElse(networks::add, () -> names.put(proxy, List.of()));
        });
        lookingUp = names.isEmpty()
                ? null
                : Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, "proxies");
                    thread.setDaemon(true);
                    return thread;
                });
        if (lookingUp != null) {
            var unused = lookingUp.scheduleWithFixedDelay(this::lookUp, 0, LOOK_UP_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Whether this can be a proxy in {@code sem.http.proxies}. */
    static boolean accepts(String proxy) {
        return network(proxy).isPresent() || NAME.matcher(proxy).matches();
    }

    private static Optional<CidrAddress> network(String proxy) {
        CidrAddress network = Inet.parseCidrAddress(proxy);
        if (network == null) {
            InetAddress one = Inet.parseInetAddress(proxy);
            network = one == null ? null : CidrAddress.create(one, one.getAddress().length * Byte.SIZE);
        }
        return Optional.ofNullable(network);
    }

    // A name server that does not answer takes nobody's trust away, and gives it to nobody.
    final void lookUp() {
        names.replaceAll((name, known) -> {
            try {
                return List.of(nameServer.lookUp(name));
            } catch (UnknownHostException e) {
                return known;
            }
        });
    }

    @PreDestroy
    void end() {
        if (lookingUp != null) {
            lookingUp.shutdownNow();
        }
    }

    /** The address of who asks, in digits; {@code unknown} when that is not known. */
    public String addressOf(HttpServerRequest request) {
        return request.remoteAddress() == null
                ? "unknown"
                : address(
                        request.remoteAddress().hostAddress(), request.headers().getAll("X-Forwarded-For"));
    }

    // The last in the header is who was connected to our proxy; before it may stand whatever that one has sent.
    String address(String connected, List<String> forwarded) {
        String address = connected;
        String[] said = String.join(",", forwarded).split(",", -1);
        for (int last = said.length - 1; last >= 0 && isProxy(address); last--) {
            InetAddress before = Inet.parseInetAddress(said[last].trim());
            if (before == null) {
                return address;
            }
            address = Inet.toOptimalString(before);
        }
        return address;
    }

    private boolean isProxy(String address) {
        InetAddress of = networks.isEmpty() && names.isEmpty() ? null : Inet.parseInetAddress(address);
        return of != null
                && (networks.stream().anyMatch(network -> network.matches(of))
                        || names.values().stream().anyMatch(known -> known.contains(of)));
    }
}
