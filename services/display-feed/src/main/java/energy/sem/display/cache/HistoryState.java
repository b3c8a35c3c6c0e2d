package energy.sem.display.cache;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import energy.sem.display.history.Meter;
import energy.sem.display.history.Meters;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Period;

/**
 * What is known of history at a moment.
 *
 * @param meters its meters when it last answered; empty before it ever did
 * @param failingSince since when it does not answer; empty while it does, and before it was asked
 * @param fault why it does not; null while it does
 */
public record HistoryState(Optional<Meters> meters, Optional<Instant> failingSince, Fault fault) {
    /** Nothing was asked yet. */
    static final HistoryState NOTHING = new HistoryState(Optional.empty(), Optional.empty(), null);
    /** Farther back than any meter: keeps calendars within their range. */
    private static final int FARTHEST = -20_000;

    HistoryState answering(Meters now) {
        return new HistoryState(Optional.of(now), Optional.empty(), null);
    }

    HistoryState failing(Fault why, Instant now) {
        return new HistoryState(meters, Optional.of(failingSince.orElse(now)), why);
    }

    /** Whether history was asked at all. */
    public boolean asked() {
        return meters.isPresent() || failingSince.isPresent();
    }

    /** The meter of this name, if history said that there is one. */
    public Optional<Meter> meter(String name) {
        return meters.flatMap(m -> m.named(name));
    }

    /** The same to who may not know of a meter: as if it were not there. */
    HistoryState without(String name) {
        return new HistoryState(
                meters.map(known -> new Meters(
                        known.zone(),
                        known.all().stream()
                                .filter(meter -> !meter.name().equals(name))
                                .toList())),
                failingSince,
                fault);
    }

    /** Why nothing new can be shown of a meter, when that is so. */
    Optional<Fault> fault(String meter) {
        if (failingSince.isPresent()) {
            return Optional.of(fault);
        }
        boolean unknown = meters.isPresent() && meter(meter).isEmpty() && !meter.isEmpty();
        return unknown ? Optional.of(Fault.UNKNOWN_METER) : Optional.empty();
    }

    /** The household's zone as history said, else the one given. */
    public ZoneId zone(ZoneId otherwise) {
        return meters.map(Meters::zone).orElse(otherwise);
    }

    /** The offset nearest to the wanted one that lies within the meter's data. */
    public int nearest(String meter, Period period, long wanted, LocalDate today, ZoneId zone) {
        int oldest = FARTHEST;
        if (meters.isPresent()) {
            oldest = meter(meter)
                    .map(Meter::firstReadingAt)
                    .map(first -> period.offset(LocalDate.ofInstant(first, zone), today))
                    .orElse(0);
        }
        return (int) Math.max(Math.min(oldest, 0), Math.min(wanted, 0));
    }
}
