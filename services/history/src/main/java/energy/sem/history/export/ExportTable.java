package energy.sem.history.export;

import java.io.IOException;
import java.util.List;

import energy.sem.history.store.Meter;

/** One form of a meter's whole history: a table whose rows are made while they are written. Stateless, thread-safe. */
public interface ExportTable {

    /** Its word in addresses and file names, such as {@code home-assistant}. */
    String word();

    /** The names of its columns. */
    List<String> header();

    /** Takes rows. */
    interface Rows {
        /**
         * One row.
         *
         * @param cells text, {@link java.math.BigDecimal} and times; {@code null} where nothing is known
         */
        void row(List<?> cells) throws IOException;
    }

    /** Writes all rows, in order of time. Opens transactions of its own. */
    void write(Meter meter, Rows rows) throws IOException;
}
