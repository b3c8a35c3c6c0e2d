package energy.sem.files.dsmrreader;

import energy.sem.files.reading.SqlRow;

/** A row of a dump. */
record DumpedRow(SqlRow row) implements DsmrRow {

    @Override
    public String table() {
        return row.table();
    }

    @Override
    public long line() {
        return row.line();
    }

    @Override
    public String find(String column) {
        return row.find(column);
    }
}
