package energy.sem.p1;

import java.util.List;

/**
 * What the meter counted of failures and voltage events (P1-502 6.12; Belgian meters send none of it).
 *
 * @param failures power failures in any phase, {@code 0-0:96.7.21}, or null
 * @param longFailures long power failures in any phase, {@code 0-0:96.7.9}, or null
 * @param log the latest long power failures as sent, {@code 1-0:99.97.0}
 * @param voltage sags and swells, by phase
 */
public record PowerQuality(
        Integer failures, Integer longFailures, List<PowerFailure> log, List<VoltageEvents> voltage) {

    /** Nothing known. */
    public static final PowerQuality NONE = new PowerQuality(null, null, List.of(), List.of());

    public PowerQuality {
        log = List.copyOf(log);
        voltage = List.copyOf(voltage);
    }
}
