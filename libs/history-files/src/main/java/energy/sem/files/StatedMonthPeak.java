package energy.sem.files;

import java.time.Instant;
import java.time.YearMonth;

/**
 * A month's peak as the meter itself stated it.
 *
 * @param line in the unpacked file, from 1
 * @param device the electricity meter
 * @param month which month
 * @param runningW the highest so far while the month lasted, W, or null
 * @param runningAt when, or null
 * @param finalW of the closed month, W, or null
 * @param finalAt when, or null
 */
public record StatedMonthPeak(
        long line,
        FileDevice device,
        YearMonth month,
        Integer runningW,
        Instant runningAt,
        Integer finalW,
        Instant finalAt) {}
