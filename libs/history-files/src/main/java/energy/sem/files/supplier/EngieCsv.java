package energy.sem.files.supplier;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

import energy.sem.files.FileBeginning;
import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryFormat;
import energy.sem.files.HistoryInput;
import energy.sem.files.HistoryRows;
import energy.sem.files.ReadingOptions;
import energy.sem.files.Trust;
import energy.sem.files.VolumeOf;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.OffsetTimes;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SeenPeriods;
import energy.sem.p1.Register;

/**
 * ENGIE (Netherlands): hours of electricity in kWh and of gas in m³, times with their offset, the tariff as {@code Piek} or {@code Dal}.
 */
public final class EngieCsv implements HistoryFormat {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final FileDevice ELECTRICITY = FileDevice.of(FileDeviceKind.ELECTRICITY);
    private static final FileDevice GAS = FileDevice.of(FileDeviceKind.GAS);

    private record Series(Register register) {}

    @Override
    public String name() {
        return "ENGIE's hours";
    }

    @Override
    public boolean recognises(FileBeginning beginning) {
        return beginning.isText()
                && CsvTable.names(beginning.firstLine())
                        .containsAll(List.of("datum", "ean", "verbruik", "type", "piek"));
    }

    @Override
    public void read(HistoryInput input, ReadingOptions options, HistoryRows rows) throws IOException {
        SeenPeriods seen = new SeenPeriods();
        rows.note("Tariff 1 is low (dal) here, tariff 2 is normal (piek), as Dutch meters count.");
        try (CsvTable table = CsvTable.open(input.open(), ',')) {
            while (table.next()) {
                if (table.isCut(false)) {
                    continue;
                }
                try {
                    read(table, seen, rows);
                } catch (RowException e) {
                    rows.refused(table.line(), e.getMessage());
                }
            }
            table.finish(rows);
        }
    }

    private static void read(CsvTable table, SeenPeriods seen, HistoryRows rows) throws RowException {
        Register register = register(table.field(table.column("type")), table.field(table.column("piek")));
        Instant from = OffsetTimes.instant(table.field(table.column("datum")), null, "Datum");
        String used = table.field(table.column("verbruik")).strip();
        OptionalLong amount =
                used.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Decimals.amount(used, 3, "Verbruik"));
        seen.add(new Series(register), from);
        rows.volume(new VolumeOf(
                table.line(),
                register == Register.VOLUME_L ? GAS : ELECTRICITY,
                register,
                from,
                from.plus(HOUR),
                amount,
                amount.isEmpty() ? Trust.ESTIMATED : register == Register.VOLUME_L ? Trust.VALIDATED : Trust.SUM));
    }

    private static Register register(String type, String peak) throws RowException {
        String kind = type.toLowerCase(Locale.ROOT);
        String tariff = peak.toLowerCase(Locale.ROOT).strip();
        if (kind.contains("gas")) {
            return Register.VOLUME_L;
        }
        boolean export = kind.contains("terug") || kind.contains("retour");
        if (!export && !kind.contains("elektr") && !kind.contains("stroom")) {
            throw new RowException("the type is not known");
        }
        return switch (tariff) {
            case "piek", "true", "ja", "1", "normaal" -> export ? Register.EXPORT_T2_WH : Register.IMPORT_T2_WH;
            case "dal", "false", "nee", "0" -> export ? Register.EXPORT_T1_WH : Register.IMPORT_T1_WH;
            case "" -> export ? Register.EXPORT_WH : Register.IMPORT_WH;
            default -> throw new RowException("the tariff is not known");
        };
    }
}
