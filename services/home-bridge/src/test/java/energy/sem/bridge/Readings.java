package energy.sem.bridge;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

import energy.sem.bridge.live.MeterState;
import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Readings of a household for tests: a meter of three phases with everything, gas, water, heat and a submeter behind it. */
public final class Readings {
    public static final String SERIAL = "1SEM0000000001";
    public static final String GAS = "7SEM0000000002";

    private Readings() {}

    /** Of one moment, at which the meter has counted {@code importWh} in tariff 1. */
    public static TelegramEvent event(String meter, Instant at, long importWh) {
        return event(
                meter,
                at,
                importWh,
                List.of(
                        new MBusReading(1, MBusReading.Kind.GAS, GAS, at, 112_384L, null, null),
                        new MBusReading(2, MBusReading.Kind.WATER, "8SEM 03/#", at, 872_234L, null, null),
                        new MBusReading(3, MBusReading.Kind.HEAT, "9SEM0000000004", at, null, 12_345L, null),
                        new MBusReading(4, MBusReading.Kind.ELECTRICITY, "ESEM0000000005", at, null, null, 5_432L)));
    }

    /** Of a meter that says its powers, in tariff 1, and nothing is behind it. */
    public static TelegramEvent of(String meter, Instant at, int importW, int exportW) {
        Electricity was = electricity(1_234_567);
        return with(
                meter, at, new Electricity(SERIAL, 1, was.registers(), importW, exportW, was.demandW(), was.phases()));
    }

    /** Of a meter that counts in tariff 1 and says nothing else. */
    public static TelegramEvent counted(String meter, Instant at, long importWh) {
        RegisterValues registers =
                RegisterValues.builder().set(Register.IMPORT_T1_WH, importWh).build();
        return with(meter, at, new Electricity(SERIAL, 1, registers, null, null, null, List.of()));
    }

    private static TelegramEvent with(String meter, Instant at, Electricity electricity) {
        TelegramEvent event = event(meter, at, 1_234_567, List.of());
        return new TelegramEvent(
                event.version(),
                meter,
                at,
                event.timeSource(),
                at,
                null,
                event.identification(),
                event.dialect(),
                event.p1Version(),
                event.crc(),
                electricity,
                event.monthPeaks(),
                List.of(),
                null,
                event.verdict(),
                List.of(),
                null,
                null,
                List.of());
    }

    /** The same with other devices behind the meter. */
    public static TelegramEvent event(String meter, Instant at, long importWh, List<MBusReading> devices) {
        return new TelegramEvent(
                1,
                meter,
                at,
                TelegramEvent.TimeSource.METER,
                at,
                null,
                "FLU5\\253770234_A",
                "EMUCS_1_7",
                "50217",
                TelegramEvent.Crc.VALID,
                electricity(importWh),
                List.of(new MonthPeak(YearMonth.from(at.atZone(ZoneOffset.UTC)), 4200, at.minusSeconds(86_400), false)),
                devices,
                null,
                new Verdict(true, List.of()),
                List.of(),
                null,
                null,
                List.of(
                        new Occurrence("power-failures", SERIAL, null, at, 5L, null, null),
                        new Occurrence("long-power-failures", SERIAL, null, at, 2L, null, null),
                        new Occurrence("sags", SERIAL, 1, at, 3L, null, null),
                        new Occurrence("swells", SERIAL, 2, at, 1L, null, null)));
    }

    /** The state of a meter that speaks each second. */
    public static MeterState state(String meter, Instant at) {
        return new MeterState(event(meter, at, 1_234_567), at, Duration.ofSeconds(1));
    }

    private static Electricity electricity(long importWh) {
        RegisterValues.Builder registers = RegisterValues.builder();
        long value = 0;
        for (Register each : Register.ofElectricityMeter()) {
            registers.set(each, value += 1000);
        }
        registers.set(Register.IMPORT_T1_WH, importWh);
        return new Electricity(
                SERIAL,
                1,
                registers.build(),
                642,
                0,
                1_200,
                List.of(
                        new Electricity.Phase(1, 2347, 151, 402, 0),
                        new Electricity.Phase(2, 2351, 64, 140, 0),
                        new Electricity.Phase(3, 2339, 44, 100, 0)));
    }
}
