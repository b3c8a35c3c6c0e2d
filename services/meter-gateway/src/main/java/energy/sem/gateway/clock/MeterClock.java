package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import energy.sem.gateway.clock.ClockJudge.Belief;
import energy.sem.gateway.clock.ClockState.Condition;
import energy.sem.p1.Finding;
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
    private final DeviceTimes devices;
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
        this.devices = new DeviceTimes(order);
        this.plausibility = plausibility;
        this.memory = memory;
        this.judge = new ClockJudge(memory.off().orElse(null));
    }

    /**
     * What a telegram gave.
     *
     * @param own it itself, with the times that it has or would have
     * @param ready the telegrams to go on with, in order; this one is the last of them, or waits
     * @param refused whether it can be neither given out nor kept: it has no time, and this computer neither
     */
    public record Taken(Timed own, List<Timed> ready, boolean refused) {}

    /**
     * Takes the next telegram.
     *
     * @param following the stamps of those that came behind it in the same delivery
     */
    public Taken take(Incoming in, List<P1Time> following) {
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
        if (!arrival.known() && (!possible || choice == TimeChoice.ARRIVAL)) {
            state = new ClockState(Condition.COMPUTER_HAS_NO_TIME, null, telegram.at());
            return withoutTime(in, stated);
        }
        List<Timed> ready = new ArrayList<>(1);
        undecided.withoutTime(arrival).forEach(w -> ready.add(byArrival(w, arrival)));
        if (choice == TimeChoice.ARRIVAL || !possible) {
            found(
                    stated == null ? Condition.NO_STAMP : possible ? Condition.ARRIVAL_CHOSEN : Condition.NEVER_SET,
                    in,
                    stated);
            Timed own = byArrival(new Undecided.One(in, stated), arrival);
            ready.add(own);
            return new Taken(own, ready, false);
        }
        return believed(in, stated, ready);
    }

    private Taken withoutTime(Incoming in, Instant stated) {
        Undecided.One one = new Undecided.One(in, stated);
        if (in.live()) {
            undecided.addWithoutTime(one);
        }
        return new Taken(byArrival(one, in.arrival()), List.of(), !in.live());
    }

    private Taken believed(Incoming in, Instant stated, List<Timed> ready) {
        Undecided.One one = new Undecided.One(in, stated);
        Belief belief = choice == TimeChoice.METER
                ? Belief.METER
                : judge.next(stated, in.arrival(), in.live(), new RegistersSay(in.telegram(), plausibility));
        if (belief == Belief.WAIT) {
            found(Condition.LOOKED_AT, in, stated);
            undecided.add(one);
            Timed own = doubted(one);
            if (!in.live()) {
                ready.add(own);
            }
            return new Taken(own, ready, false);
        }
        boolean setBack = judge.setBack && !undecided.areSome();
        if (!judge.isLooking()) {
            release(judge.waiting, in.arrival(), ready);
        }
        memory.keep(judge.off());
        if (belief == Belief.ARRIVAL) {
            found(Condition.OFF, in, stated);
        } else if (judge.computerOff) {
            found(Condition.COMPUTER_OFF, in, stated);
        } else if (choice == TimeChoice.METER && in.live() && ClockJudge.isFar(stated, in.arrival())) {
            found(Condition.METER_CHOSEN, in, stated);
        } else {
            state = ClockState.BELIEVED;
        }
        Timed own = belief == Belief.METER ? byMeter(one, setBack) : byArrival(one, in.arrival());
        ready.add(own);
        return new Taken(own, ready, false);
    }

    private void release(Belief belief, Moment now, List<Timed> ready) {
        boolean setBack = judge.setBack;
        for (Undecided.One one : undecided.take()) {
            if (belief == Belief.ARRIVAL) {
                ready.add(byArrival(one, now));
            } else if (belief == Belief.METER || isRight(one, now)) {
                ready.add(byMeter(one, setBack));
                setBack = false;
            } else if (one.in().live()) {
                ready.add(byArrival(one, now));
            }
        }
    }

    // By what is known now: this computer's clock may have been set since.
    private boolean isRight(Undecided.One one, Moment now) {
        Duration ahead = Duration.between(now.of(one.in().arrival()), one.stated());
        return ahead.compareTo(ClockJudge.TOLERANCE) <= 0
                && ahead.negated().compareTo(TelegramTimes.ABOUT_A_DAY) <= 0
                && plausibility.fits(one.in().telegram(), one.stated());
    }

    private void found(Condition condition, Incoming in, Instant stated) {
        state = new ClockState(
                condition,
                stated == null ? null : Duration.between(in.arrival().wall(), stated),
                in.telegram().at());
    }

    private Timed byMeter(Undecided.One one, boolean setBack) {
        Telegram telegram = one.in().telegram();
        Moment arrival = one.in().arrival();
        TelegramTimes times = new TelegramTimes(
                one.stated(),
                TelegramTimes.Source.of(telegram.at()),
                null,
                devices.byMeter(telegram, one.stated()),
                setBack);
        return new Timed(telegram, arrival.known() ? arrival.wall() : one.stated(), times, Optional.empty());
    }

    private Timed byArrival(Undecided.One one, Moment now) {
        Telegram telegram = one.in().telegram();
        Instant at = now.of(one.in().arrival()).truncatedTo(ChronoUnit.MILLIS);
        TelegramTimes times = new TelegramTimes(
                at, TelegramTimes.Source.ARRIVAL, one.stated(), devices.byArrival(telegram, one.stated(), at), false);
        return new Timed(telegram, at, times, Optional.empty());
    }

    // By arrival, so that it comes right when a person puts it back.
    private Timed doubted(Undecided.One one) {
        Timed timed = byArrival(one, one.in().arrival());
        boolean ahead = one.stated().isAfter(timed.arrival());
        String detail = "the meter's clock says " + one.stated() + " at " + timed.arrival()
                + ", which cannot be true of both clocks: it is kept aside until it is sure which is wrong";
        Finding finding =
                new Finding(Finding.TELEGRAM, ahead ? Finding.Cause.CLOCK_AHEAD : Finding.Cause.CLOCK_BEHIND, detail);
        return new Timed(timed.telegram(), timed.arrival(), timed.times(), Optional.of(finding));
    }

    /** The telegrams that have waited for long enough, while no other came. */
    public List<Timed> due(Moment now) {
        List<Timed> ready = new ArrayList<>(0);
        undecided.withoutTime(now).forEach(one -> ready.add(byArrival(one, now)));
        if (undecided.areNoMore(now) || (judge.isEnough() && undecided.areEnough(now))) {
            release(judge.giveUp(false), now, ready);
            memory.keep(judge.off());
        }
        return ready;
    }

    /** All that wait, as far as they can have a time: the gateway stops. */
    public List<Timed> rest(Moment now) {
        List<Timed> ready = new ArrayList<>(0);
        undecided.withoutTime(now).forEach(one -> ready.add(byArrival(one, now)));
        release(judge.giveUp(true), now, ready);
        return ready;
    }

    /** How the clock is, by the last telegram. */
    public ClockState state() {
        return state;
    }
}
