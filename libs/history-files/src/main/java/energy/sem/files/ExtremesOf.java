package energy.sem.files;

import java.time.Instant;
import java.util.Map;

/**
 * The highest powers and the ranges of the voltages in one quarter hour.
 *
 * @param line in the unpacked file, from 1
 * @param device the electricity meter
 * @param quarter the beginning of the quarter hour
 * @param values those that are known, by their column in {@code quarter_hour}: {@code max_import_w}, {@code max_export_w} in W,
 *     {@code min_voltage_l1_dv} to {@code max_voltage_l3_dv} in tenths of a volt
 */
public record ExtremesOf(long line, FileDevice device, Instant quarter, Map<String, Integer> values) {

    public ExtremesOf {
        values = Map.copyOf(values);
    }
}
