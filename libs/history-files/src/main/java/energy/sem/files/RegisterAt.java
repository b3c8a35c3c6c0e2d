package energy.sem.files;

import java.time.Instant;
import java.util.Objects;

import energy.sem.p1.Register;

/**
 * A register showed a value at an instant.
 *
 * @param line in the unpacked file, from 1; in a database or an answer the number of the row
 * @param device whose register
 * @param register which
 * @param at when it showed this value
 * @param value in the register's unit inside: Wh, L, MJ; not negative
 * @param trust {@link Trust#REGISTER}, or {@link Trust#ESTIMATED} where the source itself does not say which hour it was
 */
public record RegisterAt(long line, FileDevice device, Register register, Instant at, long value, Trust trust) {

    public RegisterAt {
        Objects.requireNonNull(device);
        Objects.requireNonNull(register);
        Objects.requireNonNull(at);
        Objects.requireNonNull(trust);
        if (value < 0) {
            throw new IllegalArgumentException("a register is not negative");
        }
    }

    /** A reading whose time is beyond doubt. */
    public RegisterAt(long line, FileDevice device, Register register, Instant at, long value) {
        this(line, device, register, at, value, Trust.REGISTER);
    }
}
