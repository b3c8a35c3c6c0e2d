package energy.sem.bridge.value;

import energy.sem.bridge.history.api.LatestAnswerJson;
import energy.sem.bridge.history.api.MonthPeakJson;
import energy.sem.bridge.history.api.QuarterJson;
import energy.sem.bridge.live.MeterState;
import energy.sem.event.Electricity;
import energy.sem.event.MonthPeak;

/**
 * A meter's newest reading and what history last said of it.
 *
 * @param state from Kafka
 * @param latest of history; {@code null} while it has not answered
 */
public record Snapshot(MeterState state, LatestAnswerJson latest) {

    /** The electricity meter's part; null of a port without one. */
    public Electricity electricity() {
        return state.event().electricity();
    }

    /** The running quarter hour as history knows it; null when that is over. */
    QuarterJson quarter() {
        QuarterJson quarter = latest == null ? null : latest.getQuarter();
        return quarter != null
                        && quarter.getEndsAt() != null
                        && state.event().at().isBefore(quarter.getEndsAt().toInstant())
                ? quarter
                : null;
    }

    /** The running month's peak as history knows it, or null. */
    MonthPeakJson historysPeak() {
        return latest == null ? null : latest.getMonthPeak();
    }

    /** The running month's peak as the telegram states it, or null. */
    MonthPeak statedPeak() {
        return state.event().monthPeaks().stream()
                .filter(each -> !each.closed())
                .findFirst()
                .orElse(null);
    }
}
