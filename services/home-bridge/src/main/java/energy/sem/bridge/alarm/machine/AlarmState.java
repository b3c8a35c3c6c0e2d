package energy.sem.bridge.alarm.machine;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * How one alarm is.
 *
 * @param phase where it stands
 * @param since when that began
 * @param activeSince when it became active; {@code null} while it is not
 * @param toldAt when a message last told of it; {@code null} before the first
 * @param occasion of a rule that tells times apart: the last one
 * @param values of the newest sighting that raised it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonIgnoreProperties(ignoreUnknown = true)
public record AlarmState(
        Phase phase, Instant since, Instant activeSince, Instant toldAt, String occasion, Map<String, String> values) {

    /** Held both ways: it has to be so for a while, and to be over for a while. */
    public enum Phase {
        OK,
        PENDING,
        ACTIVE,
        CLEARING
    }

    public AlarmState {
        values = values == null ? Map.of() : Map.copyOf(values);
    }

    /** Nothing has been seen. */
    static AlarmState ok(Instant now) {
        return new AlarmState(Phase.OK, now, null, null, null, Map.of());
    }

    /** Whether somebody has been told, and not yet that it is over. */
    public boolean isActive() {
        return phase == Phase.ACTIVE || phase == Phase.CLEARING;
    }

    AlarmState in(Phase other, Instant now) {
        return new AlarmState(other, now, activeSince, toldAt, occasion, values);
    }

    AlarmState during(String time) {
        return new AlarmState(phase, since, activeSince, toldAt, time, values);
    }

    AlarmState with(Map<String, String> newer) {
        return newer.equals(values) ? this : new AlarmState(phase, since, activeSince, toldAt, occasion, newer);
    }
}
