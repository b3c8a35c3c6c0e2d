package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import energy.sem.p1.MbusDevice;
import energy.sem.p1.StampOrder;
import energy.sem.p1.Telegram;

/**
 * When M-Bus devices were read. Their stamps are the meter's clock's: where that is off they are off as much. A stamp that
 * cannot be, before there were meters or after the telegram, keeps no value aside: it was read by when it came. A value of
 * 0 with a stamp of a clock never set was never read. Not thread-safe.
 */
final class DeviceTimes {
    private static final Duration A_DAY = Duration.ofHours(25);

    /** Within this the distance of the clocks is taken for the same: one reading has one time, whenever it is repeated. */
    private static final Duration SAME = Duration.ofSeconds(10);

    private final StampOrder order;
    private Duration clockToArrival = Duration.ZERO;
    private Instant statedBefore;

    DeviceTimes(StampOrder order) {
        this.order = order;
    }

    /**
     * By their own stamps.
     *
     * @param at the telegram's
     */
    List<Instant> byMeter(Telegram telegram, Instant at) {
        return times(
                telegram,
                device -> {
                    Instant read = order.device(device.subject(), device.at(), value(device), at);
                    if (Stamps.isBeforeAllMeters(read)) {
                        return value(device) == 0 ? null : at;
                    }
                    return read.isAfter(at.plus(NearClock.TOLERANCE)) ? at : read;
                },
                at);
    }

    /**
     * As long before the telegram's arrival as their stamps are before its own.
     *
     * @param stated the telegram's stamp, which is not believed; null when it has none
     */
    List<Instant> byArrival(Telegram telegram, Instant stated, Instant at) {
        if (stated == null) {
            return byMeter(telegram, at);
        }
        Duration now = Duration.between(stated, at);
        boolean standsStill = stated.equals(statedBefore);
        if (standsStill || now.minus(clockToArrival).abs().compareTo(SAME) > 0) {
            clockToArrival = now;
        }
        statedBefore = stated;
        return times(
                telegram,
                device -> {
                    Instant read = order.device(device.subject(), device.at(), value(device), stated);
                    Duration before = Duration.between(read, stated);
                    if (Stamps.isBeforeAllMeters(read) && value(device) == 0) {
                        return null;
                    }
                    if (!before.isNegative() && before.compareTo(A_DAY) <= 0) {
                        Instant shifted = read.plus(clockToArrival);
                        return shifted.isAfter(at) ? at : shifted;
                    }
                    return Stamps.isBeforeAllMeters(read) || read.isAfter(at) ? at : read;
                },
                at);
    }

    private interface Reading {
        Instant time(MbusDevice device);
    }

    private static List<Instant> times(Telegram telegram, Reading reading, Instant at) {
        if (telegram.devices().isEmpty()) {
            return List.of();
        }
        List<Instant> times = new ArrayList<>(telegram.devices().size());
        for (MbusDevice device : telegram.devices()) {
            times.add(device.at() == null ? at : reading.time(device));
        }
        return times;
    }

    private static long value(MbusDevice device) {
        return device.volumeLitre() != null
                ? device.volumeLitre()
                : device.heatMj() != null ? device.heatMj() : device.energyWh() != null ? device.energyWh() : 0;
    }
}
