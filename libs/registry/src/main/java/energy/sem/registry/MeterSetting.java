package energy.sem.registry;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an entry may say of its meter: those settings of {@code sem.meters.<name>} that are neither a secret nor of one machine
 * alone. They have the same names everywhere: in the environment, in the entry, at the door, in a file and on the command line.
 */
public enum MeterSetting {
    /** Where its telegrams come from; without it the meter is pushed to. */
    SOURCE("source"),
    /** The serial number for a source that sends none. */
    SERIAL("serial"),
    /** Whose clock counts. */
    TIME("time"),
    /** How many amperes one of the meter's is. */
    CURRENT_RATIO("current-ratio"),
    /** How many volts one of the meter's is. */
    VOLTAGE_RATIO("voltage-ratio"),
    /** How seldom to publish. */
    PUBLISH_EVERY("publish-every");

    private final String word;

    MeterSetting(String word) {
        this.word = word;
    }

    /** Its name, as the last part of the setting. */
    public String word() {
        return word;
    }

    /** The setting of that name. */
    public static Optional<MeterSetting> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** All their names, for people. */
    public static String words() {
        return Arrays.stream(values()).map(MeterSetting::word).collect(Collectors.joining(", "));
    }
}
