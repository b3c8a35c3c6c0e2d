package energy.sem.files;

import java.io.IOException;
import java.util.OptionalDouble;

/** A household's past in one layout: a file, a part of one, or an address that answers. Read as often as one likes. */
public interface HistorySource {

    /** The layout, for people: "Fluvius quarter hours, electricity". */
    String format();

    /** Which part, for people; may hold an EAN, as Fluvius names its files so: never for logs. */
    String name();

    /**
     * Tells everything, from the beginning.
     *
     * @throws HistoryFileException if it cannot be read at all
     */
    void read(ReadingOptions options, HistoryRows rows) throws IOException;

    /** The share that is read so far, 0 to 1, for showing progress from another thread; empty where that is not known. */
    default OptionalDouble shareRead() {
        return OptionalDouble.empty();
    }
}
