package energy.sem.display.view;

/** A family with sun on its roof: amounts in Wh that look like life and are always the same. */
public final class Household {
    private static final long[] HOURS = {
        260, 230, 220, 210, 250, 420, 980, 1390, 720, 300, 180, 140, 160, 150, 190, 260, 480, 1150, 1850, 1470, 1060,
        850, 520, 340
    };
    private static final long[] MONTHS = {318, 285, 233, 165, 108, 80, 72, 77, 145, 204, 276, 331};
    private static final long[] SUN = {15, 62, 150, 265, 345, 360, 355, 300, 180, 88, 31, 11};

    private Household() {}

    /** An hour, day or month of a family's import, different for each and always the same. */
    public static long typical(Period period, long i, int kind) {
        long noise = scatter(i + 100L * kind, 400);
        return switch (period) {
            case DAY -> HOURS[(int) (i % 24)] * (800 + noise) / 1000;
            case WEEK, MONTH -> 7200 + noise * 11 + (i % 7 >= 5 ? 1900 : 0);
            case YEAR -> MONTHS[(int) i] * (900 + noise / 2);
        };
    }

    /** An hour, day or month of its roof. */
    public static long sunny(Period period, long i) {
        long noise = scatter(i + 1000, 1000);
        return switch (period) {
            case DAY -> i < 9 || i > 15 ? 0 : (7 - Math.abs(12 - i)) * 160 + noise / 10;
            case WEEK, MONTH -> 400 + noise * 3;
            case YEAR -> SUN[(int) i] * 1000;
        };
    }

    /** A number from 0 to below the limit that looks like chance and never changes. */
    public static long scatter(long i, long limit) {
        long x = (i + 1) * 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return Math.floorMod(x ^ (x >>> 31), limit);
    }
}
