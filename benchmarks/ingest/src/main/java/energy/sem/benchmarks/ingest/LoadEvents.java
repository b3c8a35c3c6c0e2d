package energy.sem.benchmarks.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import energy.sem.event.Electricity;
import energy.sem.event.Electricity.Phase;
import energy.sem.event.MBusReading;
import energy.sem.event.MonthPeak;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvent.Crc;
import energy.sem.event.TelegramEvent.TimeSource;
import energy.sem.event.Verdict;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Events as large as those of a three-phase Fluvius meter with gas, water and thirteen month peaks.
 *
 * @param meter its name
 * @param every time between two
 */
record LoadEvents(String meter, Duration every) {

    /** The event of one instant; registers rise with time. */
    TelegramEvent at(Instant at) {
        long hours = at.getEpochSecond() / 3600;
        long wh = at.getEpochSecond() / 9;
        // Noise as in a house: what repeats itself is compressed too well. The same instant gives the same.
        SplittableRandom noise = new SplittableRandom(at.getEpochSecond() * 31 + meter.hashCode());
        int watts = (int) (400 + at.getEpochSecond() / 60 % 37 * 90) + noise.nextInt(200);
        Electricity electricity = new Electricity(
                "1SEM-" + meter,
                hours % 24 < 7 ? 2 : 1,
                RegisterValues.builder()
                        .set(Register.IMPORT_T1_WH, wh - hours * 100)
                        .set(Register.IMPORT_T2_WH, hours * 100)
                        .set(Register.EXPORT_T1_WH, hours * 40)
                        .set(Register.EXPORT_T2_WH, hours * 15)
                        .build(),
                watts,
                0,
                watts - 50,
                List.of(
                        new Phase(1, 2301 + noise.nextInt(50), watts * 100 / 230, watts, 0),
                        new Phase(2, 2310 - noise.nextInt(40), 20 + noise.nextInt(5), noise.nextInt(60), 0),
                        new Phase(3, 2297 + noise.nextInt(30), 12 + noise.nextInt(5), noise.nextInt(40), 0)));
        Instant captured = Instant.ofEpochSecond(hours * 3600);
        List<MonthPeak> peaks = new ArrayList<>();
        YearMonth month = YearMonth.from(at.atZone(ZoneOffset.UTC));
        for (int back = 0; back <= 12; back++) {
            YearMonth its = month.minusMonths(back);
            Instant end = its.atDay(20).atTime(17, 30).toInstant(ZoneOffset.UTC);
            if (back > 0 || !end.isAfter(at)) {
                peaks.add(new MonthPeak(its, 3000 + its.getMonthValue() * 100, end, back > 0));
            }
        }
        return new TelegramEvent(
                TelegramEvent.VERSION,
                meter,
                at,
                TimeSource.METER,
                at.plusMillis(300),
                null,
                "FLU5\\253770234_A",
                "E_MUCS",
                "50217",
                Crc.VALID,
                electricity,
                peaks,
                List.of(
                        new MBusReading(1, MBusReading.Kind.GAS, "7SEM-" + meter, captured, hours * 3, null, null),
                        new MBusReading(2, MBusReading.Kind.WATER, "8SEM-" + meter, captured, hours, null, null)),
                null,
                new Verdict(true, List.of()),
                List.of());
    }
}
