package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;

import energy.sem.gateway.clock.ClockDecision.Belief;
import energy.sem.gateway.clock.ClockDecision.Waiting;
import energy.sem.gateway.clock.ClockRun.Kind;
import energy.sem.p1.TelegramTimes;

/**
 * Decides for each of one meter's telegrams, in the order of their arrival, whether its stamp is believed. How a past that
 * is sent afterwards is told from a clock that is behind:
 *
 * <ul>
 *   <li>by the pace: a clock goes on as fast as its telegrams arrive, for twenty of them and a minute (of a meter that is
 *       read, twenty seconds); a push of old telegrams or a recording is faster, or ends;
 *   <li>by the registers: of the past they are no higher than what is known of later;
 *   <li>by the source: what is pushed or replayed counts as the past until one of these says otherwise, what is read from
 *       the meter waits until then.
 * </ul>
 *
 * <p>A clock that goes on as before, by this computer's monotonic clock, did not change: then it was this computer's that
 * was set. Not thread-safe.
 */
final class ClockJudge {
    private static final Duration FAR = TelegramTimes.ABOUT_A_DAY;

    private final NearClock near = new NearClock();
    private final OffClock offClock;
    private ClockRun run;
    private boolean past;

    /** @param off what was found before; null when the clock was believed */
    ClockJudge(ClockMemory.Off off) {
        this.offClock = new OffClock(off);
    }

    /** The clock that was found to be off; null while it is believed. */
    ClockMemory.Off off() {
        return offClock.off();
    }

    /** Of which kind the last telegram is, when it waits. */
    Kind kind() {
        return run.kind;
    }

    ClockDecision next(Instant stated, Moment moment, boolean live, RegistersSay registers) {
        if (!moment.known()) {
            return meter(stated, moment, live);
        }
        Duration ahead = Duration.between(moment.wall(), stated);
        if (off() != null) {
            return whileOff(stated, moment, ahead, live, registers);
        }
        if (near.goesOn(stated, moment)) {
            ClockDecision same = meter(stated, moment, true);
            return new ClockDecision(same.belief(), true, isFar(ahead), same.waiting());
        }
        Kind kind = kind(stated, ahead, registers);
        if (kind == null) {
            return meter(stated, moment, live);
        }
        boolean broken = !extend(kind, stated, moment, registers);
        return switch (kind) {
            case FAR_BEHIND -> farBehind(stated, ahead, broken, live, registers);
            case FAR_AHEAD -> run.lasts(live) ? arrival(stated, ahead) : waits();
            case AHEAD, BACK -> run.lasts(live) ? lasting(stated, moment) : waits();
        };
    }

    /** Whether the stamp is off by about a day or more. */
    static boolean isFar(Instant stated, Moment arrival) {
        return arrival.known() && isFar(Duration.between(arrival.wall(), stated));
    }

    private static boolean isFar(Duration ahead) {
        return ahead.abs().compareTo(FAR) > 0;
    }

    private Kind kind(Instant stated, Duration ahead, RegistersSay registers) {
        if (isFar(ahead)) {
            return ahead.isNegative() ? Kind.FAR_BEHIND : Kind.FAR_AHEAD;
        }
        // The first telegram tells no more of its own clock than of this computer's.
        if (ahead.compareTo(NearClock.TOLERANCE) > 0 && near.isKnown()) {
            return Kind.AHEAD;
        }
        return registers.goOnBefore(stated) ? Kind.BACK : null;
    }

    /** Adds the telegram to the run of its kind; false when that was broken off and another begins. */
    private boolean extend(Kind kind, Instant stated, Moment moment, RegistersSay registers) {
        Object values = registers.values();
        boolean same = run != null && run.kind == kind;
        // No recording is of the future, so that needs no pace.
        boolean ahead = kind == Kind.FAR_AHEAD || kind == Kind.AHEAD;
        if (same && (ahead || run.isAtPace(stated, moment, values))) {
            run.add(stated, moment);
            return true;
        }
        run = new ClockRun(kind, stated, moment, values);
        return !same;
    }

    private ClockDecision farBehind(
            Instant stated, Duration ahead, boolean broken, boolean live, RegistersSay registers) {
        if (run.lasts(live && !past)) {
            return arrival(stated, ahead);
        }
        if (registers.goOnBefore(stated)) {
            return waits();
        }
        past |= broken;
        return live && !past ? waits() : new ClockDecision(Belief.METER, false, false, past ? Waiting.PAST : null);
    }

    private static ClockDecision waits() {
        return new ClockDecision(Belief.WAIT, false, false, null);
    }

    private ClockDecision arrival(Instant stated, Duration ahead) {
        offClock.found(ahead, stated);
        run = null;
        near.forget();
        return new ClockDecision(Belief.ARRIVAL, true, false, Waiting.BY_ARRIVAL);
    }

    private ClockDecision lasting(Instant stated, Moment moment) {
        Waiting waiting = Waiting.byMeter(run.kind);
        ClockDecision same = meter(stated, moment, true);
        return new ClockDecision(same.belief(), true, false, waiting);
    }

    private ClockDecision meter(Instant stated, Moment moment, boolean ofNow) {
        near.believe(stated, moment);
        run = null;
        past = false;
        return new ClockDecision(Belief.METER, ofNow, false, Waiting.EACH);
    }

    private ClockDecision whileOff(
            Instant stated, Moment moment, Duration ahead, boolean live, RegistersSay registers) {
        boolean far = isFar(ahead);
        if (far && offClock.isOfThePast(stated, ahead, live, registers)) {
            return new ClockDecision(Belief.METER, false, false, Waiting.EACH);
        }
        return offClock.isRightAgain(ahead, stated, far)
                ? meter(stated, moment, true)
                : new ClockDecision(Belief.ARRIVAL, true, false, Waiting.EACH);
    }

    /**
     * No telegram comes that would make it sure: what those that wait become.
     *
     * @param soon whether some that went on as a clock does are enough
     */
    Waiting giveUp(boolean soon) {
        if (run == null) {
            return Waiting.EACH;
        }
        if (run.kind == Kind.FAR_BEHIND && !(soon && run.areSome())) {
            past = true;
            return Waiting.PAST;
        }
        if (!run.areSome()) {
            run = null;
            return Waiting.EACH;
        }
        return run.kind == Kind.FAR_AHEAD || run.kind == Kind.FAR_BEHIND
                ? arrival(run.stated(), run.ahead()).waiting()
                : lasting(run.stated(), run.moment()).waiting();
    }

    /** Whether those that have waited for a minute are enough to make it sure. */
    boolean isEnough() {
        return run != null && run.kind != Kind.FAR_BEHIND && run.areSome();
    }
}
