package energy.sem.cli.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import energy.sem.cli.backup.from.Installation;
import energy.sem.cli.process.Ports;

/**
 * A look at a running SEM whose faults are written down for the page. What is gone half a minute later, such as a service that
 * starts again, is no fault. Not thread-safe.
 */
public final class KeptLook {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(30);

    private final Patient patient;
    private final KeptFaults kept;
    private final Duration againAfter;

    KeptLook(Patient patient, KeptFaults kept, Duration againAfter) {
        this.patient = patient;
        this.kept = kept;
        this.againAfter = againAfter;
    }

    /**
     * At a {@code ./sem up}.
     *
     * @param folder its data folder
     * @param installation who may write
     */
    public static KeptLook of(Path folder, Ports ports, Installation installation, Map<String, String> settings) {
        return of(Addresses.of(folder, ports, settings), installation);
    }

    static KeptLook of(Addresses addresses, Installation installation) {
        return new KeptLook(new Patient(addresses), new KeptFaults(installation), AGAIN_AFTER);
    }

    /**
     * Looks, and writes down what is wrong.
     *
     * @return the faults in words, as {@code ./sem doctor} says them; empty when there are none
     * @throws IOException when the database does not take them, with the reason in words
     */
    public String take() throws IOException, InterruptedException {
        Examination examination = Examination.of(patient);
        if (!examination.faults().results().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(againAfter.toMillis());
            examination = Examination.of(patient);
        }
        Examination faults = examination.faults();
        kept.keep(Instant.now(), faults.results());
        return faults.lines();
    }
}
