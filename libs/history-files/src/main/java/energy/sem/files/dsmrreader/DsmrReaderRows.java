package energy.sem.files.dsmrreader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalLong;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryRows;
import energy.sem.files.Trust;
import energy.sem.files.VolumeOf;
import energy.sem.files.reading.Notes;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SeenPeriods;
import energy.sem.files.reading.WallTimes;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Row after row of DSMR-reader's tables. Not thread-safe. */
final class DsmrReaderRows {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final FileDevice ELECTRICITY = FileDevice.of(FileDeviceKind.ELECTRICITY);
    private static final FileDevice GAS = FileDevice.of(FileDeviceKind.GAS);

    private final RegisterSeries electricity = new RegisterSeries(FileDeviceKind.ELECTRICITY);
    private final RegisterSeries gas = new RegisterSeries(FileDeviceKind.GAS);
    private final SeenPeriods seen = new SeenPeriods();
    private final DsmrReaderContents contents;
    private final WallTimes times;
    private final HistoryRows rows;
    private final Notes notes;

    DsmrReaderRows(DsmrReaderContents contents, ZoneId zone, HistoryRows rows) {
        this.contents = contents;
        this.times = new WallTimes(zone);
        this.rows = rows;
        this.notes = new Notes(rows);
    }

    void read(DsmrRow row) throws RowException {
        switch (row.table()) {
            case DsmrTables.READING -> reading(row);
            case DsmrTables.ELECTRICITY ->
                electricity.add(
                        row.line(), DsmrTables.instant(row, "read_at"), DsmrTables.consumption(row), Trust.REGISTER);
            case DsmrTables.GAS -> gas(row);
            case DsmrTables.DAY -> day(row);
            case DsmrTables.HOUR -> hour(row);
            default -> throw new RowException("the table is not known");
        }
    }

    private void reading(DsmrRow row) throws RowException {
        electricity.add(row.line(), DsmrTables.instant(row, "timestamp"), DsmrTables.reading(row), Trust.REGISTER);
        if (row.find("extra_device_timestamp") != null) {
            gas.add(
                    row.line(),
                    DsmrTables.instant(row, "extra_device_timestamp"),
                    DsmrTables.gas(row, "extra_device_delivered"),
                    Trust.REGISTER);
        }
    }

    private void gas(DsmrRow row) throws RowException {
        notes.tell(
                "The gas readings themselves are not in it; the gas of its hours is, which DSMR-reader moves back by an hour"
                        + " for older meters (DSMR 4): look at how gas fits the live readings.");
        gas.add(row.line(), DsmrTables.instant(row, "read_at"), DsmrTables.gas(row, "delivered"), Trust.ESTIMATED);
    }

    /** The readings of a day are its first; when they were taken stands beside them since January 2023. */
    private void day(DsmrRow row) throws RowException {
        LocalDate day = DsmrTables.day(row);
        if (contents.hasReadings(day)) {
            return;
        }
        Instant begins = times.first(day.atStartOfDay());
        dayReading(electricity, row, begins, "electricity_reading_timestamp", DsmrTables.dayReading(row));
        dayReading(gas, row, begins, "gas_reading_timestamp", DsmrTables.gas(row, "gas_reading"));
        if (!contents.hasHours(day)) {
            sums(row, begins, times.first(day.plusDays(1).atStartOfDay()));
        }
    }

    private static void dayReading(
            RegisterSeries series, DsmrRow row, Instant day, String column, RegisterValues values) throws RowException {
        if (row.find(column) == null) {
            series.add(row.line(), day, values, Trust.ESTIMATED);
        } else {
            series.add(row.line(), DsmrTables.instant(row, column), values, Trust.REGISTER);
        }
    }

    private void hour(DsmrRow row) throws RowException {
        Instant from = DsmrTables.instant(row, "hour_start");
        if (!contents.hasReadings(times.at(from).toLocalDate())) {
            sums(row, from, from.plus(HOUR));
        }
    }

    private void sums(DsmrRow row, Instant from, Instant to) throws RowException {
        RegisterValues used = DsmrTables.statistics(row);
        for (Register register : used.registers()) {
            FileDevice device = register == Register.VOLUME_L ? GAS : ELECTRICITY;
            seen.add(register, from);
            rows.volume(new VolumeOf(
                    row.line(), device, register, from, to, OptionalLong.of(used.get(register)), Trust.SUM));
        }
        notes.tell(
                "Where only the sums of hours or days are left, what was used between two of them is missing from both.");
    }

    /** No more rows come. */
    void finish() {
        if (!electricity.isEmpty()) {
            notes.tell(
                    "Tariff 1 and 2 are taken as the meter numbers them: in the Netherlands 1 is low, in Belgium day.");
        }
        electricity.tell(rows);
        gas.tell(rows);
    }
}
