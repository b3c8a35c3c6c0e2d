package energy.sem.ingest.peak;

import java.time.LocalDate;

import energy.sem.event.MonthPeak;

/**
 * A month peak as one telegram of one device states it.
 *
 * @param deviceId the electricity meter
 * @param month its first day
 * @param watts W
 * @param atMilli end of the highest quarter hour, milliseconds since 1970 in UTC; {@code null} when the meter has none
 * @param closed false for the running month (1-0:1.6.0), true for a past one (0-0:98.1.0)
 */
public record StatedPeak(int deviceId, LocalDate month, int watts, Long atMilli, boolean closed) {

    /** What an event's entry states. */
    public static StatedPeak of(int deviceId, MonthPeak peak) {
        Long atMilli = peak.at() == null ? null : peak.at().toEpochMilli();
        return new StatedPeak(deviceId, peak.month().atDay(1), peak.peakW(), atMilli, peak.closed());
    }

    MonthPeakId id() {
        return new MonthPeakId(deviceId, month);
    }

    boolean higherThan(Integer otherWatts, Long otherAtMilli) {
        if (otherWatts == null || watts != otherWatts) {
            return otherWatts == null || watts > otherWatts;
        }
        return atMilli != null && (otherAtMilli == null || atMilli < otherAtMilli);
    }
}
