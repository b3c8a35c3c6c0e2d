package energy.sem.p1;

import java.util.List;

/** Recognises the dialect from what a telegram holds; each rule in the order of how sure it is. */
final class DialectRules {

    private static final int BELGIAN_BASE = 50_200;

    private DialectRules() {}

    static Dialect recognise(
            String identification,
            MeterObjects meter,
            PeakObjects peaks,
            ConnectionObjects connection,
            List<MbusDevice> devices) {
        if (meter.belgianVersion) {
            return belgian(meter.version.orNull());
        }
        if (connection.hungarianBreaker || peaks.otherMonthList) {
            return Dialect.HUNGARY;
        }
        if (meter.wattHours) {
            return Dialect.AUSTRIA;
        }
        if (meter.hasLogicalName()) {
            boolean luxembourg = identification.startsWith("Lux") || !meter.hasTariffs();
            return luxembourg ? Dialect.LUXEMBOURG : Dialect.HUNGARY;
        }
        if (!meter.countsElectricity() && meter.importW() == null && hasHeat(devices)) {
            return Dialect.HEAT;
        }
        if (meter.version.said()) {
            return dutch(meter.version.orNull());
        }
        if (!meter.countsElectricity()) {
            return Dialect.OTHER;
        }
        if (!meter.hasTariffs()) {
            return Dialect.SWEDEN;
        }
        if (meter.at() != null) {
            return Dialect.OTHER;
        }
        return meter.powerWholeDigits == 4 ? Dialect.DSMR_2_2 : Dialect.DSMR_3;
    }

    private static boolean hasHeat(List<MbusDevice> devices) {
        for (MbusDevice device : devices) {
            if (device.kind() == MbusKind.HEAT) {
                return true;
            }
        }
        return false;
    }

    /** 502yy: DSMR 5.0.2 with e-MUCS 1.0 for 10, 1.3 for 13, 1.7 for 17, 2.1 for 21; also 211xx for 2.1.1. */
    private static Dialect belgian(String version) {
        int edition = number(version) - BELGIAN_BASE;
        if (edition >= 20 || number(version) / 10_000 == 2) {
            return Dialect.EMUCS_2_1;
        }
        if (edition >= 17) {
            return Dialect.EMUCS_1_7;
        }
        return edition >= 14 ? Dialect.EMUCS_1_4 : Dialect.EMUCS_1_3;
    }

    private static Dialect dutch(String version) {
        return switch (version.isEmpty() ? ' ' : version.charAt(0)) {
            case '2' -> Dialect.DSMR_2_2;
            case '3' -> Dialect.DSMR_3;
            case '4' -> Dialect.DSMR_4;
            case '5' -> Dialect.DSMR_5;
            default -> Dialect.OTHER;
        };
    }

    private static int number(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length() && i < 9; i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
