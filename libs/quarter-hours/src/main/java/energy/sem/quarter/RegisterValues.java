package energy.sem.quarter;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** What the registers of one device showed at one instant. Immutable; a register that was not sent is {@code null}. */
public final class RegisterValues {
    private final EnumMap<Register, Long> values;

    private RegisterValues(EnumMap<Register, Long> values) {
        this.values = values;
    }

    /** The values that {@code read} gives for each register, {@code null} where there is none. */
    public static RegisterValues of(Function<Register, Long> read) {
        EnumMap<Register, Long> values = new EnumMap<>(Register.class);
        for (Register register : Register.values()) {
            Long value = read.apply(register);
            if (value != null) {
                values.put(register, value);
            }
        }
        return new RegisterValues(values);
    }

    /** The values of a map; what is not in it is absent. */
    public static RegisterValues of(Map<Register, Long> values) {
        return of(values::get);
    }

    /** The value of a register, or {@code null}. */
    public Long get(Register register) {
        return values.get(register);
    }

    /** For each register the greater of both values, and where one is absent the other. */
    public RegisterValues max(RegisterValues other) {
        EnumMap<Register, Long> greater = new EnumMap<>(values);
        other.values.forEach((register, value) -> greater.merge(register, value, Math::max));
        return new RegisterValues(greater);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegisterValues that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The registers that have a value, for people. */
    @Override
    public String toString() {
        return values.toString();
    }
}
