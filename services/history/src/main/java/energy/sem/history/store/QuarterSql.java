package energy.sem.history.store;

import java.util.Collections;

/** Pieces of statements. */
final class QuarterSql {

    /** {@code (?,?,?)} with so many question marks. */
    static String placeholders(int count) {
        return "(" + String.join(",", Collections.nCopies(count, "?")) + ")";
    }

    private QuarterSql() {}
}
