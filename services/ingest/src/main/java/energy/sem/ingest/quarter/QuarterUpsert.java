package energy.sem.ingest.quarter;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import energy.sem.p1.Register;

/**
 * The statement that merges rows into {@code quarter_hour}, for some registers: made once, as the devices' registers hardly
 * ever change. Immutable and thread-safe.
 */
final class QuarterUpsert {
    /** So many sets of registers are kept; a household has one or two. */
    private static final int MOST_KEPT = 100;

    private static final Map<List<Register>, QuarterUpsert> KEPT = new ConcurrentHashMap<>();

    private static final List<String> MAXIMA =
            List.of("max_import_w", "max_export_w", "max_voltage_l1_dv", "max_voltage_l2_dv", "max_voltage_l3_dv");
    private static final List<String> MINIMA = List.of("min_voltage_l1_dv", "min_voltage_l2_dv", "min_voltage_l3_dv");

    private final String head;
    private final String row;
    private final String tail;

    private QuarterUpsert(List<Register> registers) {
        List<String> names = new ArrayList<>(List.of("device_id", "quarter", "first_at", "last_at"));
        registers.forEach(register -> names.add(register.firstColumn()));
        registers.forEach(register -> names.add(register.lastColumn()));
        names.addAll(MAXIMA);
        names.addAll(MINIMA);
        head = "INSERT INTO quarter_hour (" + String.join(", ", names) + ") VALUES ";
        row = "(" + String.join(",", Collections.nCopies(names.size(), "?")) + ")";
        tail = merging(registers);
    }

    /** That of these registers. */
    static QuarterUpsert of(List<Register> registers) {
        if (KEPT.size() >= MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(registers, QuarterUpsert::new);
    }

    /** For so many rows. */
    String sql(int rows) {
        return head + String.join(",", Collections.nCopies(rows, row)) + tail;
    }

    /** Registers before times: MariaDB assigns from left to right, and the registers look at the old times. */
    private static String merging(List<Register> registers) {
        List<String> parts = new ArrayList<>();
        for (Register register : registers) {
            parts.add(byTime(register.firstColumn(), "first_at", "<"));
        }
        for (Register register : registers) {
            parts.add(byTime(register.lastColumn(), "last_at", ">"));
        }
        MAXIMA.forEach(column -> parts.add(column + " = " + extreme("GREATEST", column)));
        MINIMA.forEach(column -> parts.add(column + " = " + extreme("LEAST", column)));
        parts.add("first_at = LEAST(first_at, VALUES(first_at))");
        parts.add("last_at = GREATEST(last_at, VALUES(last_at))");
        return " ON DUPLICATE KEY UPDATE " + String.join(", ", parts);
    }

    private static String byTime(String column, String time, String earlierOrLater) {
        return "%1$s = CASE WHEN VALUES(%2$s) %3$s %2$s THEN VALUES(%1$s) WHEN VALUES(%2$s) = %2$s THEN %4$s ELSE %1$s END"
                .formatted(column, time, earlierOrLater, extreme("GREATEST", column));
    }

    /** With plain GREATEST or LEAST a NULL would win. */
    private static String extreme(String function, String column) {
        return "%2$s(COALESCE(%1$s, VALUES(%1$s)), COALESCE(VALUES(%1$s), %1$s))".formatted(column, function);
    }
}
