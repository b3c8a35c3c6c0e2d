package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;

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

    /** A clock may be ahead by so much without more ado, and be set by as much. */
    static final Duration TOLERANCE = Duration.ofMinutes(15);

    private static final int RIGHT_AGAIN = 3;

    /** A clock that is off stays so far off but for its drift. */
    private static final Duration SAME_OFF = Duration.ofHours(1);

    /** What a telegram's time is. */
    enum Belief {
        METER,
        ARRIVAL,
        /** It is not sure yet. */
        WAIT
    }

    /** What the registers of a telegram say. */
    interface Registers {
        /** Whether they could stand so at that instant. */
        boolean fit(Instant at);

        /** Whether they go on from the newest known. */
        boolean goOn();

        /** Something that is equal while they are. */
        Object values();
    }

    private Instant nearStated;
    private Moment near;
    private ClockMemory.Off off;
    private int right;
    private ClockRun run;
    private boolean past;

    /** What the telegrams that wait become at the last one's belief; null: each by itself. */
    Belief waiting;

    /** Whether the last one's stamp is behind what was believed before, its clock having been set. */
    boolean setBack;

    /** Whether the meter's clock is believed against this computer's. */
    boolean computerOff;

    /** @param off what was found before; null when the clock was believed */
    ClockJudge(ClockMemory.Off off) {
        this.off = off;
    }

    /** The clock that was found to be off; null while it is believed. */
    ClockMemory.Off off() {
        return off;
    }

    /** Whether telegrams of the run may wait. */
    boolean isLooking() {
        return run != null && !past;
    }

    Belief next(Instant stated, Moment moment, boolean live, Registers registers) {
        waiting = null;
        setBack = false;
        computerOff = false;
        if (!moment.known()) {
            return meter(stated, moment);
        }
        Duration ahead = Duration.between(moment.wall(), stated);
        if (off != null) {
            return whileOff(stated, moment, ahead, registers);
        }
        if (goesOn(stated, moment)) {
            computerOff = isFar(ahead);
            return meter(stated, moment);
        }
        Kind kind = kind(stated, ahead, registers);
        if (kind == null) {
            return meter(stated, moment);
        }
        boolean broken = !extend(kind, stated, moment, registers);
        return switch (kind) {
            case FAR_BEHIND -> farBehind(stated, ahead, broken, live, registers);
            case FAR_AHEAD -> run.lasts(live) ? arrival(stated, ahead) : Belief.WAIT;
            case AHEAD, BACK -> run.lasts(live) ? lasting(stated, moment) : Belief.WAIT;
        };
    }

    /** Whether the stamp is off by about a day or more. */
    static boolean isFar(Instant stated, Moment arrival) {
        return arrival.known() && isFar(Duration.between(arrival.wall(), stated));
    }

    private static boolean isFar(Duration ahead) {
        return ahead.abs().compareTo(FAR) > 0;
    }

    private boolean goesOn(Instant stated, Moment moment) {
        return near != null
                && (isWithinTolerance(nearStated.plus(moment.since(near)), stated)
                        || (near.known() && isWithinTolerance(between(near, moment), stated)));
    }

    // A computer that slept went on by its wall clock only.
    private Instant between(Moment from, Moment to) {
        return nearStated.plus(Duration.between(from.wall(), to.wall()));
    }

    private static boolean isWithinTolerance(Instant a, Instant b) {
        return Duration.between(a, b).abs().compareTo(TOLERANCE) <= 0;
    }

    private Kind kind(Instant stated, Duration ahead, Registers registers) {
        if (isFar(ahead)) {
            return ahead.isNegative() ? Kind.FAR_BEHIND : Kind.FAR_AHEAD;
        }
        // The first telegram tells no more of its own clock than of this computer's.
        if (ahead.compareTo(TOLERANCE) > 0 && near != null) {
            return Kind.AHEAD;
        }
        return !registers.fit(stated) && registers.goOn() ? Kind.BACK : null;
    }

    /** Adds the telegram to the run of its kind; false when that was broken off and another begins. */
    private boolean extend(Kind kind, Instant stated, Moment moment, Registers registers) {
        Object values = registers.values();
        if (run != null && run.kind == kind && (kind == Kind.FAR_AHEAD || run.isAtPace(stated, moment, values))) {
            run.add(stated, moment);
            return true;
        }
        boolean broken = run != null && run.kind == kind;
        run = new ClockRun(kind, stated, moment, values);
        return !broken;
    }

    private Belief farBehind(Instant stated, Duration ahead, boolean broken, boolean live, Registers registers) {
        if (run.lasts(live && !past)) {
            return arrival(stated, ahead);
        }
        if (!registers.fit(stated) && registers.goOn()) {
            return Belief.WAIT;
        }
        if (broken) {
            past = true;
            waiting = Belief.METER;
        }
        return live && !past ? Belief.WAIT : Belief.METER;
    }

    private Belief arrival(Instant stated, Duration ahead) {
        off = new ClockMemory.Off(ahead, stated);
        right = 0;
        run = null;
        near = null;
        waiting = Belief.ARRIVAL;
        return Belief.ARRIVAL;
    }

    private Belief lasting(Instant stated, Moment moment) {
        boolean back = run.kind == Kind.BACK;
        Belief belief = meter(stated, moment);
        setBack = back;
        waiting = Belief.METER;
        return belief;
    }

    private Belief meter(Instant stated, Moment moment) {
        nearStated = stated;
        near = moment;
        run = null;
        past = false;
        return Belief.METER;
    }

    private Belief whileOff(Instant stated, Moment moment, Duration ahead, Registers registers) {
        boolean far = isFar(ahead);
        if (far && isOfThePast(stated, ahead, registers)) {
            return Belief.METER;
        }
        right = far ? 0 : right + 1;
        if (right < RIGHT_AGAIN) {
            off = new ClockMemory.Off(ahead, stated);
            return Belief.ARRIVAL;
        }
        off = null;
        setBack = !registers.fit(stated) && registers.goOn();
        return meter(stated, moment);
    }

    // Sent afterwards, from when the clock was right: it is neither as far off as now nor at the same stamp.
    private boolean isOfThePast(Instant stated, Duration ahead, Registers registers) {
        return ahead.isNegative()
                && ahead.minus(off.ahead()).abs().compareTo(SAME_OFF) > 0
                && !stated.equals(off.stated())
                && registers.fit(stated)
                && !registers.goOn();
    }

    /**
     * No telegram comes that would make it sure: what those that wait become; null: each by itself.
     *
     * @param soon whether some that went on as a clock does are enough
     */
    Belief giveUp(boolean soon) {
        Belief belief = null;
        if (run != null && run.kind == Kind.FAR_BEHIND && !(soon && run.areSome())) {
            past = true;
            return Belief.METER;
        }
        if (run != null && run.areSome()) {
            boolean far = run.kind == Kind.FAR_AHEAD || run.kind == Kind.FAR_BEHIND;
            belief = far ? arrival(run.stated(), run.ahead()) : Belief.METER;
        }
        run = null;
        return belief;
    }

    /** Whether those that have waited for a minute are enough to make it sure. */
    boolean isEnough() {
        return run != null && run.kind != Kind.FAR_BEHIND && run.areSome();
    }
}
