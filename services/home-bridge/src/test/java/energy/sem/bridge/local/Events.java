package energy.sem.bridge.local;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import energy.sem.bridge.live.MeterState;
import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Readings of a household that does not exist. */
final class Events {
    static final Instant AT = Instant.parse("2026-11-22T10:15:03Z");

    static Electricity electricity(RegisterValues registers) {
        return new Electricity(
                "1SEM0000000042",
                1,
                registers,
                0,
                1650,
                420,
                List.of(
                        new Electricity.Phase(1, 2347, 151, 0, 350),
                        new Electricity.Phase(2, 2351, 560, 0, 1300),
                        new Electricity.Phase(3, 2339, 0, 0, 0)));
    }

    static RegisterValues twoTariffs() {
        return RegisterValues.of(Map.of(
                Register.IMPORT_T1_WH, 1_234_567L,
                Register.IMPORT_T2_WH, 2_000_001L,
                Register.EXPORT_T1_WH, 3_000_000L,
                Register.EXPORT_T2_WH, 4L));
    }

    static TelegramEvent event(Electricity electricity, MBusReading... devices) {
        return new TelegramEvent(
                1,
                "home",
                AT,
                TelegramEvent.TimeSource.METER,
                AT,
                null,
                "FLU5\\253770234_A",
                "EMUCS_1_7",
                "50217",
                TelegramEvent.Crc.VALID,
                electricity,
                List.of(
                        new MonthPeak(YearMonth.of(2026, 10), 5100, AT.minus(Duration.ofDays(30)), true),
                        new MonthPeak(YearMonth.of(2026, 11), 4321, Instant.parse("2026-11-04T17:15:00Z"), false)),
                List.of(devices),
                null,
                new Verdict(true, List.of()),
                List.of(),
                null,
                null,
                List.of(
                        new Occurrence("sags", "1SEM0000000042", 1, AT, 7L, null, null),
                        new Occurrence("power-failures", "1SEM0000000042", null, AT, 3L, null, null)));
    }

    static MBusReading gas(long litres) {
        return new MBusReading(
                1, MBusReading.Kind.GAS, "NGLYD", Instant.parse("2026-11-22T10:10:00Z"), litres, null, null);
    }

    static MBusReading water(long litres) {
        return new MBusReading(
                2, MBusReading.Kind.WATER, "8SEM2", Instant.parse("2026-11-22T10:00:00Z"), litres, null, null);
    }

    static MBusReading heat(long mj) {
        return new MBusReading(3, MBusReading.Kind.HEAT, "9SEM3", AT, null, mj, null);
    }

    static MeterState heard(TelegramEvent event, Instant at) {
        return new MeterState(event, at, Duration.ofSeconds(1));
    }

    private Events() {}
}
