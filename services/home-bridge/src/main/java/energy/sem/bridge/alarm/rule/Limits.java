package energy.sem.bridge.alarm.rule;

import java.util.Optional;

/** The settings {@code sem.alarms.<rule>.*}, and those of meters that rules need. */
@FunctionalInterface
public interface Limits {

    /** The value of a setting, or empty. */
    Optional<String> of(String setting);

    /** A whole number, or what it is without one. */
    default long number(String setting, long otherwise) {
        return of(setting).map(Long::parseLong).orElse(otherwise);
    }
}
