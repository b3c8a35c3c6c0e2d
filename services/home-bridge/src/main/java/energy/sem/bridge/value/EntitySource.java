package energy.sem.bridge.value;

import java.util.List;

import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.live.MeterState;

/** A part of the bridge that publishes values of its own, such as the guard: a bean that says which. Thread-safe. */
public interface EntitySource {

    /** Its values of a meter's electricity meter, always the same for one meter: what is not published yet is unknown. */
    List<Entity> entities(MeterState state);

    /** Its values of the installation, below {@code sem/_installation/}. */
    default List<Entity> ofInstallation() {
        return List.of();
    }
}
