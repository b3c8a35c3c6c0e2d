package energy.sem.ingest.past;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import energy.sem.p1.RegisterValues;

/**
 * What registers had shown before a time without readings: a file with whole kWh shows after it up to one less than the meter did
 * before. None of its readings is shown below these. Immutable.
 */
final class Floors {
    private final NavigableMap<Integer, RegisterValues> byQuarter = new TreeMap<>();

    /** @param runs the times between readings, newest first */
    Floors(List<Run> runs) {
        RegisterValues highest = RegisterValues.NONE;
        for (int i = runs.size() - 1; i >= 0; i--) {
            highest = Sums.higher(runs.get(i).floor(), highest);
            byQuarter.put(runs.get(i).fromQuarter(), highest);
        }
    }

    /** Registers that a file read in a quarter hour, as high as they had been before. */
    RegisterValues raised(int quarter, RegisterValues values) {
        Map.Entry<Integer, RegisterValues> before = byQuarter.lowerEntry(quarter);
        return before == null ? values : Sums.limited(values, before.getValue(), Math::max);
    }
}
