package energy.sem.display.view;

import java.time.LocalDateTime;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Up to when there are data, and whether they can be trusted.
 *
 * @param asOf the end of the last full quarter hour with data, at most the end of the period; null when there are none
 * @param status whether the data can be trusted
 * @param staleSince the time of the last reading, to the minute; only when stale
 * @param fault why there is an error; only with {@link Status#ERROR}
 * @param demo whether the data are simulated: the picture then says DEMO
 * @param wrongClock a clock that is off while the period runs; null when none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DataState(
        LocalDateTime asOf, Status status, LocalDateTime staleSince, Fault fault, boolean demo, WrongClock wrongClock) {
    public DataState {
        Objects.requireNonNull(status, "status");
        if ((status == Status.STALE) != (staleSince != null)) {
            throw new IllegalArgumentException("staleSince belongs to the status stale, and it to staleSince");
        }
        if ((status == Status.ERROR) != (fault != null)) {
            throw new IllegalArgumentException("fault belongs to the status error, and it to a fault");
        }
    }

    /** Data up to this time. */
    public static DataState ok(LocalDateTime asOf, boolean demo) {
        return new DataState(asOf, Status.OK, null, null, demo, null);
    }

    /** No data: {@link Status#NO_DATA} or {@link Status#STARTING}. */
    public static DataState without(Status status, boolean demo) {
        return new DataState(null, status, null, null, demo, null);
    }

    /** No data, because of a fault. */
    public static DataState failed(Fault fault, boolean demo) {
        return new DataState(null, Status.ERROR, null, fault, demo, null);
    }

    /** The same of a meter that has been silent since the given local time. */
    public DataState staleSince(LocalDateTime since) {
        return new DataState(asOf, Status.STALE, since, null, demo, wrongClock);
    }

    /** The same of a meter with this clock; null for one that is right. */
    public DataState with(WrongClock clock) {
        return new DataState(asOf, status, staleSince, fault, demo, clock);
    }
}
