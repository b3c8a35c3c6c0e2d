package energy.sem.p1;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;

/**
 * What the registers of one device showed at one instant, in the units of {@link Register}. Immutable and thread-safe; a
 * register that was not sent is absent, never zero.
 */
public final class RegisterValues {

    /** No register at all. */
    public static final RegisterValues NONE = new RegisterValues(0, new long[0]);

    private static final Register[] REGISTERS = Register.values();

    /** Bit n: the register with index n is there. */
    private final long present;

    /** Those that are there, in the order of {@link Register}. */
    private final long[] values;

    private RegisterValues(long present, long[] values) {
        this.present = present;
        this.values = values;
    }

    /** The values that {@code read} gives for each register, null where there is none. */
    public static RegisterValues of(Function<Register, Long> read) {
        Builder builder = builder();
        for (Register register : REGISTERS) {
            Long value = read.apply(register);
            if (value != null) {
                builder.set(register, value);
            }
        }
        return builder.build();
    }

    /** The values of a map; what is not in it is absent. */
    public static RegisterValues of(Map<Register, Long> values) {
        return of(values::get);
    }

    /** A single value; more by {@link #with}. */
    public static RegisterValues of(Register register, long value) {
        return builder().set(register, value).build();
    }

    /** A builder in which nothing is set. */
    public static Builder builder() {
        return new Builder();
    }

    /** These and one more, or another value of one of them. */
    public RegisterValues with(Register register, long value) {
        Builder builder = builder();
        forEach(builder::set);
        return builder.set(register, value).build();
    }

    /** These but one. */
    RegisterValues without(Register left) {
        return of(register -> register == left ? null : get(register));
    }

    /** Whether the register was sent. */
    public boolean has(Register register) {
        return (present & bit(register)) != 0;
    }

    /** The value of a register, or null. */
    public Long get(Register register) {
        return has(register) ? Long.valueOf(values[index(register)]) : null;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return present == 0;
    }

    /** Whether there is any of an electricity meter itself, in whatever direction. */
    public boolean hasElectricity() {
        return (present & ELECTRICITY) != 0;
    }

    /** Whether both have values of the same registers. */
    public boolean hasSameRegisters(RegisterValues other) {
        return present == other.present;
    }

    /** Those that are there. */
    public Set<Register> registers() {
        Set<Register> registers = EnumSet.noneOf(Register.class);
        forEach((register, value) -> registers.add(register));
        return registers;
    }

    /** Each register that is there, in the order of {@link Register}. */
    public void forEach(ObjLongConsumer<Register> each) {
        int i = 0;
        for (long rest = present; rest != 0; rest &= rest - 1) {
            each.accept(REGISTERS[Long.numberOfTrailingZeros(rest)], values[i++]);
        }
    }

    /**
     * What went one way, in Wh: the meter's own total where it gives one, else the sum over all tariffs that it has, else
     * null. This is the rule; whoever needs a total asks here, or for edges of quarter hours at {@code QuarterSeries}.
     */
    public Long total(Direction direction) {
        Register total = Register.total(direction);
        return has(total) ? get(total) : tariffSum(direction);
    }

    /**
     * What went one way since an earlier reading of the same device, in Wh, by the same rule over those registers that both
     * have; null without any.
     */
    public Long since(RegisterValues earlier, Direction direction) {
        Register total = Register.total(direction);
        if (has(total) && earlier.has(total)) {
            return get(total) - earlier.get(total);
        }
        Long sum = null;
        for (Register tariff : Register.tariffs(direction)) {
            if (has(tariff) && earlier.has(tariff)) {
                sum = (sum == null ? 0 : sum) + get(tariff) - earlier.get(tariff);
            }
        }
        return sum;
    }

    /** The sum over all tariffs that are there, Wh, or null without any. */
    public Long tariffSum(Direction direction) {
        Long sum = null;
        for (Register tariff : Register.tariffs(direction)) {
            if (has(tariff)) {
                sum = Math.addExact(sum == null ? 0 : sum, values[index(tariff)]);
            }
        }
        return sum;
    }

    /** For each register the sum of both values, and where one is absent the other. */
    public RegisterValues plus(RegisterValues other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        Builder builder = builder();
        forEach(builder::set);
        other.forEach((register, value) ->
                builder.set(register, has(register) ? Math.addExact(values[index(register)], value) : value));
        return builder.build();
    }

    /** For each register the greater of both values, and where one is absent the other. */
    public RegisterValues max(RegisterValues other) {
        Builder builder = builder();
        forEach(builder::set);
        other.forEach((register, value) ->
                builder.set(register, has(register) ? Math.max(values[index(register)], value) : value));
        return builder.build();
    }

    private static long bit(Register register) {
        return 1L << register.index();
    }

    private int index(Register register) {
        return Long.bitCount(present & (bit(register) - 1));
    }

    private static final long ELECTRICITY = Register.ofElectricityMeter().stream()
            .mapToLong(RegisterValues::bit)
            .sum();

    @Override
    public boolean equals(Object other) {
        return other instanceof RegisterValues that && present == that.present && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(present) * 31 + Arrays.hashCode(values);
    }

    /** The registers that have a value, for people: {@code {importT1Wh=1000, importT2Wh=2000}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach((register, value) -> text.append(text.length() == 1 ? "" : ", ")
                .append(register.jsonName())
                .append('=')
                .append(value));
        return text.append('}').toString();
    }

    /** Gathers values; may be used again after {@link #clear}. Not thread-safe. */
    public static final class Builder {
        private final long[] all = new long[REGISTERS.length];
        private long present;

        private Builder() {}

        /** Sets a register, over what it was. */
        public Builder set(Register register, long value) {
            all[register.index()] = value;
            present |= bit(register);
            return this;
        }

        /** Sets a register unless {@code value} is null. */
        public Builder set(Register register, Long value) {
            return value == null ? this : set(register, value.longValue());
        }

        /** Whether a register is set. */
        public boolean has(Register register) {
            return (present & bit(register)) != 0;
        }

        /** Whether nothing is set. */
        public boolean isEmpty() {
            return present == 0;
        }

        /** Unsets all. */
        public void clear() {
            present = 0;
        }

        /** What is set so far. */
        public RegisterValues build() {
            if (present == 0) {
                return NONE;
            }
            long[] values = new long[Long.bitCount(present)];
            int i = 0;
            for (long rest = present; rest != 0; rest &= rest - 1) {
                values[i++] = all[Long.numberOfTrailingZeros(rest)];
            }
            return new RegisterValues(present, values);
        }
    }
}
