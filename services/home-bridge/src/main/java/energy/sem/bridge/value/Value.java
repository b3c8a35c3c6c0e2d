package energy.sem.bridge.value;

import java.util.function.Function;

import energy.sem.bridge.homeassistant.Entity;

/**
 * One value of a source.
 *
 * @param entity what it is, and its name in JSON
 * @param read takes it out of what is known; {@code null} while it is not known
 */
record Value<T>(Entity entity, Function<T, Object> read) {}
