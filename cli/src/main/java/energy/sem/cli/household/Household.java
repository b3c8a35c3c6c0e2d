package energy.sem.cli.household;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated household and its meter: {@link #readingAt} is a pure function of the seed and the instant. Days are counted
 * in order once and remembered, a tenth of a millisecond each. Thread-safe.
 */
public final class Household {
    /** The day on which the meter was placed, its registers at zero. */
    public static final LocalDate PLACED = LocalDate.of(2023, 1, 1);

    private static final int LISTED_MONTHS = 13;
    private static final int QUARTER_S = 900;

    private final long seed;
    private final Appliances appliances;
    private final SolarRoof roof;
    private final GasAndWater gasAndWater;
    private final List<DayStart> starts = new ArrayList<>();
    private MeterDay lastUsed;

    /** A household like no other seed's. */
    public Household(long seed) {
        this.seed = seed;
        FamilyCalendar calendar = new FamilyCalendar(seed);
        Weather weather = new Weather(seed);
        this.appliances = new Appliances(seed, calendar);
        this.roof = new SolarRoof(seed, weather);
        this.gasAndWater = new GasAndWater(seed, calendar, weather);
        starts.add(new DayStart(Registers.ZERO, new Peak(0, firstInstant(PLACED)), List.of()));
        this.lastUsed = meterDay(PLACED, Registers.ZERO);
    }

    /** The first instant that has a reading. */
    public static Instant firstInstant() {
        return firstInstant(PLACED);
    }

    /**
     * What the meter shows.
     *
     * @param at any instant from {@link #firstInstant} on; parts of a second are ignored
     * @throws IllegalArgumentException for an earlier one
     */
    public synchronized HouseholdReading readingAt(Instant at) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        LocalDate date = second.atZone(LocalDay.ZONE).toLocalDate();
        if (date.isBefore(PLACED)) {
            throw new IllegalArgumentException("the simulated meter was placed on " + PLACED + ": it has no reading of "
                    + at + " (is this machine's clock right?)");
        }
        DayStart start = startOf(date);
        MeterDay day = dayOf(date, start);
        int secondOfDay = (int) (second.getEpochSecond() - day.day().startEpochS());
        Registers registers = day.registersAt(secondOfDay);
        int captureS = MeterDay.captureSecond(secondOfDay);
        return new HouseholdReading(
                second,
                day.tariffAt(secondOfDay),
                Registers.wh(registers.importT1Ws()),
                Registers.wh(registers.importT2Ws()),
                Registers.wh(registers.exportT1Ws()),
                Registers.wh(registers.exportT2Ws()),
                day.demandW(secondOfDay),
                peakAfter(start.peak(), day, secondOfDay / QUARTER_S),
                start.closedMonths(),
                day.phasesAt(secondOfDay),
                Instant.ofEpochSecond(day.day().startEpochS() + captureS),
                registers.gasLitres(),
                registers.waterLitres());
    }

    private DayStart startOf(LocalDate date) {
        int index = (int) (date.toEpochDay() - PLACED.toEpochDay());
        while (starts.size() <= index) {
            LocalDate last = PLACED.plusDays(starts.size() - 1L);
            starts.add(next(dayOf(last, starts.get(starts.size() - 1)), starts.get(starts.size() - 1)));
        }
        return starts.get(index);
    }

    private MeterDay dayOf(LocalDate date, DayStart start) {
        if (!lastUsed.day().date().equals(date)) {
            lastUsed = meterDay(date, start.registers());
        }
        return lastUsed;
    }

    private MeterDay meterDay(LocalDate date, Registers start) {
        LocalDay day = LocalDay.of(date);
        return new MeterDay(
                seed,
                day,
                start,
                appliances.load(day),
                roof.watts(day),
                gasAndWater.gasLitres(day),
                gasAndWater.waterLitres(day));
    }

    private static DayStart next(MeterDay day, DayStart start) {
        Registers registers = day.registersAt(day.seconds());
        Peak peak = peakAfter(start.peak(), day, day.day().quarters());
        LocalDate tomorrow = day.day().date().plusDays(1);
        if (tomorrow.getDayOfMonth() != 1) {
            return new DayStart(registers, peak, start.closedMonths());
        }
        Instant label = firstInstant(tomorrow);
        List<ClosedMonth> closed = new ArrayList<>(start.closedMonths());
        closed.add(new ClosedMonth(label, peak));
        int surplus = Math.max(0, closed.size() - LISTED_MONTHS);
        return new DayStart(registers, new Peak(0, label), List.copyOf(closed.subList(surplus, closed.size())));
    }

    /** The month's peak once this many quarters of the day are over; of two equal ones the earlier stays. */
    private static Peak peakAfter(Peak before, MeterDay day, int quarters) {
        Peak peak = before;
        for (int quarter = 0; quarter < quarters; quarter++) {
            int demandW = day.quarterDemandW(quarter);
            if (demandW > peak.watts()) {
                peak = new Peak(demandW, Instant.ofEpochSecond(day.day().startEpochS() + (quarter + 1L) * QUARTER_S));
            }
        }
        return peak;
    }

    private static Instant firstInstant(LocalDate date) {
        return date.atStartOfDay(LocalDay.ZONE).toInstant();
    }

    /**
     * What is known at the first second of a day.
     *
     * @param registers at that second
     * @param peak of the running month, in a month's first second 0
     * @param closedMonths before it
     */
    private record DayStart(Registers registers, Peak peak, List<ClosedMonth> closedMonths) {}
}
