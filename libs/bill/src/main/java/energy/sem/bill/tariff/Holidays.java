package energy.sem.bill.tariff;

import java.time.LocalDate;
import java.util.Set;

/** The days that some products bill like a weekend. */
public enum Holidays {
    NONE,
    /** The ten legal ones of Belgium. */
    BE;

    /** Whether a day is one. */
    public boolean has(LocalDate day) {
        return this == BE && belgian(day);
    }

    private static boolean belgian(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        Set<LocalDate> movable = Set.of(easter.plusDays(1), easter.plusDays(39), easter.plusDays(50));
        return movable.contains(day)
                || switch (day.getMonthValue()) {
                    case 1, 5 -> day.getDayOfMonth() == 1;
                    case 7 -> day.getDayOfMonth() == 21;
                    case 8 -> day.getDayOfMonth() == 15;
                    case 11 -> day.getDayOfMonth() == 1 || day.getDayOfMonth() == 11;
                    case 12 -> day.getDayOfMonth() == 25;
                    default -> false;
                };
    }

    /** Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
