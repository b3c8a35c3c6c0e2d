package energy.sem.files.semexport;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFileException;
import energy.sem.files.HistoryInput;
import energy.sem.files.reading.CsvTable;

/** {@code devices.csv}: {@code device,kind,serial,first_at}. */
final class ExportDevices {
    private static final int MOST = 1_000;

    private ExportDevices() {}

    /** The devices by their number in the export. */
    static Map<String, FileDevice> read(HistoryInput input, Manifest manifest) throws IOException {
        Map<String, FileDevice> devices = new HashMap<>();
        try (CsvTable table = CsvTable.open(input.open(manifest.member(SemExport.DEVICES)), ',')) {
            int device = table.column("device");
            int kind = table.column("kind");
            int serial = table.column("serial");
            while (table.next() && devices.size() < MOST) {
                devices.put(table.field(device), new FileDevice(kind(table.field(kind)), table.field(serial), 0));
            }
        }
        return devices;
    }

    private static FileDeviceKind kind(String word) throws HistoryFileException {
        for (FileDeviceKind kind : FileDeviceKind.values()) {
            if (kind.word().equals(word.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new HistoryFileException(
                "The export has a device of a kind that this SEM does not know: update SEM, then import again.");
    }
}
