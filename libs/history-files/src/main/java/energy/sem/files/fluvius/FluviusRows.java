package energy.sem.files.fluvius;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import energy.sem.files.FileDevice;
import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryRows;
import energy.sem.files.Trust;
import energy.sem.files.VolumeOf;
import energy.sem.files.reading.CsvTable;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.DoubledHour;
import energy.sem.files.reading.Notes;
import energy.sem.files.reading.RowException;
import energy.sem.files.reading.SeenPeriods;
import energy.sem.files.reading.WallTimes;
import energy.sem.p1.Register;

/** Row after row of Fluvius' CSV. Not thread-safe. */
final class FluviusRows {
    private static final LocalTime GAS_DAY = LocalTime.of(6, 0);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SHORTEST_DAY = Duration.ofHours(23);
    private static final Duration LONGEST_DAY = Duration.ofHours(25);
    private static final int LONGEST_SERIAL = 96;

    private record Series(FileDevice device, Register register) {}

    private final Map<String, FileDevice> devices = new HashMap<>();
    private final Map<FileDevice, Map<Register, Series>> series = new HashMap<>();
    private final SeenPeriods seen = new SeenPeriods();
    private final CsvTable table;
    private final FluviusColumns columns;
    private final WallTimes times;
    private final DoubledHour doubled;
    private final HistoryRows rows;
    private final Notes notes;
    private String dateText = "";
    private LocalDate date;

    FluviusRows(CsvTable table, FluviusColumns columns, ZoneId zone, HistoryRows rows) {
        this.table = table;
        this.columns = columns;
        this.times = new WallTimes(zone);
        this.doubled = new DoubledHour(times);
        this.rows = rows;
        this.notes = new Notes(rows);
    }

    void read() throws RowException {
        String unit = CsvTable.normalised(table.field(columns.unit()));
        Register register = FluviusWords.register(table.field(columns.register()), unit, columns.calorific());
        if (register == null) {
            if (FluviusWords.isGasInKwh(table.field(columns.register()), unit, columns.calorific())) {
                notes.tell("Gas stands in m³ and in kWh: the m³ are taken, which the meter counts.");
                return;
            }
            throw new RowException("the register or its unit is not known");
        }
        FileDevice device = device(register);
        LocalDateTime from = dateTime(columns.fromDate(), columns.fromTime(), "the beginning");
        LocalDateTime to = dateTime(columns.toDate(), columns.toTime(), "the end");
        if (device.kind() == FileDeviceKind.GAS && isMidnightToMidnight(from, to)) {
            notes.tell("Gas days go from 6 to 6 o'clock.");
            from = from.with(GAS_DAY);
            to = to.with(GAS_DAY);
        }
        OptionalLong amount = amount(register);
        Trust trust = amount.isPresent() ? trust() : Trust.ESTIMATED;
        tell(device, register, from, to, amount, trust);
    }

    private void tell(
            FileDevice device,
            Register register,
            LocalDateTime from,
            LocalDateTime to,
            OptionalLong amount,
            Trust trust)
            throws RowException {
        Series of = series.computeIfAbsent(device, some -> new HashMap<>())
                .computeIfAbsent(register, one -> new Series(device, one));
        long line = table.line();
        doubled.add(of, from, line, 0, begins -> {
            try {
                Instant ends = times.after(begins, to);
                Duration length = Duration.between(begins, ends);
                Trust believed = trust(register, length, trust);
                seen.add(of, begins);
                rows.volume(new VolumeOf(line, device, register, begins, ends, amount, believed));
            } catch (RowException e) {
                rows.refused(line, e.getMessage());
            }
        });
    }

    /** No more rows come. */
    void finish() {
        doubled.finish(rows);
        boolean electricity = series.keySet().stream().anyMatch(device -> device.kind() == FileDeviceKind.ELECTRICITY);
        if (electricity) {
            notes.tell("Tariff 1 is day here, tariff 2 is night, as Belgian meters count.");
        }
    }

    private static Trust trust(Register register, Duration length, Trust trust) throws RowException {
        boolean day = length.compareTo(SHORTEST_DAY) >= 0 && length.compareTo(LONGEST_DAY) <= 0;
        if (!length.equals(QUARTER) && !length.equals(HOUR) && !day) {
            throw new RowException("it is neither a quarter hour nor an hour nor a day from beginning to end");
        }
        boolean coarse = day || (length.equals(HOUR) && register != Register.VOLUME_L);
        return coarse ? Trust.SUM : trust;
    }

    private static boolean isMidnightToMidnight(LocalDateTime from, LocalDateTime to) {
        return from.toLocalTime().equals(LocalTime.MIDNIGHT)
                && to.toLocalTime().equals(LocalTime.MIDNIGHT)
                && to.toLocalDate().equals(from.toLocalDate().plusDays(1));
    }

    private FileDevice device(Register register) throws RowException {
        String serial = table.field(columns.meter()).strip();
        if (serial.length() > LONGEST_SERIAL) {
            throw new RowException("the meter's number is too long to be one");
        }
        FileDeviceKind kind = register == Register.VOLUME_L ? FileDeviceKind.GAS : FileDeviceKind.ELECTRICITY;
        FileDevice known = devices.get(serial);
        if (known == null || known.kind() != kind) {
            known = new FileDevice(kind, serial, 0);
            devices.put(serial, known);
        }
        return known;
    }

    private LocalDateTime dateTime(int dateColumn, int timeColumn, String field) throws RowException {
        String text = table.field(dateColumn);
        if (!text.equals(dateText)) {
            date = WallTimes.date(text, field);
            dateText = text;
        }
        return WallTimes.time(date, table.field(timeColumn), field);
    }

    private OptionalLong amount(Register register) throws RowException {
        String volume = table.field(columns.volume()).strip();
        return volume.isEmpty() || FluviusWords.isNothingKnown(table.field(columns.status()))
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Decimals.amount(volume, 3, register == Register.VOLUME_L ? "the volume" : "the energy"));
    }

    private Trust trust() {
        String status = table.field(columns.status());
        Trust trust = FluviusWords.trust(status);
        if (trust == null) {
            notes.tell("A validation status that is not known is taken as estimated.");
            return Trust.ESTIMATED;
        }
        return trust;
    }
}
