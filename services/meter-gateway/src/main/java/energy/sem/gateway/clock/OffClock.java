package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;

import energy.sem.p1.Plausibility.Standing;

/** A meter's clock that was found to be off by about a day or more, until it is right again. Not thread-safe. */
final class OffClock {
    private static final int RIGHT_AGAIN = 3;

    /** A clock that is off stays so far off but for its drift. */
    private static final Duration SAME_OFF = Duration.ofHours(1);

    private ClockMemory.Off off;
    private int right;

    /** @param off what was found before; null when the clock was believed */
    OffClock(ClockMemory.Off off) {
        this.off = off;
    }

    /** What was found; null while the clock is believed. */
    ClockMemory.Off off() {
        return off;
    }

    void found(Duration ahead, Instant stated) {
        off = new ClockMemory.Off(ahead, stated);
        right = 0;
    }

    /** Takes the next stamp; whether it is right again, and has been for some telegrams. */
    boolean isRightAgain(Duration ahead, Instant stated, boolean far) {
        right = far ? 0 : right + 1;
        off = right < RIGHT_AGAIN ? new ClockMemory.Off(ahead, stated) : null;
        return off == null;
    }

    /**
     * Whether a telegram was sent afterwards, from when the clock was right: it is neither as far off as now nor at the same
     * stamp, and its registers were lower then. What is pushed before anything is known of them is taken for such.
     */
    boolean isOfThePast(Instant stated, Duration ahead, boolean live, RegistersSay registers) {
        Standing standing = registers.standing();
        return (standing == Standing.LOWER || (standing == Standing.UNKNOWN && !live))
                && ahead.isNegative()
                && ahead.minus(off.ahead()).abs().compareTo(SAME_OFF) > 0
                && !stated.equals(off.stated())
                && registers.fit(stated);
    }
}
