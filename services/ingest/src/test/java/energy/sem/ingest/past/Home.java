package energy.sem.ingest.past;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import energy.sem.event.TelegramEvent;
import energy.sem.files.made.FluviusFiles;
import energy.sem.files.made.Household;
import energy.sem.ingest.kit.Events;
import energy.sem.ingest.kit.Tables;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;

/** A household whose true registers are known, its live telegrams, and what the tables say of it. */
final class Home {
    static final List<Register> REGISTERS =
            List.of(Register.IMPORT_T1_WH, Register.IMPORT_T2_WH, Register.EXPORT_T1_WH, Register.EXPORT_T2_WH);

    final Household truth;
    final String meter;

    Home(Household truth, String meter) {
        this.truth = truth;
        this.meter = meter;
    }

    /** The registers at an instant. */
    RegisterValues at(Instant instant) {
        return RegisterValues.of(
                register -> REGISTERS.contains(register) ? Long.valueOf(truth.at(register, instant)) : null);
    }

    /** Telegrams from one instant to before another one. */
    List<TelegramEvent> live(Instant from, Instant to, int everySeconds) {
        List<TelegramEvent> events = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plusSeconds(everySeconds)) {
            RegisterValues values = at(at);
            events.add(Events.at(meter, at)
                    .serial(FluviusFiles.METER)
                    .registers(
                            values.get(Register.IMPORT_T1_WH),
                            values.get(Register.IMPORT_T2_WH),
                            values.get(Register.EXPORT_T1_WH),
                            values.get(Register.EXPORT_T2_WH))
                    .build());
        }
        return events;
    }

    /** A telegram in which the gas meter's reading is that of the hour. */
    TelegramEvent withGas(Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        RegisterValues values = at(at);
        return Events.at(meter, at)
                .serial(FluviusFiles.METER)
                .registers(
                        values.get(Register.IMPORT_T1_WH),
                        values.get(Register.IMPORT_T2_WH),
                        values.get(Register.EXPORT_T1_WH),
                        values.get(Register.EXPORT_T2_WH))
                .gas(FluviusFiles.GAS_METER, hour.toString(), truth.at(Register.VOLUME_L, hour))
                .build();
    }

    /** What the tables say of gas, L by instant. */
    Map<Instant, Long> gas() {
        Map<Instant, Long> shown = new TreeMap<>();
        Tables.rows("SELECT q.first_at, q.first_volume_l, q.last_at, q.last_volume_l FROM quarter_hour q"
                        + " JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id WHERE m.name = '"
                        + meter
                        + "' AND d.kind = 'gas'")
                .forEach(row -> {
                    shown.put(Instant.ofEpochMilli(Long.parseLong(row.get(0))), Long.valueOf(row.get(1)));
                    shown.put(Instant.ofEpochMilli(Long.parseLong(row.get(2))), Long.valueOf(row.get(3)));
                });
        return shown;
    }

    /** What the tables say of the registers. */
    QuarterSeries series() {
        TreeMap<Integer, QuarterRow> rows = new TreeMap<>();
        Tables.rows(
                        "SELECT q.quarter, q.first_at, q.last_at, first_import_t1_wh, first_import_t2_wh, first_export_t1_wh,"
                                + " first_export_t2_wh, last_import_t1_wh, last_import_t2_wh, last_export_t1_wh, last_export_t2_wh"
                                + " FROM quarter_hour q JOIN device d ON d.id = q.device_id JOIN meter m ON m.id = d.meter_id"
                                + " WHERE m.name = '" + meter + "' AND d.kind = 'electricity' AND d.serial = '"
                                + FluviusFiles.METER
                                + "'")
                .forEach(row -> rows.put(
                        Integer.valueOf(row.get(0)),
                        new QuarterRow(
                                Integer.parseInt(row.get(0)),
                                Long.parseLong(row.get(1)),
                                Long.parseLong(row.get(2)),
                                values(row.subList(3, 7)),
                                values(row.subList(7, 11)))));
        return new QuarterSeries(List.copyOf(rows.values()));
    }

    private static RegisterValues values(List<String> texts) {
        RegisterValues.Builder values = RegisterValues.builder();
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i) != null) {
                values.set(REGISTERS.get(i), Long.parseLong(texts.get(i)));
            }
        }
        return values.build();
    }

    int quarter(int edge) {
        return QuarterHours.of(truth.edge(edge));
    }

    /** A file of these bytes. */
    static Upload file(Path folder, byte[] content) throws IOException {
        Path path = Files.write(Files.createTempFile(folder, "sem-past", ".file"), content);
        return new Upload(path, Integer.toHexString(Arrays.hashCode(content)), content.length);
    }

    /** A file of this content. */
    static Upload file(String content) {
        try {
            Path path = Files.createTempFile("sem-past", ".csv");
            Files.writeString(path, content);
            path.toFile().deleteOnExit();
            return new Upload(path, Integer.toHexString(content.hashCode()), content.length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
