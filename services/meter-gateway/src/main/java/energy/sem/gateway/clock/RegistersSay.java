package energy.sem.gateway.clock;

import java.time.Instant;

import energy.sem.p1.Plausibility;
import energy.sem.p1.Plausibility.Standing;
import energy.sem.p1.Telegram;

/** What a telegram's registers say of its time, by what is known of the meter. */
record RegistersSay(Telegram telegram, Plausibility plausibility) {

    /** Whether they could stand so at that instant. */
    boolean fit(Instant at) {
        return plausibility.fits(telegram, at);
    }

    /** How they stand to the newest known. */
    Standing standing() {
        return plausibility.standing(telegram);
    }

    /** Whether they go on from the newest known, or stand there, though they are known to have been lower after that instant. */
    boolean goOnBefore(Instant at) {
        return plausibility.goesOnBefore(telegram, at);
    }

    /** Something that is equal while they are. */
    Object values() {
        return telegram.registers();
    }
}
