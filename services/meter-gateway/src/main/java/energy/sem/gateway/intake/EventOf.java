package energy.sem.gateway.intake;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import energy.sem.event.Electricity;
import energy.sem.event.Extremes;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.event.UnknownObject;
import energy.sem.event.Verdict;
import energy.sem.gateway.meter.Meter;
import energy.sem.p1.CrcState;
import energy.sem.p1.Finding;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.Registers;
import energy.sem.p1.Telegram;

/** Makes a decoded telegram the event that is published. Pure. */
final class EventOf {
    /** What the identification of a simulated household's telegrams contains. */
    private static final String SIMULATED = "SIMULATED";

    private final Meter meter;
    private final ZoneId zone;

    /** @param zone the household's, for stamps without a suffix */
    EventOf(Meter meter, ZoneId zone) {
        this.meter = meter;
        this.zone = zone;
    }

    /** The event of a telegram with all serials, that arrived at the given instant and was judged so. */
    TelegramEvent event(Telegram telegram, Instant arrival, energy.sem.p1.Verdict verdict) {
        Instant receivedAt = arrival.truncatedTo(ChronoUnit.MILLIS);
        Instant at = at(telegram, receivedAt);
        String serial = telegram.serial();
        Electricity electricity = electricity(telegram, serial);
        String identification = telegram.identification();
        return new TelegramEvent(
                TelegramEvent.VERSION,
                meter.name(),
                at,
                timeSource(telegram),
                receivedAt,
                simulated(identification),
                identification,
                identification == null ? null : telegram.dialect().name(),
                telegram.version(),
                crc(telegram),
                electricity,
                monthPeaks(telegram, zone, receivedAt),
                devices(telegram, at, receivedAt),
                extremes(electricity, at),
                verdict(verdict, serial),
                telegram.others().stream()
                        .map(other -> new UnknownObject(other.code(), other.groups()))
                        .toList());
    }

    private static Boolean simulated(String identification) {
        boolean simulated = identification != null && identification.contains(SIMULATED);
        return simulated ? Boolean.TRUE : null;
    }

    private Instant at(Telegram telegram, Instant arrival) {
        return telegram.at() == null ? arrival : telegram.at().instant(zone, arrival);
    }

    private static TelegramEvent.TimeSource timeSource(Telegram telegram) {
        if (telegram.at() == null) {
            return TelegramEvent.TimeSource.ARRIVAL;
        }
        return telegram.at().instant().isPresent()
                ? TelegramEvent.TimeSource.METER
                : TelegramEvent.TimeSource.METER_WITHOUT_SUFFIX;
    }

    private static TelegramEvent.Crc crc(Telegram telegram) {
        if (telegram.crc() != CrcState.VALID) {
            return TelegramEvent.Crc.ABSENT;
        }
        return telegram.repaired() ? TelegramEvent.Crc.REPAIRED : TelegramEvent.Crc.VALID;
    }

    private static Electricity electricity(Telegram telegram, String serial) {
        Registers registers = telegram.registers();
        if (registers.equals(Registers.NONE)
                && telegram.importW() == null
                && telegram.exportW() == null
                && telegram.phases().isEmpty()) {
            return null;
        }
        return new Electricity(
                serial,
                telegram.tariff(),
                registers.importT1Wh(),
                registers.importT2Wh(),
                registers.importWh(),
                registers.exportT1Wh(),
                registers.exportT2Wh(),
                registers.exportWh(),
                telegram.importW(),
                telegram.exportW(),
                telegram.demandW(),
                telegram.phases().stream()
                        .map(p -> new Electricity.Phase(
                                p.phase(), p.voltageDeciV(), p.currentCentiA(), p.importW(), p.exportW()))
                        .toList());
    }

    private static List<MonthPeak> monthPeaks(Telegram telegram, ZoneId zone, Instant arrival) {
        List<MonthPeak> peaks = new ArrayList<>();
        telegram.monthPeaks()
                .forEach(p -> peaks.add(new MonthPeak(
                        p.month(), p.demandW(), p.at() == null ? null : p.at().instant(zone, arrival), true)));
        // Without its moment, the running peak belongs to no month: the meter has none yet.
        if (telegram.runningPeak() != null && telegram.runningPeak().at() != null) {
            var at = telegram.runningPeak().at();
            peaks.add(new MonthPeak(
                    YearMonth.from(at.local().minusSeconds(1)),
                    telegram.runningPeak().demandW(),
                    at.instant(zone, arrival),
                    false));
        }
        return peaks;
    }

    private List<MBusReading> devices(Telegram telegram, Instant at, Instant arrival) {
        List<MBusReading> readings = new ArrayList<>();
        for (MbusDevice device : telegram.devices()) {
            Long volume = device.volumeLitre();
            Long heat = volume == null ? device.heatMj() : null;
            Long energy = volume == null && heat == null ? device.energyWh() : null;
            if (volume == null && heat == null && energy == null) {
                continue;
            }
            MBusReading.Kind kind = kind(device);
            Instant readAt = device.at() == null ? at : device.at().instant(zone, arrival);
            readings.add(new MBusReading(device.channel(), kind, device.serial(), readAt, volume, heat, energy));
        }
        return readings;
    }

    private static MBusReading.Kind kind(MbusDevice device) {
        return switch (device.kind()) {
            case GAS -> MBusReading.Kind.GAS;
            case WATER -> MBusReading.Kind.WATER;
            case HEAT -> MBusReading.Kind.HEAT;
            case ELECTRICITY -> MBusReading.Kind.ELECTRICITY;
            case OTHER -> MBusReading.Kind.OTHER;
        };
    }

    private static Extremes extremes(Electricity electricity, Instant at) {
        if (electricity == null) {
            return null;
        }
        List<Extremes.VoltageRange> voltages = electricity.phases().stream()
                .filter(p -> p.voltageDeciV() != null)
                .map(p -> new Extremes.VoltageRange(p.phase(), p.voltageDeciV(), p.voltageDeciV()))
                .toList();
        Integer importW = electricity.importW();
        Integer exportW = electricity.exportW();
        if (importW == null && exportW == null && voltages.isEmpty()) {
            return null;
        }
        return new Extremes(importW, importW == null ? null : at, exportW, exportW == null ? null : at, voltages);
    }

    private static Verdict verdict(energy.sem.p1.Verdict verdict, String serial) {
        return new Verdict(
                verdict.plausible(),
                verdict.findings().stream()
                        .map(f -> new Verdict.Finding(
                                subject(f, serial), f.cause().word(), f.detail()))
                        .toList());
    }

    private static String subject(Finding finding, String serial) {
        return switch (finding.subject()) {
            case Finding.TELEGRAM -> null;
            case Finding.ELECTRICITY -> serial;
            default -> finding.subject();
        };
    }
}
