package energy.sem.bridge.guard;

import java.util.List;

import jakarta.inject.Singleton;

import energy.sem.bridge.homeassistant.Entity;
import energy.sem.bridge.homeassistant.Quantity;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.value.EntitySource;

/** The guard's numbers in Home Assistant, of meters that count electricity. */
@Singleton
class GuardEntities implements EntitySource {
    private static final List<Entity> ALL = List.of(
            entity("guard_allowed_import", "Allowed import", "guard/allowedImportW", Quantity.POWER),
            entity("guard_projected", "Quarter hour, projection", "guard/projectedW", Quantity.POWER),
            entity("guard_target", "Quarter hour, target", "guard/targetW", Quantity.POWER),
            entity("guard_seconds_left", "Quarter hour, time left", GuardTopics.SECONDS_LEFT, Quantity.DURATION));

    @Override
    public List<Entity> entities(MeterState state) {
        return state.electricity().isPresent() ? ALL : List.of();
    }

    private static Entity entity(String key, String name, String topic, Quantity quantity) {
        return Entity.measured(key, name, topic, "", quantity).expiringAfter(GuardTopics.EXPIRY);
    }
}
