package energy.sem.cli.up;

import java.util.Collection;
import java.util.List;

import energy.sem.cli.StartFailure;
import energy.sem.cli.process.RunningService;
import energy.sem.local.LocalServices;
import energy.sem.local.process.KeptProcess;

/** That nothing ends while everything is started: the first start fails at once, so that a wrong setting is seen. */
final class Started {
    private final LocalServices local;
    private final Collection<RunningService> services;

    Started(LocalServices local, Collection<RunningService> services) {
        this.local = local;
        this.services = services;
    }

    /** @throws StartFailure when one of them has ended, with its cause in words, and of a service the end of its log */
    void requireAlive() {
        for (KeptProcess part : List.of(local.kafka(), local.mariaDb())) {
            if (!part.isAlive()) {
                throw new StartFailure(part.endInWords());
            }
        }
        for (RunningService service : services) {
            if (!service.isAlive()) {
                throw new StartFailure(service.endInWords() + ". The end of its log:\n" + service.lastWords());
            }
        }
    }
}
