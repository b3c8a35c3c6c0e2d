package energy.sem.cli.household;

import java.time.LocalDate;

/** The weather of a Flemish year: what the heating and the solar roof feel of it. Immutable. */
final class Weather {
    private static final double YEAR_MEAN_C = 11;
    private static final double YEAR_SWING_C = 7.6;
    private static final int COLDEST_DAY_OF_YEAR = 20;

    private final long spellSeed;
    private final long daySeed;
    private final long skySeed;
    private final long skyDaySeed;

    Weather(long seed) {
        spellSeed = Chance.subjectSeed(seed, "cold and warm spells");
        daySeed = Chance.subjectSeed(seed, "temperature of a day");
        skySeed = Chance.subjectSeed(seed, "fronts");
        skyDaySeed = Chance.subjectSeed(seed, "sky of a day");
    }

    /** The day's mean temperature outside, °C. */
    double temperatureC(LocalDate date) {
        long day = date.toEpochDay();
        double season = -StrictMath.cos(2 * StrictMath.PI * (date.getDayOfYear() - COLDEST_DAY_OF_YEAR) / 365.25);
        return YEAR_MEAN_C
                + YEAR_SWING_C * season
                + 12 * (Chance.smooth(spellSeed, day / 5.0) - 0.5)
                + 3 * (Chance.at(daySeed, day) - 0.5);
    }

    /** How clear the sky is: 0 overcast, 1 cloudless; winter days are clear less often. */
    double clearness(LocalDate date) {
        long day = date.toEpochDay();
        double season = StrictMath.cos(2 * StrictMath.PI * (date.getDayOfYear() - 172) / 365.25);
        double drawn = 0.65 * Chance.smooth(skySeed, day / 2.5) + 0.35 * Chance.at(skyDaySeed, day);
        return Math.max(0, Math.min(1, 1.5 * (drawn - 0.5) + 0.5 + 0.10 * season));
    }
}
