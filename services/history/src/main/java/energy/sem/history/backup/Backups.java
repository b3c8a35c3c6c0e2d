package energy.sem.history.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.history.answer.MetersAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.BackupFacts;
import energy.sem.history.store.BackupRuns;
import energy.sem.history.store.Remembered;

/**
 * How the backups are, as {@code ./sem backup} wrote it down; asked once a minute at most, and while the database is away what
 * it said last. Thread-safe.
 */
@ApplicationScoped
public class Backups {
    private final Household household;
    private final Clock clock = Clock.systemUTC();
    private final Remembered<BackupFacts> facts;

    Backups(
            BackupRuns runs,
            Household household,
            @ConfigProperty(name = "history.backups-asked-every", defaultValue = "PT1M") Duration askedEvery) {
        this.household = household;
        this.facts = new Remembered<>(askedEvery, BackupFacts.NONE, runs::facts);
    }

    /** For the answer about all meters; empty when no backup was ever tried. */
    public Optional<MetersAnswer.Backup> answer() {
        BackupFacts facts = facts();
        if (facts.backupAt() == null && facts.nightlySince() == null) {
            return Optional.empty();
        }
        Optional<Trouble> trouble = Trouble.of(facts, clock.instant());
        return Optional.of(new MetersAnswer.Backup(
                time(facts.backupAt()),
                time(facts.drillAt()),
                trouble.map(Trouble::word).orElse(null),
                trouble.map(each -> each.detail(facts)).orElse(null)));
    }

    BackupFacts facts() {
        return facts.at(clock.instant());
    }

    private OffsetDateTime time(Instant instant) {
        return instant == null
                ? null
                : instant.truncatedTo(ChronoUnit.SECONDS)
                        .atZone(household.zone())
                        .toOffsetDateTime();
    }
}
