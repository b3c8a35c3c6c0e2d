package energy.sem.cli.household;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * One calendar day in Belgium, cut into slices of ten seconds of elapsed time: 8640 of them, 8280 on the day that summer
 * time begins and 9000 on the day it ends.
 *
 * @param date the day
 * @param startEpochS its first second, since 1970 in UTC
 * @param slices how many slices it has
 */
record LocalDay(LocalDate date, long startEpochS, int slices) {
    /** Where the household lives; its calendar and its meter's suffix follow these rules, never the host's. */
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    static final int SLICE_S = 10;
    static final int SLICES_A_MINUTE = 6;
    static final int SLICES_A_QUARTER = 90;

    /** Gas and water are read by radio every five minutes. */
    static final int SLICES_A_CAPTURE = 30;

    static LocalDay of(LocalDate date) {
        long start = date.atStartOfDay(ZONE).toEpochSecond();
        long end = date.plusDays(1).atStartOfDay(ZONE).toEpochSecond();
        return new LocalDay(date, start, (int) ((end - start) / SLICE_S));
    }

    /** The slice in which the clock on the wall shows this hour, 0 to 24 with fractions. */
    int sliceAtHour(double hour) {
        int second = (int) (hour * 3600);
        if (second >= 24 * 3600) {
            return slices;
        }
        long epochS = date.atTime(LocalTime.ofSecondOfDay(Math.max(0, second)))
                .atZone(ZONE)
                .toEpochSecond();
        return (int) ((epochS - startEpochS) / SLICE_S);
    }

    /** The hour, with fractions, that the clock on the wall shows at the start of a slice. */
    double hourAtSlice(int slice) {
        return Instant.ofEpochSecond(startEpochS + (long) slice * SLICE_S)
                        .atZone(ZONE)
                        .toLocalTime()
                        .toSecondOfDay()
                / 3600.0;
    }

    int captures() {
        return slices / SLICES_A_CAPTURE;
    }

    int quarters() {
        return slices / SLICES_A_QUARTER;
    }
}
