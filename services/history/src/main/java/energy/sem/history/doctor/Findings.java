package energy.sem.history.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.history.answer.MetersAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.DoctorLook;
import energy.sem.history.store.DoctorLooks;
import energy.sem.history.store.Remembered;

/**
 * What {@code semctl doctor} found when it looked last; the database is asked once a minute at most, and while it is away this
 * is what it said last. Thread-safe.
 */
@ApplicationScoped
public class Findings {
    private static final Logger LOG = Logger.getLogger(Findings.class);

    /** Each timer looks some four times in that time. */
    private static final Duration OF_NOW = Duration.ofHours(1);

    private final Household household;
    private final Clock clock = Clock.systemUTC();
    private final Remembered<Optional<Look>> look;

    /** One whose faults could be read. */
    private record Look(Instant at, List<MetersAnswer.Fault> faults) {}

    Findings(
            DoctorLooks looks,
            Household household,
            @ConfigProperty(name = "history.backups-asked-every", defaultValue = "PT1M") Duration askedEvery) {
        this.household = household;
        this.look = new Remembered<>(
                askedEvery, Optional.empty(), () -> looks.last().flatMap(Findings::read));
    }

    /** For the answer about all meters; empty when nobody ever looked, or what was written down cannot be read. */
    public Optional<MetersAnswer.Findings> answer() {
        Instant now = clock.instant();
        return look.at(now)
                .map(known -> new MetersAnswer.Findings(
                        known.at()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(household.zone())
                                .toOffsetDateTime(),
                        isStale(known.at(), now),
                        known.faults()));
    }

    /** Whether a look says nothing of now: it was long ago, or by a clock that was wrong. */
    static boolean isStale(Instant at, Instant now) {
        return at.isBefore(now.minus(OF_NOW)) || at.isAfter(now.plus(OF_NOW));
    }

    private static Optional<Look> read(DoctorLook row) {
        Optional<List<MetersAnswer.Fault>> faults = FaultsJson.read(row.faults());
        if (faults.isEmpty()) {
            LOG.warn("What is in the table doctor_look is not as semctl doctor writes it; the next look replaces it.");
        }
        return faults.map(all -> new Look(row.at(), all));
    }
}
