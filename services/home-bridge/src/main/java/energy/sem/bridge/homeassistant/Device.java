package energy.sem.bridge.homeassistant;

import java.util.List;
import java.util.Optional;

/**
 * A meter as Home Assistant knows it: by its serial number, so that a new meter is a new device and never a fall of the old
 * one's count.
 *
 * @param meter SEM's name of the meter that it is or is behind
 * @param serial number of the device itself
 * @param name shown before the names of its values
 * @param model as the meter says it; empty when it does not
 * @param software the version of P1 that it speaks; empty when it does not say
 * @param behind the serial number of the electricity meter that it is read through
 * @param entities its values
 */
public record Device(
        String meter,
        String serial,
        String name,
        String model,
        String software,
        Optional<String> behind,
        List<Entity> entities) {

    /** In the place of a meter's name, which has letters and digits only. */
    public static final String INSTALLATION = "_installation";

    /** This SEM itself, with what is of no meter. */
    public static Device ofInstallation(String id, List<Entity> entities) {
        return new Device(INSTALLATION, "installation-" + id, "SEM", "", "", Optional.empty(), entities);
    }

    /** Whether it is this SEM itself, which is there as long as the process is. */
    boolean isInstallation() {
        return meter.equals(INSTALLATION);
    }

    public Device {
        entities = List.copyOf(entities);
    }

    /** By what Home Assistant knows it. */
    public String identifier() {
        return identifier(serial);
    }

    static String identifier(String serial) {
        return "sem_" + Slugs.of(serial);
    }
}
