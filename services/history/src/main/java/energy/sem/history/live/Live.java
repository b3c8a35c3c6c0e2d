package energy.sem.history.live;

import java.util.Objects;
import java.util.Optional;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterSeries;

/**
 * A meter's newest event and, when the events around it were seen, its register at the start of the running quarter hour.
 *
 * @param event the newest
 * @param startWh energy from the grid at the edge before it, Wh, or {@code null}
 */
public record Live(TelegramEvent event, Long startWh) {

    /** The first event of a meter: what was before is not known here. */
    static Live first(TelegramEvent event) {
        boolean exact = event.electricity() != null && QuarterHours.isEdge(event.at());
        return new Live(event, exact ? importWh(event.electricity()) : null);
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
            return new Live(next, startWh);
        }
        Optional<EdgeValue> start = EdgeValue.at(
                QuarterHours.startMilli(quarter),
                event.at().toEpochMilli(),
                importWh(event.electricity()),
                next.at().toEpochMilli(),
                importWh(next.electricity()));
        return new Live(
                next,
                start.filter(edge -> edge.bracketedWithin(QuarterSeries.DEMAND_BRACKET_MILLI))
                        .map(EdgeValue::value)
                        .orElse(null));
    }

    /** Energy from the grid, both tariffs, Wh; {@code null} when the meter does not say. */
    static Long importWh(Electricity electricity) {
        if (electricity.importT1Wh() != null && electricity.importT2Wh() != null) {
            return electricity.importT1Wh() + electricity.importT2Wh();
        }
        return electricity.importT1Wh() != null ? electricity.importT1Wh() : electricity.importWh();
    }
}
