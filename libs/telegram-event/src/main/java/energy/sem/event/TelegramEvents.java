package energy.sem.event;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import energy.sem.p1.CrcState;
import energy.sem.p1.Judged;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramTimes;

/**
 * Makes events of one meter's telegrams. Immutable and thread-safe; the same telegram, times, judgement and extremes give
 * the same event.
 */
public final class TelegramEvents {

    /** What the identification of a simulated household's telegrams contains. */
    public static final String SIMULATED = "SIMULATED";

    private final String meter;
    private final String serialIfNone;
    private final ZoneId zone;

    /**
     * @param meter the configured name
     * @param serialIfNone stands for the serial number of a source that sends none ({@code sem.meters.<name>.serial})
     * @param zone where the meter hangs, for the stamps of peaks without suffix
     */
    public TelegramEvents(String meter, String serialIfNone, ZoneId zone) {
        this.meter = meter;
        this.serialIfNone = serialIfNone;
        this.zone = zone;
    }

    /**
     * The event of a telegram.
     *
     * @param judged what {@link energy.sem.p1.Plausibility} believes of it
     * @param times when its values were counted
     * @param arrival when the gateway had the whole telegram
     * @param extremes since the event before this one, this one included; may be null
     * @throws IllegalArgumentException if nobody compared the telegram's checksum
     */
    public TelegramEvent event(Judged judged, TelegramTimes times, Instant arrival, Extremes extremes) {
        Telegram telegram = judged.telegram();
        StatedPeaks peaks = StatedPeaks.of(telegram, times, zone);
        return new TelegramEvent(
                TelegramEvent.VERSION,
                meter,
                times.at(),
                TelegramEvent.TimeSource.valueOf(times.source().name()),
                arrival.truncatedTo(ChronoUnit.MILLIS),
                isSimulated(telegram) ? Boolean.TRUE : null,
                telegram.identification(),
                telegram.identification() == null ? null : telegram.dialect().name(),
                telegram.version(),
                crc(telegram),
                telegram.hasElectricity() ? electricity(telegram) : null,
                peaks.believed(),
                devices(telegram, times),
                extremes,
                verdict(telegram, judged.verdict()),
                telegram.others().stream()
                        .map(o -> new UnknownObject(o.code(), o.groups()))
                        .toList(),
                times.stated(),
                Stream.concat(judged.leftOut().stream(), peaks.leftOut().stream())
                        .map(o -> new LeftOut(
                                o.name(), o.phase(), o.value(), o.cause().word(), o.detail()))
                        .toList(),
                List.of());
    }

    /**
     * All that a telegram says beside what is counted; {@link OccurrencesSince} tells what of it belongs in an event.
     *
     * @param arrival when the gateway had the whole telegram
     * @param at the instant of its readings
     * @throws IllegalArgumentException as in {@link #event}
     */
    public List<Occurrence> occurrences(Telegram telegram, Instant arrival, Instant at) {
        return new TelegramOccurrences(serial(telegram), at)
                .of(
                        telegram,
                        telegram.crc() == CrcState.OTHER
                                ? "other"
                                : crc(telegram).name().toLowerCase(Locale.ROOT),
                        stamp -> stamp.instant(zone, arrival),
                        device -> serial(telegram, device));
    }

    private static boolean isSimulated(Telegram telegram) {
        return telegram.identification() != null && telegram.identification().contains(SIMULATED);
    }

    private static TelegramEvent.Crc crc(Telegram telegram) {
        if (telegram.crc() == CrcState.UNCHECKED) {
            throw new IllegalArgumentException("a telegram whose CRC nobody compared does not become an event");
        }
        if (telegram.crc() == CrcState.ABSENT) {
            return TelegramEvent.Crc.ABSENT;
        }
        return telegram.repaired() ? TelegramEvent.Crc.REPAIRED : TelegramEvent.Crc.VALID;
    }

    private String serial(Telegram telegram) {
        return telegram.serial() != null ? telegram.serial() : serialIfNone;
    }

    /** A device without a serial number is told by its meter's, its kind and its channel. */
    private String serial(Telegram telegram, MbusDevice device) {
        String kind = device.kind().name().toLowerCase(Locale.ROOT);
        return device.serial() != null ? device.serial() : serial(telegram) + "-" + kind + device.channel();
    }

    private Electricity electricity(Telegram t) {
        List<Electricity.Phase> phases = t.phases().stream()
                .map(p ->
                        new Electricity.Phase(p.phase(), p.voltageDeciV(), p.currentCentiA(), p.importW(), p.exportW()))
                .toList();
        return new Electricity(serial(t), t.tariff(), t.registers(), t.importW(), t.exportW(), t.demandW(), phases);
    }

    private List<MBusReading> devices(Telegram telegram, TelegramTimes times) {
        List<MBusReading> readings = new ArrayList<>(telegram.devices().size());
        for (int i = 0; i < telegram.devices().size(); i++) {
            MbusDevice d = telegram.devices().get(i);
            Instant at = times.devices().get(i);
            if (at != null && (d.volumeLitre() != null || d.heatMj() != null || d.energyWh() != null)) {
                MBusReading.Kind kind = MBusReading.Kind.valueOf(d.kind().name());
                String serial = serial(telegram, d);
                readings.add(new MBusReading(d.channel(), kind, serial, at, d.volumeLitre(), d.heatMj(), d.energyWh()));
            }
        }
        return readings;
    }

    private Verdict verdict(Telegram telegram, energy.sem.p1.Verdict verdict) {
        List<Verdict.Finding> findings = verdict.findings().stream()
                .map(f -> new Verdict.Finding(
                        subjectSerial(telegram, f.subject()), f.cause().word(), f.detail()))
                .toList();
        return new Verdict(verdict.plausible(), findings);
    }

    private String subjectSerial(Telegram telegram, String subject) {
        return switch (subject) {
            case energy.sem.p1.Finding.TELEGRAM -> null;
            case energy.sem.p1.Finding.ELECTRICITY -> serial(telegram);
            default ->
                telegram.devices().stream()
                        .filter(d -> d.subject().equals(subject))
                        .findFirst()
                        .map(d -> serial(telegram, d))
                        .orElse(subject);
        };
    }
}
