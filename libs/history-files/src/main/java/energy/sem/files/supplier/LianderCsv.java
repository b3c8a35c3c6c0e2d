package energy.sem.files.supplier;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import energy.sem.files.FileBeginning;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.SensorMeaning;
import energy.sem.files.reading.CsvTable;
import energy.sem.p1.Register;

/**
 * Liander (Netherlands): four registers a day, of which nothing known says which is which: the user does ({@code reading1} and so on as
 * names of sensors).
 */
public final class LianderCsv implements HistoryFormat {

    @Override
    public String name() {
        return "Liander's readings";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.isText()
                && CsvTable.names(beginning.firstLine())
                        .containsAll(List.of("meternummer", "meterreadingdate", "reading1"));
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        Map<String, Register> columns = new HashMap<>();
        for (int i = 1; i <= 4; i++) {
            SensorMeaning meaning = options.sensors().get("reading" + i);
            if (meaning != null && meaning.kind() == FileDeviceKind.ELECTRICITY) {
                columns.put("reading" + i, meaning.register());
            }
        }
        if (columns.isEmpty()) {
            throw new HistoryFileException(
                    "Say which register reading1, reading2, reading3 and reading4 are: compare them with the"
                            + " numbers on the meter's display.");
        }
        String header;
        try (java.io.InputStream bytes = input.open()) {
            header = new FileBeginning(bytes.readNBytes(FileBeginning.MOST_BYTES), Map.of(), List.of()).firstLine();
        }
        RegisterCsv.read(input, CsvTable.separator(header), "meterreadingdate", columns, options, rows);
    }
}
