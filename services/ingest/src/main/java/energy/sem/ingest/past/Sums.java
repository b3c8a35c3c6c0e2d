package energy.sem.ingest.past;

import java.util.function.LongBinaryOperator;

import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Arithmetic of several registers at once. */
final class Sums {

    /** What is left of each register when an amount is taken from those that have one. */
    static RegisterValues minus(RegisterValues level, RegisterValues amounts) {
        return RegisterValues.of(register -> level.has(register)
                ? Long.valueOf(level.get(register) - (amounts.has(register) ? amounts.get(register) : 0))
                : null);
    }

    /** The difference of each register that both have; may be less than 0. */
    static RegisterValues difference(RegisterValues more, RegisterValues less) {
        return RegisterValues.of(register -> more.has(register) && less.has(register)
                ? Long.valueOf(more.get(register) - less.get(register))
                : null);
    }

    /** The lower of both, of the registers of the first. */
    static RegisterValues lower(RegisterValues level, RegisterValues limit) {
        return limited(level, limit, Math::min);
    }

    /** The higher of both, of the registers of either. */
    static RegisterValues higher(RegisterValues one, RegisterValues other) {
        return RegisterValues.of(register -> one.has(register)
                ? Long.valueOf(
                        other.has(register) ? Math.max(one.get(register), other.get(register)) : one.get(register))
                : other.has(register) ? Long.valueOf(other.get(register)) : null);
    }

    /** The registers of the first; those that have a limit, with it. */
    static RegisterValues limited(RegisterValues values, RegisterValues limits, LongBinaryOperator limit) {
        return RegisterValues.of(register -> values.has(register)
                ? Long.valueOf(
                        limits.has(register)
                                ? limit.applyAsLong(values.get(register), limits.get(register))
                                : values.get(register))
                : null);
    }

    /** The first, and where a register has a value in the second, that. */
    static RegisterValues over(RegisterValues level, RegisterValues known) {
        return RegisterValues.of(register ->
                level.has(register) ? (known.has(register) ? known.get(register) : level.get(register)) : null);
    }

    /**
     * What readings say of these registers. Where the meter has no such register but a total of the same direction, or the other way
     * round, a total is the sum of its tariffs.
     */
    static RegisterValues levels(Iterable<Register> registers, RegisterValues readings) {
        RegisterValues.Builder levels = RegisterValues.builder();
        for (Register register : registers) {
            Direction direction = register.direction();
            if (readings.has(register)) {
                levels.set(register, readings.get(register));
            } else if (register.isTotal() && readings.total(direction) != null) {
                levels.set(register, readings.total(direction));
            }
        }
        return levels.build();
    }

    private Sums() {}
}
