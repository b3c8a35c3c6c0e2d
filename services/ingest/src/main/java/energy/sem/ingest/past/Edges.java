package energy.sem.ingest.past;

import java.sql.SQLException;

import energy.sem.p1.RegisterValues;
import energy.sem.quarter.EdgeValue;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;

/** Registers at edges of quarter hours, where readings tell them closely enough. */
final class Edges {
    private final Rows rows;
    private final long mostApartMilli;

    /** Readings of a quarter hour, or {@code null}. */
    interface Rows {
        QuarterRow at(int quarter) throws SQLException;
    }

    /** @param mostApartMilli how far the readings around an edge may lie apart */
    Edges(Rows rows, long mostApartMilli) {
        this.rows = rows;
        this.mostApartMilli = mostApartMilli;
    }

    /** What the registers showed at an edge; {@code null} where no readings tell. */
    RegisterValues at(int edge) throws SQLException {
        QuarterRow after = rows.at(edge);
        if (after == null) {
            return null;
        }
        long edgeMilli = QuarterHours.startMilli(edge);
        if (after.firstAtMilli() == edgeMilli) {
            return after.first();
        }
        QuarterRow before = rows.at(edge - 1);
        if (before == null || after.firstAtMilli() - before.lastAtMilli() > mostApartMilli) {
            return null;
        }
        RegisterValues.Builder values = RegisterValues.builder();
        before.last().forEach((register, value) -> {
            if (after.first().has(register)) {
                values.set(
                        register,
                        EdgeValue.at(
                                        edgeMilli,
                                        before.lastAtMilli(),
                                        value,
                                        after.firstAtMilli(),
                                        after.first().get(register))
                                .orElseThrow()
                                .value());
            }
        });
        RegisterValues found = values.build();
        return found.isEmpty() ? null : found;
    }
}
