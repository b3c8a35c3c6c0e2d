package energy.sem.ingest.store;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvent.TimeSource;

/**
 * Events at another time than the gateway wrote. One of before 2007, when there were no P1 ports, is of a clock that was never
 * set; gateways of before the first release wrote it down. It counts when it arrived, and the months it states are none.
 */
public final class Retimed {
    private static final Instant FIRST = Instant.parse("2007-01-01T00:00:00Z");
    private static final YearMonth FIRST_MONTH = YearMonth.of(2007, 1);

    private Retimed() {}

    /** The event at a time that a meter can mean: itself, if it is. */
    static TelegramEvent possible(TelegramEvent event) {
        boolean now = event.at().isBefore(FIRST) && event.receivedAt() != null;
        boolean months = event.monthPeaks().stream().anyMatch(Retimed::isOfNoMonth);
        if (!now && !months) {
            return event;
        }
        List<MonthPeak> peaks =
                event.monthPeaks().stream().filter(peak -> !isOfNoMonth(peak)).toList();
        return now
                ? at(event, event.receivedAt(), TimeSource.ARRIVAL, peaks, event.devices(), event.at())
                : at(event, event.at(), event.timeSource(), peaks, event.devices(), event.meterAt());
    }

    private static boolean isOfNoMonth(MonthPeak peak) {
        return peak.month() != null && peak.month().isBefore(FIRST_MONTH);
    }

    /** The event when it arrived, its devices read as long before as their stamps are before its own. */
    public static TelegramEvent byArrival(TelegramEvent event) {
        return event.timeSource() == TimeSource.ARRIVAL || event.receivedAt() == null
                ? event
                : moved(event, event.receivedAt(), TimeSource.ARRIVAL, event.at());
    }

    /** The event when its meter's clock said, its devices likewise. */
    public static TelegramEvent byMeter(TelegramEvent event) {
        return event.meterAt() == null ? event : moved(event, event.meterAt(), TimeSource.METER, null);
    }

    private static TelegramEvent moved(TelegramEvent event, Instant to, TimeSource source, Instant meterAt) {
        Duration by = Duration.between(event.at(), to);
        List<MBusReading> devices = event.devices().stream()
                .map(d -> new MBusReading(
                        d.channel(),
                        d.kind(),
                        d.serial(),
                        d.at() == null ? null : d.at().plus(by),
                        d.volumeLitre(),
                        d.heatMj(),
                        d.energyWh()))
                .toList();
        return at(event, to, source, event.monthPeaks(), devices, meterAt);
    }

    private static TelegramEvent at(
            TelegramEvent e,
            Instant at,
            TimeSource source,
            List<MonthPeak> peaks,
            List<MBusReading> devices,
            Instant meterAt) {
        return new TelegramEvent(
                e.version(),
                e.meter(),
                at,
                source,
                e.receivedAt(),
                e.simulated(),
                e.identification(),
                e.dialect(),
                e.p1Version(),
                e.crc(),
                e.electricity(),
                peaks,
                devices,
                e.extremes(),
                e.verdict(),
                e.unknown(),
                meterAt,
                e.leftOut(),
                e.occurrences().stream().map(each -> possible(each, at)).toList());
    }

    /** What such a clock said of the meter's state holds when the event does. */
    private static Occurrence possible(Occurrence each, Instant at) {
        boolean never = each.at() != null && each.at().isBefore(FIRST);
        return never
                ? new Occurrence(
                        each.kind(), each.serial(), each.number(), at, each.value(), each.text(), each.seconds())
                : each;
    }
}
