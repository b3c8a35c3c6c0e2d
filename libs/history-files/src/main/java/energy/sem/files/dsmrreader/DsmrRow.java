package energy.sem.files.dsmrreader;

import java.time.ZoneOffset;

import energy.sem.files.reading.RowException;

/** A row of one of DSMR-reader's tables, from a dump or an answer. */
interface DsmrRow {
    /** The table in the database. */
    String table();

    /** The line, or the number of the row in an answer. */
    long line();

    /** A column's value; null where it is empty or there is no such column. */
    String find(String column);

    /** The offset of a time without one, or null if it must have one: Django stores UTC, where the database keeps no offset. */
    default ZoneOffset assumedOffset() {
        return ZoneOffset.UTC;
    }

    /** A column's value, which must be there. */
    default String get(String column) throws RowException {
        String value = find(column);
        if (value == null) {
            throw new RowException(column + " is missing");
        }
        return value;
    }
}
