package energy.sem.files;

import java.util.Locale;
import java.util.Optional;

import energy.sem.p1.Register;

/**
 * What a sensor or feed of a home automation counts.
 *
 * @param kind of which device
 * @param register which of its registers
 */
public record SensorMeaning(FileDeviceKind kind, Register register) {

    /**
     * From a user's word: {@code import-t1}, {@code import-t2}, {@code import}, {@code export-t1}, {@code export-t2},
     * {@code export}, {@code gas}, {@code water}, {@code heat}; empty for any other. {@code none} is {@link #NONE}.
     */
    public static Optional<SensorMeaning> of(String word) {
        String name = word.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "gas" -> Optional.of(new SensorMeaning(FileDeviceKind.GAS, Register.VOLUME_L));
            case "water" -> Optional.of(new SensorMeaning(FileDeviceKind.WATER, Register.VOLUME_L));
            case "heat" -> Optional.of(new SensorMeaning(FileDeviceKind.HEAT, Register.HEAT_MJ));
            case "none" -> Optional.of(NONE);
            default -> electricity(name);
        };
    }

    /** Not wanted: the sensor is left out. */
    public static final SensorMeaning NONE = new SensorMeaning(FileDeviceKind.OTHER, Register.VOLUME_L);

    private static Optional<SensorMeaning> electricity(String name) {
        Register register = Register.ofColumn(name.replace('-', '_') + "_wh");
        return register == null || register.direction() == null
                ? Optional.empty()
                : Optional.of(new SensorMeaning(FileDeviceKind.ELECTRICITY, register));
    }
}
