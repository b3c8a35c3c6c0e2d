package energy.sem.system.footprint;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import energy.sem.p1.Dialect;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.P1Time;
import energy.sem.p1.Phase;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramEncoder;

/**
 * A home with two tariffs, sun and gas for as long as one likes: what its meter counts follows from its number, one telegram after the
 * other. Used by one thread.
 */
final class CountingHome {
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final int HOUR_SECONDS = 3600;
    private static final int TOP_W = 5_000;
    private static final int SUN_W = 3_000;

    private final String serial;
    private final SplittableRandom random;
    private long importT1Wh = 1_000_000;
    private long importT2Wh = 2_000_000;
    private long exportT1Wh = 30_000;
    private long exportT2Wh = 4_000;
    private long gasLitre = 112_384;
    private Instant gasAt;

    /** @param number of the meter, in its serial numbers */
    CountingHome(int number) {
        this.serial = String.format("SEM%010d", number);
        this.random = new SplittableRandom(number);
    }

    /** Its electricity meter's serial number. */
    String serial() {
        return "1" + serial;
    }

    /** What both registers of import have counted until the last telegram, Wh. */
    long importWh() {
        return importT1Wh + importT2Wh;
    }

    /** The same of export. */
    long exportWh() {
        return exportT1Wh + exportT2Wh;
    }

    /**
     * The next telegram.
     *
     * @param at later than the one before, whole seconds
     * @param seconds since the one before
     */
    byte[] next(Instant at, int seconds) {
        int hour = at.atZone(ZONE).getHour();
        int netW = random.nextInt(TOP_W) - (hour >= 9 && hour < 16 ? SUN_W : 0);
        long wh = (long) Math.abs(netW) * seconds / HOUR_SECONDS;
        boolean day = hour >= 7 && hour < 22;
        if (netW >= 0 && day) {
            importT1Wh += wh;
        } else if (netW >= 0) {
            importT2Wh += wh;
        } else if (day) {
            exportT1Wh += wh;
        } else {
            exportT2Wh += wh;
        }
        if (gasAt == null || at.getEpochSecond() % HOUR_SECONDS == 0) {
            gasAt = at;
            gasLitre += random.nextInt(300);
        }
        return telegram(at, Math.max(0, netW), Math.max(0, -netW), day ? 1 : 2);
    }

    private byte[] telegram(Instant at, int importW, int exportW, int tariff) {
        return TelegramEncoder.encode(Telegram.builder()
                .identification("FLU5\\SEM_SYSTEM_TEST")
                .version("50217")
                .dialect(Dialect.EMUCS_1_7)
                .serial(serial())
                .at(P1Time.of(at, ZONE))
                .registers(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, importT1Wh,
                        Register.IMPORT_T2_WH, importT2Wh,
                        Register.EXPORT_T1_WH, exportT1Wh,
                        Register.EXPORT_T2_WH, exportT2Wh)))
                .tariff(tariff)
                .importW(importW)
                .exportW(exportW)
                .phases(List.of(new Phase(1, 2341, (importW + exportW) * 100 / 234, importW, exportW)))
                .devices(List.of(new MbusDevice(
                        1,
                        3,
                        MbusKind.GAS,
                        "7" + serial,
                        null,
                        P1Time.of(gasAt, ZONE),
                        gasLitre,
                        null,
                        null,
                        false,
                        null)))
                .build());
    }
}
