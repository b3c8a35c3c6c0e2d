package energy.sem.files.homeassistant;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import energy.sem.files.FileDeviceKind;
import energy.sem.files.HistoryRows;
import energy.sem.files.Trust;
import energy.sem.files.reading.Decimals;
import energy.sem.files.reading.RegisterSeries;
import energy.sem.files.reading.RowException;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

/** Gathers what the chosen sensors showed. Not thread-safe. */
final class SensorRegisters {
    private final Map<FileDeviceKind, RegisterSeries> series = new EnumMap<>(FileDeviceKind.class);

    /** A value as text, of a time at which the sensor showed it. */
    void add(long line, Sensors.Chosen sensor, Instant at, String value) throws RowException {
        add(line, sensor, at, Decimals.amount(value, sensor.unit().power(), "state"));
    }

    /** A value as the database keeps it. */
    void add(long line, Sensors.Chosen sensor, Instant at, double value) throws RowException {
        add(line, sensor, at, Decimals.rounded(value, Math.pow(10, sensor.unit().power()), "state"));
    }

    private void add(long line, Sensors.Chosen sensor, Instant at, long value) throws RowException {
        Register register = sensor.meaning().register();
        series.computeIfAbsent(sensor.meaning().kind(), RegisterSeries::new)
                .add(line, at, RegisterValues.of(register, value), Trust.REGISTER);
    }

    void tell(HistoryRows rows) {
        series.values().forEach(each -> each.tell(rows));
    }
}
