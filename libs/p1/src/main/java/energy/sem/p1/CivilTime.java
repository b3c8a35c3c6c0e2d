package energy.sem.p1;

/** Calendar arithmetic for the years 2000 to 2099 on plain numbers, without objects. */
final class CivilTime {

    static final long INVALID = Long.MAX_VALUE;

    private static final int EPOCH_DAY_2000 = 10_957;
    private static final int SECONDS_A_DAY = 86_400;
    private static final int SECONDS_AN_HOUR = 3600;
    private static final int[] DAYS_BEFORE = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

    private CivilTime() {}

    /**
     * Seconds since 1970 of a date and time, both without zone; {@link #INVALID} if there is no such. The end of a day may
     * be its 24:00:00 (ISO 8601), that of an hour or a minute likewise its 60.
     */
    static long second(int yearOf2000, int month, int day, int hour, int minute, int second) {
        boolean time = hour <= 23 && minute <= 59 && second <= 60;
        boolean end = second == 0 && ((hour == 24 && minute == 0) || (hour <= 23 && minute == 60));
        if (month < 1 || month > 12 || day < 1 || !(time || end)) {
            return INVALID;
        }
        int leap = (yearOf2000 & 3) == 0 ? 1 : 0;
        int length = DAYS_BEFORE[month] - DAYS_BEFORE[month - 1] + (month == 2 ? leap : 0);
        if (day > length) {
            return INVALID;
        }
        return (epochDay(yearOf2000, month) + day - 1) * SECONDS_A_DAY + hour * 3600L + minute * 60L + second;
    }

    /** The day number of the first of a month. */
    private static long epochDay(int yearOf2000, int month) {
        int leap = (yearOf2000 & 3) == 0 && month > 2 ? 1 : 0;
        return EPOCH_DAY_2000 + yearOf2000 * 365L + (yearOf2000 + 3) / 4 + DAYS_BEFORE[month - 1] + leap;
    }

    /** Whether Central European Summer Time holds: last Sunday of March to last Sunday of October, 01:00 UTC. */
    static boolean isSummer(long epochSecond) {
        int yearOf2000 = (int) ((Math.floorDiv(epochSecond, SECONDS_A_DAY) - EPOCH_DAY_2000) * 4 / 1461);
        return epochSecond >= lastSundayOneOClock(yearOf2000, 3) && epochSecond < lastSundayOneOClock(yearOf2000, 10);
    }

    private static long lastSundayOneOClock(int yearOf2000, int monthOf31Days) {
        long last = epochDay(yearOf2000, monthOf31Days) + 30;
        long sinceSunday = Math.floorMod(last + 4, 7L);
        return (last - sinceSunday) * SECONDS_A_DAY + SECONDS_AN_HOUR;
    }
}
