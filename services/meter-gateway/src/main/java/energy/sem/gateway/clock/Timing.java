package energy.sem.gateway.clock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import energy.sem.p1.Finding;
import energy.sem.p1.StampOrder;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;

/** Makes telegrams with their times, once it is decided whose clock they have them by. Not thread-safe. */
final class Timing {
    private final DeviceTimes devices;

    Timing(StampOrder order) {
        this.devices = new DeviceTimes(order);
    }

    /**
     * By its own stamp.
     *
     * @param ofNow whether it is of about its arrival for sure
     */
    Timed byMeter(Undecided.One one, boolean ofNow) {
        Telegram telegram = one.in().telegram();
        Moment arrival = one.in().arrival();
        TelegramTimes times = new TelegramTimes(
                one.stated(),
                TelegramTimes.Source.of(telegram.at()),
                null,
                devices.byMeter(telegram, one.stated()),
                ofNow);
        return new Timed(telegram, arrival.known() ? arrival.wall() : one.stated(), times, Optional.empty());
    }

    /** By its arrival, as far as that is known now. */
    Timed byArrival(Undecided.One one, Moment now) {
        Telegram telegram = one.in().telegram();
        Instant at = now.of(one.in().arrival()).truncatedTo(ChronoUnit.MILLIS);
        TelegramTimes times = new TelegramTimes(
                at, TelegramTimes.Source.ARRIVAL, one.stated(), devices.byArrival(telegram, one.stated(), at), true);
        return new Timed(telegram, at, times, Optional.empty());
    }

    /** By arrival with a doubt, so that it comes right when a person puts it back. */
    Timed doubted(Undecided.One one) {
        Timed timed = byArrival(one, one.in().arrival());
        boolean ahead = one.stated().isAfter(timed.arrival());
        String detail = "the meter's clock says " + one.stated() + " at " + timed.arrival()
                + ", which cannot be true of both clocks: it is kept aside until it is sure which is wrong";
        Finding finding =
                new Finding(Finding.TELEGRAM, ahead ? Finding.Cause.CLOCK_AHEAD : Finding.Cause.CLOCK_BEHIND, detail);
        return new Timed(timed.telegram(), timed.arrival(), timed.times(), Optional.of(finding));
    }
}
