package energy.sem.files.homeassistant;

import java.util.Locale;
import java.util.Optional;

/**
 * The unit of a sensor.
 *
 * @param volume whether of volume, else of energy
 * @param power ten to this power makes Wh or litres of it
 */
record SensorUnit(boolean volume, int power) {

    /** Of its name; empty for what counts neither energy nor volume that SEM keeps. */
    static Optional<SensorUnit> of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT).replace("³", "3")) {
            case "wh" -> Optional.of(new SensorUnit(false, 0));
            case "kwh" -> Optional.of(new SensorUnit(false, 3));
            case "mwh" -> Optional.of(new SensorUnit(false, 6));
            case "l" -> Optional.of(new SensorUnit(true, 0));
            case "m3" -> Optional.of(new SensorUnit(true, 3));
            default -> Optional.empty();
        };
    }
}
