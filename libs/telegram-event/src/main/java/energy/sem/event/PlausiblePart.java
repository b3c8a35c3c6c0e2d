package energy.sem.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What of an event may be shown as the newest reading, by the gateway's verdict. */
public final class PlausiblePart {
    private PlausiblePart() {}

    /**
     * The event without the devices that the verdict suspects; empty when it suspects the electricity meter or the whole
     * event.
     */
    public static Optional<TelegramEvent> of(TelegramEvent event) {
        Verdict verdict = event.verdict();
        if (verdict == null || verdict.findings().isEmpty()) {
            return Optional.of(event);
        }
        return isElectricityPlausible(event, verdict) ? Optional.of(without(event, verdict)) : Optional.empty();
    }

    private static boolean isElectricityPlausible(TelegramEvent event, Verdict verdict) {
        String serial = event.electricity() == null ? null : event.electricity().serial();
        return verdict.findings().stream()
                .noneMatch(each -> each.serial() == null || Objects.equals(each.serial(), serial));
    }

    private static TelegramEvent without(TelegramEvent event, Verdict verdict) {
        List<String> suspects =
                verdict.findings().stream().map(Verdict.Finding::serial).toList();
        List<MBusReading> devices = event.devices().stream()
                .filter(each -> !suspects.contains(each.serial()))
                .toList();
        return new TelegramEvent(
                event.version(),
                event.meter(),
                event.at(),
                event.timeSource(),
                event.receivedAt(),
                event.simulated(),
                event.identification(),
                event.dialect(),
                event.p1Version(),
                event.crc(),
                event.electricity(),
                event.monthPeaks(),
                devices,
                event.extremes(),
                verdict,
                event.unknown(),
                event.meterAt(),
                event.leftOut(),
                event.occurrences());
    }
}
