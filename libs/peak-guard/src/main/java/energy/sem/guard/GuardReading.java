package energy.sem.guard;

/**
 * What the guard needs of a telegram.
 *
 * @param atMilli its time by the meter's clock, milliseconds since 1970 in UTC
 * @param demandW the running quarter hour's energy so far as if nothing more came, W: Wh x 4
 * @param importW the present power from the grid, W
 * @param monthPeakW the highest quarter hour of the running month, W; 0 when it has none yet
 * @param connectionW what the connection lets through in all, fuses of single phases regarded, W
 */
public record GuardReading(long atMilli, int demandW, int importW, int monthPeakW, int connectionW) {}
