package energy.sem.bridge.homeassistant;

/**
 * A retained message for Home Assistant.
 *
 * @param topic where
 * @param payload JSON; empty takes it back
 */
public record Announcement(String topic, String payload) {}
