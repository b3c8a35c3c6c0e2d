package energy.sem.ingest.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import energy.sem.event.TelegramEvent;

/**
 * Events that are stored together. All that needs no database is done as each is added, while it is fresh in memory:
 * checked, judged, taken apart into rows. Not thread-safe.
 */
public final class Batch {
    private final List<TelegramEvent> events = new ArrayList<>();
    private final List<TelegramEvent> implausible = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final BatchRows rows = new BatchRows();

    /** A batch of these events. */
    public static Batch of(Collection<TelegramEvent> events) {
        Batch batch = new Batch();
        events.forEach(batch::add);
        return batch;
    }

    /** One more event. One that no table can hold is among the refused. */
    public void add(TelegramEvent came) {
        TelegramEvent event = Retimed.possible(came);
        Optional<String> fault = EventLimits.fault(event);
        if (fault.isPresent()) {
            refused.add(new Refused(came, "out-of-range", fault.get()));
            return;
        }
        events.add(event);
        JudgedEvent judged = JudgedEvent.of(event);
        if (judged.isImplausible()) {
            implausible.add(event);
        }
        rows.add(judged);
    }

    /** Those that can be stored, in the order in which they came. */
    List<TelegramEvent> events() {
        return events;
    }

    /** Those of them of which something is kept aside. */
    List<TelegramEvent> implausible() {
        return implausible;
    }

    /** Those that no table can hold. */
    List<Refused> refused() {
        return refused;
    }

    BatchRows rows() {
        return rows;
    }
}
