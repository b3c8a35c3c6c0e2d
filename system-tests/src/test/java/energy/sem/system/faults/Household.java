package energy.sem.system.faults;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import energy.sem.p1.Dialect;
import energy.sem.p1.MbusDevice;
import energy.sem.p1.MbusKind;
import energy.sem.p1.MonthPeak;
import energy.sem.p1.P1Time;
import energy.sem.p1.Peak;
import energy.sem.p1.Phase;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramBuilder;
import energy.sem.p1.TelegramEncoder;

/**
 * A household whose meter speaks each so many seconds of its own time, as fast as it is asked: what it says follows from its
 * seed. Used by one thread at a time.
 */
public final class Household {
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final int STEP_SECONDS = 30;
    private static final int QUARTER_SECONDS = 900;
    /** So often the load changes, in the mean. */
    private static final int LOAD_SECONDS = 900;

    private static final int MONTHS = 13;

    private final String serial;
    private final SplittableRandom random;
    private final int stepSeconds;
    private Instant next;
    private long importT1MilliWh = 1_000_000_000;
    private long importT2MilliWh = 2_000_000_000;
    private long exportT1MilliWh = 30_000_000;
    private long gasLitre = 112_384;
    private Instant gasAt;
    private int baseW = 400;
    private Instant peakAt;
    private int peakW;

    /**
     * One that speaks each half minute.
     *
     * @param number in its serial numbers
     * @param first the time of its first telegram, to the minute
     */
    Household(int number, long seed, Instant first) {
        this(number, seed, first.truncatedTo(ChronoUnit.MINUTES), STEP_SECONDS);
    }

    /**
     * @param number in its serial numbers
     * @param first the time of its first telegram, to the second
     * @param stepSeconds from each telegram to the next, at most a quarter hour
     */
    public Household(int number, long seed, Instant first, int stepSeconds) {
        this.serial = String.format("SEM%010d", number);
        this.random = new SplittableRandom(seed + number);
        this.stepSeconds = stepSeconds;
        this.next = first.truncatedTo(ChronoUnit.SECONDS);
        this.gasAt = first.truncatedTo(ChronoUnit.HOURS);
    }

    /** The electricity meter's serial number. */
    String serial() {
        return "1" + serial;
    }

    /** When the next telegram will be. */
    Instant nextAt() {
        return next;
    }

    /** What it says next: as much as a meter of three phases, with the peaks of thirteen months, says. */
    public byte[] nextTelegram() {
        Reading reading = next();
        YearMonth month = YearMonth.from(reading.at().atZone(ZONE));
        List<MonthPeak> peaks = IntStream.rangeClosed(-MONTHS, -1)
                .mapToObj(month::plusMonths)
                .map(each -> new MonthPeak(
                        each,
                        P1Time.of(each.atDay(10).atTime(18, 30).atZone(ZONE).toInstant(), ZONE),
                        3_000 + each.getMonthValue()))
                .toList();
        return TelegramEncoder.encode(said(reading)
                .demandW(reading.importW())
                .monthPeaks(peaks)
                .phases(IntStream.rangeClosed(1, 3)
                        .mapToObj(phase -> phase(phase, reading))
                        .toList())
                .build());
    }

    /** A step later. */
    Reading next() {
        Instant at = next;
        if (random.nextInt(Math.max(1, LOAD_SECONDS / stepSeconds)) == 0) {
            baseW = 100 + random.nextInt(6_000);
        }
        boolean sun = at.atZone(ZONE).getHour() >= 9 && at.atZone(ZONE).getHour() < 16;
        int netW = baseW + random.nextInt(200) - (sun ? 2_500 : 0);
        int importW = Math.max(0, netW);
        int exportW = Math.max(0, -netW);
        long importMilliWh = importW * 1000L * stepSeconds / 3600;
        if (at.atZone(ZONE).getHour() >= 7 && at.atZone(ZONE).getHour() < 22) {
            importT1MilliWh += importMilliWh;
        } else {
            importT2MilliWh += importMilliWh;
        }
        exportT1MilliWh += exportW * 1000L * stepSeconds / 3600;
        if (!at.truncatedTo(ChronoUnit.HOURS).equals(gasAt)) {
            gasAt = at.truncatedTo(ChronoUnit.HOURS);
            gasLitre += random.nextInt(400);
        }
        long sinceEdgeSeconds = at.getEpochSecond() % QUARTER_SECONDS;
        if (sinceEdgeSeconds < stepSeconds) {
            quarterEnds(at.minusSeconds(sinceEdgeSeconds));
        }
        next = at.plusSeconds(stepSeconds);
        return new Reading(
                at,
                importT1MilliWh / 1000,
                importT2MilliWh / 1000,
                exportT1MilliWh / 1000,
                importW,
                exportW,
                2_300 + random.nextInt(80),
                gasAt,
                gasLitre,
                peakAt,
                peakW);
    }

    private void quarterEnds(Instant at) {
        int demandW = 500 + random.nextInt(6_000);
        if (peakAt == null || !monthOf(at).equals(monthOf(peakAt)) || demandW > peakW) {
            peakAt = at;
            peakW = demandW;
        }
    }

    /** The month in which a quarter hour lies that ends then. */
    static YearMonth monthOf(Instant quarterEnd) {
        return YearMonth.from(quarterEnd.minusSeconds(1).atZone(ZONE));
    }

    /** It as the meter says it. */
    byte[] telegram(Reading reading) {
        return TelegramEncoder.encode(said(reading).build());
    }

    private TelegramBuilder said(Reading reading) {
        return Telegram.builder()
                .identification("FLU5\\SEM_SYSTEM_TEST")
                .version("50217")
                .dialect(Dialect.EMUCS_1_7)
                .serial(serial())
                .at(P1Time.of(reading.at(), ZONE))
                .registers(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, reading.importT1Wh(),
                        Register.IMPORT_T2_WH, reading.importT2Wh(),
                        Register.EXPORT_T1_WH, reading.exportT1Wh(),
                        Register.EXPORT_T2_WH, 4_000L)))
                .runningPeak(
                        reading.peakAt() == null ? null : new Peak(P1Time.of(reading.peakAt(), ZONE), reading.peakW()))
                .tariff(1)
                .importW(reading.importW())
                .exportW(reading.exportW())
                .phases(List.of(phase(1, reading)))
                .devices(List.of(new MbusDevice(
                        1,
                        3,
                        MbusKind.GAS,
                        "7" + serial,
                        null,
                        P1Time.of(reading.gasAt(), ZONE),
                        reading.gasLitre(),
                        null,
                        null,
                        false,
                        null)));
    }

    private static Phase phase(int number, Reading reading) {
        return new Phase(
                number, reading.voltageDeciV(), reading.importW() * 100 / 234, reading.importW(), reading.exportW());
    }

    /** The same after a bad contact changed one digit. */
    static byte[] corrupted(byte[] telegram) {
        byte[] broken = telegram.clone();
        int digit = new String(telegram, java.nio.charset.StandardCharsets.US_ASCII).indexOf("*kWh") - 1;
        broken[digit] = (byte) (broken[digit] == '9' ? '0' : broken[digit] + 1);
        return broken;
    }
}
