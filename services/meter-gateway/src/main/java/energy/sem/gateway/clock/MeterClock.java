package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import energy.sem.gateway.clock.ClockDecision.Belief;
import energy.sem.gateway.clock.ClockDecision.Waiting;
import energy.sem.gateway.clock.ClockRun.Kind;
import energy.sem.gateway.clock.ClockState.Condition;
import energy.sem.p1.P1Time;
import energy.sem.p1.Plausibility;
import energy.sem.p1.StampOrder;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;

/**
 * Gives one meter's telegrams their times, in the order of their arrival. Where it is not sure yet whose clock is wrong, a
 * telegram that was read from the meter waits here; one that was pushed is given out at once with a doubt, which keeps it
 * aside, and a second time without once it is sure. Not thread-safe.
 */
public final class MeterClock {
    private final TimeChoice choice;
    private final StampOrder order;
    private final Timing timing;
    private final Plausibility plausibility;
    private final ClockMemory memory;
    private final ClockJudge judge;
    private final Undecided undecided = new Undecided();
    private ClockState state = ClockState.BELIEVED;

    /**
     * @param zone where the meter hangs, for stamps without suffix
     * @param plausibility what is known of the meter's registers
     * @param memory what was found when the gateway ran last
     */
    public MeterClock(TimeChoice choice, ZoneId zone, Plausibility plausibility, ClockMemory memory) {
        this.choice = choice;
        this.order = new StampOrder(zone);
        this.timing = new Timing(order);
        this.plausibility = plausibility;
        this.memory = memory;
        this.judge = new ClockJudge(memory.off().orElse(null));
    }

    /**
     * What a telegram gave.
     *
     * @param own it itself, with the times that it has or would have
     * @param refused whether it can be neither given out nor kept: it has no time, and this computer neither
     */
    public record Taken(Timed own, boolean refused) {}

    /**
     * Takes the next telegram.
     *
     * @param following the stamps of those that came behind it in the same delivery
     * @param ready takes the telegrams to go on with, in order; this one is the last of them, or waits. Each is judged and
     *     remembered before the next is looked at
     */
    public Taken take(Incoming in, List<P1Time> following, Consumer<Timed> ready) {
        Telegram telegram = in.telegram();
        Moment arrival = in.arrival();
        Instant stated = telegram.at() == null
                ? null
                : order.telegram(
                        telegram.at(),
                        arrival.known() ? arrival.wall() : null,
                        at -> plausibility.fits(telegram, at),
                        following);
        boolean possible = stated != null && Stamps.isPossible(stated, arrival);
        Undecided.One one = new Undecided.One(in, stated, null);
        if (!arrival.known() && (!possible || choice == TimeChoice.ARRIVAL)) {
            state = new ClockState(Condition.COMPUTER_HAS_NO_TIME, null, telegram.at());
            return withoutTime(one);
        }
        undecided.withoutTime(arrival).forEach(w -> ready.accept(timing.byArrival(w, arrival)));
        if (choice == TimeChoice.ARRIVAL || !possible) {
            found(
                    stated == null ? Condition.NO_STAMP : possible ? Condition.ARRIVAL_CHOSEN : Condition.NEVER_SET,
                    in,
                    stated);
            return given(timing.byArrival(one, arrival), ready);
        }
        return believed(one, ready);
    }

    private static Taken given(Timed own, Consumer<Timed> ready) {
        ready.accept(own);
        return new Taken(own, false);
    }

    private Taken withoutTime(Undecided.One one) {
        boolean live = one.in().live();
        if (live) {
            undecided.addWithoutTime(one);
        }
        return new Taken(timing.byArrival(one, one.in().arrival()), !live);
    }

    private Taken believed(Undecided.One one, Consumer<Timed> ready) {
        Incoming in = one.in();
        ClockDecision decision = choice == TimeChoice.METER
                ? new ClockDecision(Belief.METER, true, false, Waiting.EACH)
                : judge.next(one.stated(), in.arrival(), in.live(), new RegistersSay(in.telegram(), plausibility));
        if (decision.belief() == Belief.WAIT) {
            found(Condition.LOOKED_AT, in, one.stated());
            undecided.add(new Undecided.One(in, one.stated(), judge.kind()));
            Timed own = timing.doubted(one);
            return in.live() ? new Taken(own, false) : given(own, ready);
        }
        release(decision.waiting(), in.arrival(), ready);
        memory.keep(judge.off());
        if (decision.belief() == Belief.ARRIVAL) {
            found(Condition.OFF, in, one.stated());
            return given(timing.byArrival(one, in.arrival()), ready);
        }
        if (decision.computerOff()) {
            found(Condition.COMPUTER_OFF, in, one.stated());
        } else if (choice == TimeChoice.METER && in.live() && ClockJudge.isFar(one.stated(), in.arrival())) {
            found(Condition.METER_CHOSEN, in, one.stated());
        } else {
            state = ClockState.BELIEVED;
        }
        return given(timing.byMeter(one, decision.ofNow()), ready);
    }

    private void release(Waiting waiting, Moment now, Consumer<Timed> ready) {
        if (waiting == null) {
            return;
        }
        for (Undecided.One one : undecided.take()) {
            if (waiting.isSureOf(one.kind())) {
                ready.accept(waiting.sure() == Belief.ARRIVAL ? timing.byArrival(one, now) : timing.byMeter(one, true));
            } else if (isAgainstRegisters(one)) {
                wrong(one, waiting.past(), now, ready);
            } else if (waiting.past() && one.kind() == Kind.FAR_BEHIND) {
                ready.accept(timing.byMeter(one, false));
            } else if (isRight(one, now)) {
                ready.accept(timing.byMeter(one, one.in().live()));
            } else {
                wrong(one, false, now, ready);
            }
        }
    }

    // When it came or by now; of a pushed one that is far behind that is why it waits.
    private boolean isAgainstRegisters(Undecided.One one) {
        return one.kind() == Kind.BACK
                || (one.kind() == Kind.FAR_BEHIND && !one.in().live())
                || plausibility.goesOnBefore(one.in().telegram(), one.stated());
    }

    // What was read is of its arrival, for it is of no past. What was pushed has been given out, to be kept aside.
    private void wrong(Undecided.One one, boolean waitsOn, Moment now, Consumer<Timed> ready) {
        if (one.in().live()) {
            ready.accept(timing.byArrival(one, now));
        } else if (waitsOn) {
            undecided.add(one);
        }
    }

    // By what is known now: this computer's clock may have been set since.
    private static boolean isRight(Undecided.One one, Moment now) {
        Duration ahead = Duration.between(now.of(one.in().arrival()), one.stated());
        return ahead.compareTo(NearClock.TOLERANCE) <= 0 && ahead.negated().compareTo(TelegramTimes.ABOUT_A_DAY) <= 0;
    }

    private void found(Condition condition, Incoming in, Instant stated) {
        state = new ClockState(
                condition,
                stated == null ? null : Duration.between(in.arrival().wall(), stated),
                in.telegram().at());
    }

    /** Gives out the telegrams that have waited for long enough, while no other came. */
    public void due(Moment now, Consumer<Timed> ready) {
        undecided.withoutTime(now).forEach(one -> ready.accept(timing.byArrival(one, now)));
        if (undecided.areNoMore(now) || (judge.isEnough() && undecided.areEnough(now))) {
            release(judge.giveUp(false), now, ready);
            memory.keep(judge.off());
        }
    }

    /** Gives out all that wait, as far as they can have a time: the gateway stops. */
    public void rest(Moment now, Consumer<Timed> ready) {
        undecided.withoutTime(now).forEach(one -> ready.accept(timing.byArrival(one, now)));
        release(judge.giveUp(true), now, ready);
    }

    /** How the clock is, by the last telegram. */
    public ClockState state() {
        return state;
    }
}
