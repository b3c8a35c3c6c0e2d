package energy.sem.files.supplier;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import energy.sem.files.FileBeginning;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.reading.CsvTable;
import energy.sem.p1.Register;

/** Greenchoice (Netherlands): registers a day in whole kWh, newest first. {@code Dal} is the low tariff, which is 1 there. */
public final class GreenchoiceCsv implements HistoryFormat {
    private static final Map<String, Register> COLUMNS = Map.of(
            "standdal", Register.IMPORT_T1_WH,
            "standnormaal", Register.IMPORT_T2_WH,
            "terugleveringdal", Register.EXPORT_T1_WH,
            "terugleveringnormaal", Register.EXPORT_T2_WH);

    @Override
    public String name() {
        return "Greenchoice's readings";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.isText()
                && CsvTable.names(beginning.firstLine())
                        .containsAll(List.of("opnamedatum", "standnormaal", "standdal"));
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        rows.note("Tariff 1 is low (dal) here, tariff 2 is normal, as Dutch meters count; whole kWh.");
        RegisterCsv.read(input, ';', "opnamedatum", COLUMNS, options, rows);
    }
}
