package energy.sem.quickstart.up;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import energy.sem.local.LocalServices;
import energy.sem.quickstart.StartFailure;
import energy.sem.quickstart.process.RunningService;
import energy.sem.quickstart.process.Service;

/** What happens while everything runs. Used by one thread. */
final class Watch {
    /** A service that ends this often within {@link #MEMORY} does not get well by starting it again. */
    private static final int TOO_OFTEN = 4;

    private static final Duration MEMORY = Duration.ofMinutes(2);

    private final LocalServices local;
    private final Collection<RunningService> services;
    private final MeterStates meters;
    private final HttpClient http;
    private final Screen screen;
    private final Map<Service, Deque<Instant>> ends = new EnumMap<>(Service.class);
    private final Set<RunningService> returning = new HashSet<>();

    Watch(
            LocalServices local,
            Collection<RunningService> services,
            MeterStates meters,
            HttpClient http,
            Screen screen) {
        this.local = local;
        this.services = services;
        this.meters = meters;
        this.http = http;
        this.screen = screen;
    }

    /**
     * Looks once a second, until interrupted: says when a meter's state changes, and brings back what has ended: Kafka,
     * MariaDB, a service. The others ride that out.
     *
     * @throws StartFailure when a service ends again and again
     */
    void untilInterrupted() throws InterruptedException {
        while (true) {
            for (RunningService service : services) {
                bringBack(service);
            }
            bringBack("MariaDB", local.mariaDb().pid(), local.mariaDb()::restart);
            bringBack("Kafka", local.kafka().pid(), local.kafka()::restart);
            meters.show();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** @throws StartFailure with the end of its log when one of them has ended by itself */
    static void requireAlive(Collection<RunningService> services) {
        for (RunningService service : services) {
            if (!service.isAlive()) {
                throw new StartFailure(service.service().title() + " has ended by itself. The end of its log:\n"
                        + service.lastWords());
            }
        }
    }

    private void bringBack(RunningService service) throws InterruptedException {
        String title = service.service().title();
        if (!service.isAlive()) {
            if (endsTooOften(service.service(), Instant.now())) {
                requireAlive(List.of(service));
            }
            screen.line(title + " has ended by itself and is started again. The log of its end: "
                    + service.log().resolveSibling(title + ".before.log"));
            service.restart();
            returning.add(service);
        } else if (returning.contains(service) && service.isReady(http)) {
            returning.remove(service);
            screen.line(title + " is back.");
        }
    }

    private boolean endsTooOften(Service service, Instant now) {
        Deque<Instant> lately = ends.computeIfAbsent(service, each -> new ArrayDeque<>());
        lately.removeIf(end -> end.isBefore(now.minus(MEMORY)));
        lately.add(now);
        return lately.size() >= TOO_OFTEN;
    }

    private void bringBack(String name, long pid, Runnable restart) {
        boolean isAlive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        if (!isAlive) {
            screen.line(name + " has ended by itself and is started again.");
            restart.run();
            screen.line(name + " is back.");
        }
    }
}
