package energy.sem.history.api;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.history.answer.LatestAnswer;
import energy.sem.history.answer.RawReading;
import energy.sem.history.answer.RegisterFields;
import energy.sem.history.store.Device;
import energy.sem.history.store.RawRow;
import energy.sem.p1.Register;

import static energy.sem.history.answer.Decimal.hundredths;
import static energy.sem.history.answer.Decimal.tenths;
import static energy.sem.history.answer.Decimal.thousandths;

/** Raw readings, and the columns of a table of them. */
final class ReadingTable {
    private static final int PHASES = 3;

    private final List<Register> registers;

    /** @param registers those that have a column */
    ReadingTable(Collection<Register> registers) {
        this.registers = List.copyOf(registers);
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of("at", "kind", "serial", "tariff", "import_kw", "export_kw"));
        registers.forEach(register -> header.add(register.csvHeader()));
        for (int phase = 1; phase <= PHASES; phase++) {
            header.addAll(List.of(
                    "l" + phase + "_v", "l" + phase + "_a", "l" + phase + "_import_kw", "l" + phase + "_export_kw"));
        }
        header.addAll(List.of("m3", "gj", "kwh"));
        return header;
    }

    List<Object> row(RawReading reading) {
        List<Object> fields = new ArrayList<>();
        fields.add(reading.at());
        fields.add(reading.kind());
        fields.add(reading.serial());
        fields.add(reading.tariff());
        fields.add(reading.importKw());
        fields.add(reading.exportKw());
        registers.forEach(register -> fields.add(reading.energy().get(register.answerName())));
        for (int phase = 1; phase <= PHASES; phase++) {
            int number = phase;
            LatestAnswer.Phase each = reading.phases().stream()
                    .filter(one -> one.phase() == number)
                    .findFirst()
                    .orElse(new LatestAnswer.Phase(number, null, null, null, null));
            fields.add(each.voltageV());
            fields.add(each.currentA());
            fields.add(each.importKw());
            fields.add(each.exportKw());
        }
        fields.add(reading.m3());
        fields.add(reading.gj());
        fields.add(reading.kwh());
        return fields;
    }

    /** A row of the tables as it is answered, its time in a zone. */
    static RawReading reading(Device device, RawRow row, ZoneId zone) {
        OffsetDateTime at = Instant.ofEpochMilli(row.atMilli()).atZone(zone).toOffsetDateTime();
        String kind = device.kind().word();
        if (row.mbus() != null) {
            MBusReading mbus = row.mbus();
            return new RawReading(
                    at,
                    kind,
                    device.serial(),
                    null,
                    null,
                    null,
                    Map.of(),
                    List.of(),
                    thousandths(mbus.volumeLitre()),
                    thousandths(mbus.heatMj()),
                    thousandths(mbus.energyWh()));
        }
        Electricity electricity = row.electricity();
        return new RawReading(
                at,
                kind,
                device.serial(),
                electricity.tariff(),
                thousandths(electricity.importW()),
                thousandths(electricity.exportW()),
                RegisterFields.of(electricity.registers()),
                electricity.phases().stream()
                        .map(each -> new LatestAnswer.Phase(
                                each.phase(),
                                tenths(each.voltageDeciV()),
                                hundredths(each.currentCentiA()),
                                thousandths(each.importW()),
                                thousandths(each.exportW())))
                        .toList(),
                null,
                null,
                null);
    }
}
