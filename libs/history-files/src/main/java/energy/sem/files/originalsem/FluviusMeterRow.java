package energy.sem.files.originalsem;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryRows;
import energy.sem.files.Trust;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/**
 * Rows of {@code FluviusMeter} as the sensor filled it. {@code Pch} is import tariff 1, {@code Pcl} tariff 2; the firmware swapped the
 * other pair, so {@code Ppl} is export tariff 1 and {@code Pph} tariff 2. -1 says that the meter did not send it. For a dump as for a
 * live connection: whoever has a row asks {@link #add}. Not thread-safe.
 */
public final class FluviusMeterRow {
    /** The columns that are read, besides {@code reading_time}, in the order of {@link #add}. */
    public static final List<String> COLUMNS = List.of("Pch", "Pcl", "Ppl", "Pph", "Vg", "Vw");

    private static final Pattern ABSENT = Pattern.compile("-1([.,]0*)?");

    private static final Register[] REGISTERS = {
        Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH
    };

    private final RegisterSeries electricity = new RegisterSeries(FileDeviceKind.ELECTRICITY);
    private final RegisterSeries gas = new RegisterSeries(FileDeviceKind.GAS);
    private final RegisterSeries water = new RegisterSeries(FileDeviceKind.WATER);

    /**
     * Adds a row.
     *
     * @param line of the dump, or the number of the row
     * @param at {@code reading_time}
     * @param values of {@link #COLUMNS}, kWh and m³ as text; null, empty and -1 are absent
     */
    public void add(long line, Instant at, String... values) throws RowException {
        RegisterValues.Builder meter = RegisterValues.builder();
        for (int i = 0; i < REGISTERS.length; i++) {
            if (isPresent(values[i])) {
                meter.set(REGISTERS[i], Decimals.amount(values[i], 3, COLUMNS.get(i)));
            }
        }
        electricity.add(line, at, meter.build(), Trust.REGISTER);
        volume(gas, line, at, values[REGISTERS.length], "Vg");
        volume(water, line, at, values[REGISTERS.length + 1], "Vw");
    }

    private static void volume(RegisterSeries series, long line, Instant at, String value, String column)
            throws RowException {
        if (isPresent(value)) {
            series.add(
                    line, at, RegisterValues.of(Register.VOLUME_L, Decimals.amount(value, 3, column)), Trust.REGISTER);
        }
    }

    private static boolean isPresent(String value) {
        return value != null && !value.isBlank() && !ABSENT.matcher(value).matches();
    }

    /** No more rows come: tells all. */
    public void tell(HistoryRows rows) {
        rows.note(
                "Tariff 1 is day here (Pch, Ppl), tariff 2 is night (Pcl, Pph): the sensor swapped the two of the export.");
        electricity.tell(rows);
        gas.tell(rows);
        water.tell(rows);
    }
}
