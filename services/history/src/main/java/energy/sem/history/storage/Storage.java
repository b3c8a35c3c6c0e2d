package energy.sem.history.storage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.history.answer.MetersAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.Remembered;
import energy.sem.history.store.StorageFacts;
import energy.sem.history.store.StorageState;

/** How storing goes, asked once a minute at most. Thread-safe. */
@ApplicationScoped
public class Storage {
    /** As {@code ./sem doctor} counts them. */
    private static final Duration KEPT_ASIDE_WITHIN = Duration.ofDays(7);

    private final Household household;
    private final Clock clock = Clock.systemUTC();
    private final Remembered<StorageFacts> facts;

    Storage(
            StorageState state,
            Household household,
            @ConfigProperty(name = "history.backups-asked-every", defaultValue = "PT1M") Duration askedEvery) {
        this.household = household;
        this.facts = new Remembered<>(
                askedEvery, StorageFacts.NONE, () -> state.facts(clock.instant().minus(KEPT_ASIDE_WITHIN)));
    }

    /** For the answer about all meters; empty when nothing is wrong. */
    public Optional<MetersAnswer.Storage> answer() {
        Instant now = clock.instant();
        StorageFacts known = facts.at(now);
        List<StorageTrouble> troubles = StorageTrouble.of(known, household.zone(), now);
        if (troubles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MetersAnswer.Storage(
                troubles.stream().map(StorageTrouble::word).toList(),
                known.keptAside() == 0 ? null : known.keptAside(),
                known.roomUntil() == null
                        ? null
                        : known.roomUntil()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atZone(household.zone())
                                .toOffsetDateTime()));
    }
}
