package energy.sem.cli.household;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** When the family works, stays at home and is away, and which tariff the meter counts in. Immutable. */
final class FamilyCalendar {
    /** The fixed public holidays of Belgium. */
    private static final Set<MonthDay> FIXED_HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(7, 21),
            MonthDay.of(8, 15),
            MonthDay.of(11, 1),
            MonthDay.of(11, 11),
            MonthDay.of(12, 25));

    private static final double DAY_TARIFF_FROM_HOUR = 7;
    private static final double DAY_TARIFF_TO_HOUR = 22;

    private final long seed;

    FamilyCalendar(long seed) {
        this.seed = seed;
    }

    /** Nobody goes to work or to school. */
    boolean isFree(LocalDate date) {
        return isWeekend(date) || isHoliday(date);
    }

    /** At home through the day: a free day, or a day of working from home. */
    boolean isAtHome(LocalDate date) {
        return isFree(date)
                || date.getDayOfWeek() == DayOfWeek.WEDNESDAY
                || Chance.of(seed, "works-from-home", date.toEpochDay()).happens(0.2);
    }

    /** Nobody is in the house: a summer holiday of eleven days and a few days in February, every year other ones. */
    boolean isAway(LocalDate date) {
        Chance chance = Chance.of(seed, "travels", date.getYear());
        LocalDate summer = LocalDate.of(date.getYear(), 7, 4).plusDays((long) chance.between(0, 32));
        LocalDate winter = LocalDate.of(date.getYear(), 2, 10).plusDays((long) chance.between(0, 10));
        return isWithin(date, summer, 11) || isWithin(date, winter, 5);
    }

    /** The slices of the day in tariff 1 (day), from and to; empty in a weekend. Fluvius counts a holiday as a weekday. */
    static int[] dayTariffSlices(LocalDay day) {
        return isWeekend(day.date())
                ? new int[] {0, 0}
                : new int[] {day.sliceAtHour(DAY_TARIFF_FROM_HOUR), day.sliceAtHour(DAY_TARIFF_TO_HOUR)};
    }

    private static boolean isHoliday(LocalDate date) {
        LocalDate easter = easter(date.getYear());
        return FIXED_HOLIDAYS.contains(MonthDay.from(date))
                || date.equals(easter.plusDays(1))
                || date.equals(easter.plusDays(39))
                || date.equals(easter.plusDays(50));
    }

    /** Easter Sunday of the Gregorian calendar (the anonymous algorithm, as Meeus prints it). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static boolean isWithin(LocalDate date, LocalDate from, int days) {
        return !date.isBefore(from) && date.isBefore(from.plusDays(days));
    }
}
