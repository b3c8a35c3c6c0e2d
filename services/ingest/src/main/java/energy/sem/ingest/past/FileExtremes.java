package energy.sem.ingest.past;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import energy.sem.ingest.quarter.Ranges;

/**
 * The extremes that a file says of quarter hours; only SEM's own export does. Pages of plain numbers: ten years are some 11 MB. Not
 * thread-safe.
 */
final class FileExtremes {
    private static final List<String> COLUMNS = List.of(
            "max_import_w",
            "max_export_w",
            "min_voltage_l1_dv",
            "max_voltage_l1_dv",
            "min_voltage_l2_dv",
            "max_voltage_l2_dv",
            "min_voltage_l3_dv",
            "max_voltage_l3_dv");
    private static final int PAGE_BITS = 10;
    private static final int SLOT = (1 << PAGE_BITS) - 1;
    private static final int ABSENT = Integer.MIN_VALUE;

    private final Map<Integer, int[]> pages = new HashMap<>();

    void add(int quarter, Map<String, Integer> values) {
        int[] page = pages.computeIfAbsent(quarter >> PAGE_BITS, number -> absent());
        for (int i = 0; i < COLUMNS.size(); i++) {
            Integer value = values.get(COLUMNS.get(i));
            if (value != null) {
                page[index(quarter, i)] = value;
            }
        }
    }

    /** Those of a quarter hour; {@link Ranges#NONE} when it says none. */
    Ranges at(int quarter) {
        int[] page = pages.get(quarter >> PAGE_BITS);
        if (page == null) {
            return Ranges.NONE;
        }
        Integer[] values = new Integer[COLUMNS.size()];
        for (int i = 0; i < values.length; i++) {
            int value = page[index(quarter, i)];
            values[i] = value == ABSENT ? null : (Integer) value;
        }
        return new Ranges(values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
    }

    private static int index(int quarter, int column) {
        return (quarter & SLOT) * COLUMNS.size() + column;
    }

    private static int[] absent() {
        int[] page = new int[(SLOT + 1) * COLUMNS.size()];
        Arrays.fill(page, ABSENT);
        return page;
    }
}
