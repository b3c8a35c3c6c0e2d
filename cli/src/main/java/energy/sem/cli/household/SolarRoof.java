package energy.sem.cli.household;

import java.time.LocalDate;

/**
 * Nine panels of 390 W (3.5 kWp) on a roof of 35 degrees, a little west of south, in the middle of Flanders, on a
 * single-phase inverter of 3.3 kW. Immutable.
 */
final class SolarRoof {
    private static final double PEAK_W = 3510;
    private static final double INVERTER_W = 3300;
    private static final double PERFORMANCE = 0.82;
    private static final double LATITUDE = StrictMath.toRadians(51.05);
    private static final double LONGITUDE_DEGREES = 4.4;
    private static final double TILT = StrictMath.toRadians(35);
    private static final double AZIMUTH = StrictMath.toRadians(200);
    private static final int KNOT_SLICES = LocalDay.SLICES_A_CAPTURE;

    private final long cloudSeed;
    private final long gustSeed;
    private final Weather weather;

    SolarRoof(long seed, Weather weather) {
        this.cloudSeed = Chance.subjectSeed(seed, "clouds");
        this.gustSeed = Chance.subjectSeed(seed, "edges of clouds");
        this.weather = weather;
    }

    /** What the inverter gives in each slice of the day, W. */
    int[] watts(LocalDay day) {
        double[] clear = clearSkyKnots(day);
        double clearness = weather.clearness(day.date());
        int[] watts = new int[day.slices()];
        for (int slice = 0; slice < watts.length; slice++) {
            int knot = slice / KNOT_SLICES;
            double part = (double) (slice % KNOT_SLICES) / KNOT_SLICES;
            double sun = clear[knot] * (1 - part) + clear[knot + 1] * part;
            if (sun > 0) {
                double given = sun * shade(day.startEpochS() / LocalDay.SLICE_S + slice, clearness);
                watts[slice] = (int) Math.min(INVERTER_W, given);
            }
        }
        return watts;
    }

    /** The share of a clear sky's power that gets through: clouds of about twenty minutes with edges of about one. */
    private double shade(long epochSlice, double clearness) {
        double cloud =
                0.75 * Chance.smooth(cloudSeed, epochSlice / 120.0) + 0.25 * Chance.smooth(gustSeed, epochSlice / 7.0);
        double overcast = 0.08 + 0.30 * clearness;
        double open = Math.max(0, Math.min(1, 3.2 * (cloud - 0.5) + 2.4 * (clearness - 0.45) + 0.5));
        return overcast + (1 - overcast) * open;
    }

    private static double[] clearSkyKnots(LocalDay day) {
        double[] knots = new double[day.captures() + 1];
        double declination = StrictMath.toRadians(
                23.45 * StrictMath.sin(2 * StrictMath.PI * (284 + day.date().getDayOfYear()) / 365));
        double sinDeclination = StrictMath.sin(declination);
        double cosDeclination = StrictMath.cos(declination);
        double solarNoonHourUtc = 12 - LONGITUDE_DEGREES / 15 - equationOfTimeHours(day.date());
        long midnightUtc = day.date().toEpochDay() * 86_400;
        for (int i = 0; i < knots.length; i++) {
            double hourUtc = (day.startEpochS() + (long) i * KNOT_SLICES * LocalDay.SLICE_S - midnightUtc) / 3600.0;
            double hourAngle = StrictMath.toRadians(15 * (hourUtc - solarNoonHourUtc));
            knots[i] = clearSkyW(hourAngle, sinDeclination, cosDeclination);
        }
        return knots;
    }

    /** A clear sky's power on the roof: direct light by air mass (Meinel), and a tenth of it diffuse. */
    private static double clearSkyW(double hourAngle, double sinDeclination, double cosDeclination) {
        double cosHour = StrictMath.cos(hourAngle);
        double sinHeight =
                StrictMath.sin(LATITUDE) * sinDeclination + StrictMath.cos(LATITUDE) * cosDeclination * cosHour;
        if (sinHeight <= 0.02) {
            return 0;
        }
        // The sun's direction: east, north, up.
        double east = -cosDeclination * StrictMath.sin(hourAngle);
        double north = StrictMath.cos(LATITUDE) * sinDeclination - StrictMath.sin(LATITUDE) * cosDeclination * cosHour;
        double onRoof = StrictMath.cos(TILT) * sinHeight
                + StrictMath.sin(TILT) * (StrictMath.sin(AZIMUTH) * east + StrictMath.cos(AZIMUTH) * north);
        double direct = 1361 * StrictMath.pow(0.7, StrictMath.pow(1 / sinHeight, 0.678));
        double irradiance = direct * Math.max(0, onRoof) + 0.1 * direct;
        return PEAK_W * PERFORMANCE * irradiance / 1000;
    }

    private static double equationOfTimeHours(LocalDate date) {
        double b = 2 * StrictMath.PI * (date.getDayOfYear() - 81) / 364;
        return (9.87 * StrictMath.sin(2 * b) - 7.53 * StrictMath.cos(b) - 1.5 * StrictMath.sin(b)) / 60;
    }
}
