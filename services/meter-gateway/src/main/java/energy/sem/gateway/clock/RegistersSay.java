package energy.sem.gateway.clock;

import java.time.Instant;

import energy.sem.p1.Plausibility;
import energy.sem.p1.Plausibility.Standing;
import energy.sem.p1.Telegram;

/** What a telegram's registers say of its time, by what is known of the meter. */
record RegistersSay(Telegram telegram, Plausibility plausibility) implements ClockJudge.Registers {

    @Override
    public boolean fit(Instant at) {
        return plausibility.fits(telegram, at);
    }

    @Override
    public Standing standing() {
        return plausibility.standing(telegram);
    }

    @Override
    public boolean goOnBefore(Instant at) {
        return plausibility.goesOnBefore(telegram, at);
    }

    @Override
    public Object values() {
        return telegram.registers();
    }
}
