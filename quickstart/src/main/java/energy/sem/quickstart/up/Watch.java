package energy.sem.quickstart.up;

import java.util.Collection;
import java.util.concurrent.TimeUnit;

import energy.sem.local.LocalServices;
import energy.sem.quickstart.StartFailure;
import energy.sem.quickstart.process.RunningService;

/** What happens while everything runs. Used by one thread. */
final class Watch {
    private final LocalServices local;
    private final Collection<RunningService> services;
    private final MeterStates meters;
    private final Screen screen;

    Watch(LocalServices local, Collection<RunningService> services, MeterStates meters, Screen screen) {
        this.local = local;
        this.services = services;
        this.meters = meters;
        this.screen = screen;
    }

    /**
     * Looks once a second, until interrupted: says when a meter's state changes, and brings Kafka and MariaDB back when
     * one of them ended. The services ride that out.
     *
     * @throws StartFailure when a service has ended by itself
     */
    void untilInterrupted() throws InterruptedException {
        while (true) {
            requireAlive(services);
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

    private void bringBack(String name, long pid, Runnable restart) {
        boolean isAlive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
        if (!isAlive) {
            screen.line(name + " has ended by itself and is started again.");
            restart.run();
            screen.line(name + " is back.");
        }
    }
}
