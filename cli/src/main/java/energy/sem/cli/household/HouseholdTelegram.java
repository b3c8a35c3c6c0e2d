package energy.sem.cli.household;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import energy.sem.p1.Connection;
import energy.sem.p1.Dialect;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.MonthPeak;
import energy.sem.p1.P1Time;
import energy.sem.p1.Phase;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.SwitchState;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramEncoder;

/**
 * A reading of the household as its meter says it: an e-MUCS P1 1.7 telegram of a three-phase Fluvius meter with gas and
 * water. Its identification contains {@code SIMULATED}, by which everything behind knows that no real meter spoke.
 */
public final class HouseholdTelegram {
    private static final String IDENTIFICATION = "FLU5\\SEM_SIMULATED";
    private static final String VERSION = "50217";
    private static final int LIMITER_OFF_W = 999_900;
    private static final int FUSE_OFF_CENTI_A = 99_900;
    private static final int GAS_TYPE = 3;
    private static final int WATER_TYPE = 7;

    private final String serial;
    private final String gasSerial;
    private final String waterSerial;

    /** The telegrams of the household of this seed: each seed has serial numbers of its own. */
    public HouseholdTelegram(long seed) {
        String digits = String.format("%010d", Math.floorMod(seed, 10_000_000_000L));
        this.serial = "1SEM" + digits;
        this.gasSerial = "7SEM" + digits;
        this.waterSerial = "8SEM" + digits;
    }

    /** The telegram, from {@code /} to the line end behind its checksum. */
    public byte[] encode(HouseholdReading reading) {
        return TelegramEncoder.encode(telegram(reading));
    }

    private Telegram telegram(HouseholdReading reading) {
        return Telegram.builder()
                .identification(IDENTIFICATION)
                .version(VERSION)
                .dialect(Dialect.EMUCS_1_7)
                .serial(serial)
                .at(time(reading.at()))
                .registers(RegisterValues.builder()
                        .set(Register.IMPORT_T1_WH, reading.importT1Wh())
                        .set(Register.IMPORT_T2_WH, reading.importT2Wh())
                        .set(Register.EXPORT_T1_WH, reading.exportT1Wh())
                        .set(Register.EXPORT_T2_WH, reading.exportT2Wh())
                        .build())
                .tariff(reading.tariff())
                .importW(reading.importW())
                .exportW(reading.exportW())
                .phases(phases(reading.phases()))
                .demandW(reading.demandW())
                .runningPeak(new energy.sem.p1.Peak(
                        time(reading.runningPeak().endedAt()),
                        reading.runningPeak().watts()))
                .monthPeaks(reading.closedMonths().stream()
                        .map(HouseholdTelegram::monthPeak)
                        .toList())
                .connection(
                        new Connection(SwitchState.CONNECTED, List.of(), LIMITER_OFF_W, null, FUSE_OFF_CENTI_A, null))
                .message("")
                .devices(List.of(gas(reading), water(reading)))
                .build();
    }

    private MbusDevice gas(HouseholdReading reading) {
        return new MbusDevice(
                1,
                GAS_TYPE,
                MbusKind.GAS,
                gasSerial,
                null,
                time(reading.captureAt()),
                reading.gasLitres(),
                null,
                null,
                false,
                SwitchState.CONNECTED);
    }

    private MbusDevice water(HouseholdReading reading) {
        return new MbusDevice(
                2,
                WATER_TYPE,
                MbusKind.WATER,
                waterSerial,
                null,
                time(reading.captureAt()),
                reading.waterLitres(),
                null,
                null,
                true,
                null);
    }

    private static List<Phase> phases(List<HouseholdReading.Phase> phases) {
        List<Phase> result = new ArrayList<>(phases.size());
        for (HouseholdReading.Phase phase : phases) {
            result.add(new Phase(
                    result.size() + 1,
                    phase.voltageDeciV(),
                    phase.currentCentiA(),
                    Math.max(0, phase.netW()),
                    Math.max(0, -phase.netW())));
        }
        return result;
    }

    private static MonthPeak monthPeak(ClosedMonth month) {
        YearMonth closed = YearMonth.from(month.label().minusSeconds(1).atZone(LocalDay.ZONE));
        return new MonthPeak(closed, time(month.peak().endedAt()), month.peak().watts());
    }

    private static P1Time time(Instant instant) {
        return P1Time.of(instant, LocalDay.ZONE);
    }
}
