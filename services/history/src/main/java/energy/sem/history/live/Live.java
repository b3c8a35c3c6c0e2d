package energy.sem.history.live;

import java.util.Objects;

import energy.sem.event.TelegramEvent;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/**
 * A meter's newest event and, when the events around it were seen, its registers at the start of the running quarter hour.
 *
 * @param event the newest
 * @param start the registers at the edge before it, as far as they are closely known; or {@code null}
 */
public record Live(TelegramEvent event, RegisterValues start) {

    /** The first event of a meter: what was before is not known here. */
    static Live first(TelegramEvent event) {
        boolean exact = event.electricity() != null && QuarterHours.isEdge(event.at());
        return new Live(event, exact ? event.electricity().registers() : null);
    }

    /** What follows from the next event. */
    Live followedBy(TelegramEvent next) {
        if (next.electricity() == null
                || event.electricity() == null
                || !Objects.equals(
                        next.electricity().serial(), event.electricity().serial())) {
            return first(next);
        }
        int quarter = QuarterHours.of(next.at());
        if (quarter == QuarterHours.of(event.at())) {
            return new Live(next, start);
        }
        RegisterValues before = event.electricity().registers();
        RegisterValues after = next.electricity().registers();
        RegisterValues atEdge = RegisterValues.of(register -> EdgeValue.at(
                        QuarterHours.startMilli(quarter),
                        event.at().toEpochMilli(),
                        before.get(register),
                        next.at().toEpochMilli(),
                        after.get(register))
                .filter(edge -> edge.bracketedWithin(QuarterSeries.DEMAND_BRACKET_MILLI))
                .map(EdgeValue::value)
                .orElse(null));
        return new Live(next, atEdge.isEmpty() ? null : atEdge);
    }
}
