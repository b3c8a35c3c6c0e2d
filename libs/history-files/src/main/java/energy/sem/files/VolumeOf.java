package energy.sem.files;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;

import energy.sem.p1.Register;

/**
 * How far a register went between two instants.
 *
 * @param line in the unpacked file, from 1; in a database or an answer the number of the row
 * @param device whose register
 * @param register which
 * @param from beginning, inclusive
 * @param to end, later than {@code from}; a quarter hour, an hour or a day (23 to 25 hours) later
 * @param amount in the register's unit inside: Wh, L, MJ, not negative; empty: the file says that it does not know
 * @param trust how far to believe it
 */
public record VolumeOf(
        long line, FileDevice device, Register register, Instant from, Instant to, OptionalLong amount, Trust trust) {

    public VolumeOf {
        Objects.requireNonNull(device);
        Objects.requireNonNull(register);
        Objects.requireNonNull(trust);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        if (amount.isPresent() && amount.getAsLong() < 0) {
            throw new IllegalArgumentException("an amount is not negative");
        }
    }
}
