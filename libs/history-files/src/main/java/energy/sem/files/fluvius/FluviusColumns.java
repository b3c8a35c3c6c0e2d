package energy.sem.files.fluvius;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryRows;
import energy.sem.files.reading.CsvTable;

/**
 * Where each column is. The names changed three times from 2024 to 2026 and differ by language; punctuation and capitals do not
 * count ({@link CsvTable#normalised}).
 */
record FluviusColumns(
        int fromDate,
        int fromTime,
        int toDate,
        int toTime,
        int meter,
        int register,
        int volume,
        int unit,
        int status,
        boolean calorific) {
    private static final String[] FROM_DATE = {"vandatum", "fromdate"};
    private static final String[] FROM_TIME = {"vantijdstip", "fromtime", "vantijd"};
    private static final String[] TO_DATE = {"totdatum", "untildate", "todate"};
    private static final String[] TO_TIME = {"tottijdstip", "untiltime", "totime", "tottijd"};
    private static final String[] METER = {"meter", "meternummer", "meternumber"};
    private static final String[] REGISTER = {"register"};
    private static final String[] VOLUME = {"volume"};
    private static final String[] UNIT = {"eenheid", "unit"};
    private static final String[] STATUS = {"validatiestatus", "validationstatus"};
    private static final String[] CALORIFIC = {"calorischebovenwaarde", "caloricuppervalue", "calorificuppervalue"};

    /** Columns that say nothing that is needed. */
    private static final Set<String> OTHERS = Set.of("ean", "eancode", "metertype", "omschrijving", "description", "");

    static boolean areIn(List<String> names) {
        return isIn(names, FROM_DATE)
                && isIn(names, FROM_TIME)
                && isIn(names, REGISTER)
                && isIn(names, VOLUME)
                && isIn(names, UNIT)
                && isIn(names, STATUS);
    }

    private static boolean isIn(List<String> names, String... aliases) {
        return List.of(aliases).stream().anyMatch(names::contains);
    }

    static FluviusColumns of(CsvTable table, HistoryRows rows) throws HistoryFileException {
        FluviusColumns columns = new FluviusColumns(
                needed(table, FROM_DATE),
                needed(table, FROM_TIME),
                needed(table, TO_DATE),
                needed(table, TO_TIME),
                table.column(METER),
                needed(table, REGISTER),
                needed(table, VOLUME),
                needed(table, UNIT),
                needed(table, STATUS),
                table.column(CALORIFIC) >= 0);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < table.header().size(); i++) {
            if (!columns.uses(i)
                    && !OTHERS.contains(CsvTable.normalised(table.header().get(i)))
                    && i != table.column(CALORIFIC)) {
                unknown.add(table.header().get(i));
            }
        }
        if (!unknown.isEmpty()) {
            rows.note("Columns that are not known and not read: " + String.join(", ", unknown) + ".");
        }
        return columns;
    }

    private boolean uses(int column) {
        return column == fromDate
                || column == fromTime
                || column == toDate
                || column == toTime
                || column == meter
                || column == register
                || column == volume
                || column == unit
                || column == status;
    }

    private static int needed(CsvTable table, String... aliases) throws HistoryFileException {
        int column = table.column(aliases);
        if (column < 0) {
            throw new HistoryFileException("This looks like a file of Fluvius, but no column of it is known as \""
                    + aliases[0] + "\". Its header is: " + String.join("; ", table.header()));
        }
        return column;
    }
}
