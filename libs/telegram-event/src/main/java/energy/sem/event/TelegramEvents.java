package energy.sem.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import energy.sem.p1.CrcState;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.P1Time;
import energy.sem.p1.Peak;
import energy.sem.p1.Telegram;

/**
 * Makes events of one meter's telegrams. Immutable and thread-safe; the same telegram, arrival, verdict and extremes give
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
     * @param zone where the meter hangs, for stamps without suffix
     */
    public TelegramEvents(String meter, String serialIfNone, ZoneId zone) {
        this.meter = meter;
        this.serialIfNone = serialIfNone;
        this.zone = zone;
    }

    /**
     * The instant that a telegram's readings are of: its own time, or its arrival when it has none; to the millisecond.
     */
    public Instant instant(Telegram telegram, Instant arrival) {
        return telegram.at() == null
                ? arrival.truncatedTo(ChronoUnit.MILLIS)
                : telegram.at().instant(zone, arrival);
    }

    /**
     * The event of a telegram.
     *
     * @param arrival when the gateway had the whole telegram
     * @param verdict what {@link energy.sem.p1.Plausibility} says of it
     * @param extremes since the event before this one, this one included; may be null
     * @throws IllegalArgumentException if nobody compared the telegram's checksum
     */
    public TelegramEvent event(Telegram telegram, Instant arrival, energy.sem.p1.Verdict verdict, Extremes extremes) {
        Instant at = instant(telegram, arrival);
        return new TelegramEvent(
                TelegramEvent.VERSION,
                meter,
                at,
                timeSource(telegram.at()),
                arrival.truncatedTo(ChronoUnit.MILLIS),
                isSimulated(telegram) ? Boolean.TRUE : null,
                telegram.identification(),
                telegram.identification() == null ? null : telegram.dialect().name(),
                telegram.version(),
                crc(telegram),
                telegram.hasElectricity() ? electricity(telegram) : null,
                monthPeaks(telegram, arrival),
                devices(telegram, arrival, at),
                extremes,
                verdict(telegram, verdict),
                telegram.others().stream()
                        .map(o -> new UnknownObject(o.code(), o.groups()))
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
                        crc(telegram),
                        stamp -> stamp.instant(zone, arrival),
                        device -> serial(telegram, device));
    }

    private static boolean isSimulated(Telegram telegram) {
        return telegram.identification() != null && telegram.identification().contains(SIMULATED);
    }

    private static TelegramEvent.TimeSource timeSource(P1Time at) {
        if (at == null) {
            return TelegramEvent.TimeSource.ARRIVAL;
        }
        return at.suffix() == P1Time.Suffix.NONE
                ? TelegramEvent.TimeSource.METER_WITHOUT_SUFFIX
                : TelegramEvent.TimeSource.METER;
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

    private List<MonthPeak> monthPeaks(Telegram telegram, Instant arrival) {
        List<MonthPeak> peaks = new ArrayList<>(telegram.monthPeaks().size() + 1);
        for (energy.sem.p1.MonthPeak peak : telegram.monthPeaks()) {
            Instant at = peak.at() == null ? null : peak.at().instant(zone, arrival);
            peaks.add(new MonthPeak(peak.month(), peak.demandW(), at, true));
        }
        Peak running = telegram.runningPeak();
        if (running != null && running.at() != null) {
            LocalDateTime within = running.at().local().minusSeconds(1);
            Instant at = running.at().instant(zone, arrival);
            peaks.add(new MonthPeak(YearMonth.from(within), running.demandW(), at, false));
        }
        return peaks;
    }

    private List<MBusReading> devices(Telegram telegram, Instant arrival, Instant telegramAt) {
        List<MBusReading> readings = new ArrayList<>(telegram.devices().size());
        for (MbusDevice d : telegram.devices()) {
            if (d.volumeLitre() != null || d.heatMj() != null || d.energyWh() != null) {
                Instant at = d.at() == null ? telegramAt : d.at().instant(zone, arrival);
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
