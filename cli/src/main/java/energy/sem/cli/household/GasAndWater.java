package energy.sem.cli.household;

import java.time.LocalDate;

/** Gas for heating and hot water, and water, in whole litres for each five minutes. Immutable. */
final class GasAndWater {
    /** Litres of gas a degree-day takes in this house, and the mean outside above which it is not heated. */
    private static final double HEATING_LITRES_A_DEGREE_DAY = 480;

    private static final double HEATING_LIMIT_C = 16;

    private final long seed;
    private final FamilyCalendar calendar;
    private final Weather weather;

    GasAndWater(long seed, FamilyCalendar calendar, Weather weather) {
        this.seed = seed;
        this.calendar = calendar;
        this.weather = weather;
    }

    /** The litres of gas burnt in each five minutes of the day. */
    int[] gasLitres(LocalDay day) {
        LocalDate date = day.date();
        Chance chance = Chance.of(seed, "gas", date.toEpochDay());
        boolean away = calendar.isAway(date);
        double degreeDays = Math.max(0, HEATING_LIMIT_C - weather.temperatureC(date));
        long heating = (long) (degreeDays * HEATING_LITRES_A_DEGREE_DAY * (away ? 0.45 : 1));
        long hotWater = away ? 0 : (long) chance.between(380, 760);
        int[] heatingWeights = new int[day.captures()];
        int[] hotWaterWeights = new int[day.captures()];
        for (int i = 0; i < heatingWeights.length; i++) {
            double hour = day.hourAtSlice(i * LocalDay.SLICES_A_CAPTURE);
            // The boiler comes and goes.
            heatingWeights[i] =
                    chance.happens(0.6) ? (int) (100 * heatingShare(hour, date) * chance.between(0.7, 1.3)) : 0;
            hotWaterWeights[i] = chance.happens(hotWaterShare(hour)) ? 1 : 0;
        }
        int[] litres = spread(heating, heatingWeights);
        int[] hotWaterLitres = spread(hotWater, hotWaterWeights);
        for (int i = 0; i < litres.length; i++) {
            litres[i] += hotWaterLitres[i];
        }
        return litres;
    }

    /** The litres of water drawn in each five minutes of the day. */
    int[] waterLitres(LocalDay day) {
        int[] litres = new int[day.captures()];
        LocalDate date = day.date();
        if (calendar.isAway(date)) {
            return litres;
        }
        Chance chance = Chance.of(seed, "water", date.toEpochDay());
        boolean free = calendar.isFree(date);
        double up = free ? 8.2 : 6.5;
        for (int shower = 0; shower < 3; shower++) {
            double hour = chance.happens(0.6) ? up + chance.between(0, 0.9) : chance.between(19.5, 22);
            draw(litres, day, hour, 2, chance.between(16, 27));
        }
        int flushes = calendar.isAtHome(date) ? 17 : 11;
        for (int flush = 0; flush < flushes; flush++) {
            draw(litres, day, chance.between(up, 23), 1, 5);
        }
        for (int tap = 0; tap < 12; tap++) {
            draw(litres, day, chance.between(up, 22.5), 1, chance.between(1, 6));
        }
        if (chance.happens(0.3)) {
            draw(litres, day, chance.between(18.8, 20), 3, 42);
        }
        if (chance.happens(free ? 0.9 : 0.3)) {
            draw(litres, day, chance.between(9.5, 19), 4, 13);
        }
        boolean gardenSeason = date.getMonthValue() >= 5 && date.getMonthValue() <= 8;
        if (gardenSeason && weather.clearness(date) > 0.7 && chance.happens(0.35)) {
            draw(litres, day, chance.between(19.5, 21), 6, 22);
        }
        return litres;
    }

    private static void draw(int[] litres, LocalDay day, double hour, int captures, double litresEach) {
        int first = day.sliceAtHour(hour) / LocalDay.SLICES_A_CAPTURE;
        for (int i = first; i < Math.min(litres.length, first + captures); i++) {
            litres[i] += (int) litresEach;
        }
    }

    private double heatingShare(double hour, LocalDate date) {
        if (hour < 5.5 || hour >= 22.5) {
            return 0.25;
        }
        if (hour < 8.5) {
            return 2.4;
        }
        return hour < 16 ? (calendar.isAtHome(date) ? 1.2 : 0.7) : 1.6;
    }

    private static double hotWaterShare(double hour) {
        if (hour < 6 || hour > 22.5) {
            return 0;
        }
        return hour < 9 || hour > 18 ? 0.35 : 0.1;
    }

    /** Splits a total over weights so that the parts are whole and add up to it; nothing where there is no weight. */
    private static int[] spread(long total, int[] weights) {
        long sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int[] parts = new int[weights.length];
        long weightSoFar = 0;
        long given = 0;
        for (int i = 0; i < parts.length && sum > 0; i++) {
            weightSoFar += weights[i];
            long due = total * weightSoFar / sum;
            parts[i] = (int) (due - given);
            given = due;
        }
        return parts;
    }
}
