package energy.sem.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.meter.Device;
import energy.sem.ingest.meter.DeviceKey;
import energy.sem.ingest.meter.DeviceKind;
import energy.sem.ingest.meter.Devices;
import energy.sem.ingest.meter.Meter;
import energy.sem.ingest.meter.Meters;
import energy.sem.ingest.occurrence.Occurrences;
import energy.sem.ingest.peak.MonthPeaks;
import energy.sem.ingest.peak.StatedPeak;
import energy.sem.ingest.quarantine.KeptAside;
import energy.sem.ingest.quarantine.Quarantine;
import energy.sem.ingest.quarantine.QuarantineRow;
import energy.sem.ingest.quarter.QuarterChange;
import energy.sem.ingest.quarter.QuarterHourStore;
import energy.sem.ingest.quarter.QuarterKey;
import energy.sem.ingest.reading.DeviceReading;
import energy.sem.ingest.reading.ElectricityReading;
import energy.sem.ingest.reading.RawReadings;
import energy.sem.ingest.reading.TimedReading;
import energy.sem.ingest.retention.RawWindow;
import energy.sem.ingest.retention.RawWindowTable;
import energy.sem.ingest.retention.Retention;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Stores a batch of events in one READ COMMITTED transaction on one connection: Hibernate and plain JDBC share it through
 * the transaction manager. First it locks the meters, so that two writers never interleave on one meter.
 */
@ApplicationScoped
class BatchTransaction {
    private static final int TIMEOUT_SECONDS = 300;

    private final DataSource dataSource;
    private final EntityManager entityManager;
    private final Meters meters;
    private final Devices devices;
    private final Quarantine quarantine;
    private final MonthPeaks peaks;
    private final RawReadings readings;
    private final QuarterHourStore quarters;
    private final Occurrences occurrences;
    private final RawWindowTable windows;
    private final Retention retention;
    private final StoredPositions positions;
    private final Clock clock;

    BatchTransaction(
            DataSource dataSource,
            EntityManager entityManager,
            Meters meters,
            Devices devices,
            Quarantine quarantine,
            MonthPeaks peaks,
            RawReadings readings,
            QuarterHourStore quarters,
            Occurrences occurrences,
            RawWindowTable windows,
            Retention retention,
            StoredPositions positions,
            Clock clock) {
        this.dataSource = dataSource;
        this.entityManager = entityManager;
        this.meters = meters;
        this.devices = devices;
        this.quarantine = quarantine;
        this.peaks = peaks;
        this.readings = readings;
        this.quarters = quarters;
        this.occurrences = occurrences;
        this.windows = windows;
        this.retention = retention;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * Stores these events, and that what Kafka has is stored up to their end; when it returns both are committed.
     *
     * @throws BehindException when what comes before them in Kafka is not stored
     * @throws RoomNeededException when the raw tables end before an event: move the window and try again
     * @throws RuntimeException when the database refuses; its causes hold the {@link SQLException}; nothing is stored
     */
    StoredBatch store(Batch batch, Origin origin) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            Batch left;
            try (Connection connection = dataSource.getConnection()) {
                positions.advance(connection, origin);
                left = ForgottenMeters.read(connection).leave(batch);
            }
            return left.events().isEmpty() ? StoredBatch.EMPTY : write(left.rows(), left.implausible());
        });
    }

    /**
     * Puts up to {@code most} of the values that were kept aside into the tables, as if they had been judged plausible,
     * and marks them; when it returns it is committed.
     *
     * @param at an event's own, or at another time
     * @return how many; 0 when none are left
     * @throws RoomNeededException as in {@link #store}
     * @throws RuntimeException as in {@link #store}
     */
    int restore(KeptAside which, UnaryOperator<TelegramEvent> at, int most) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            List<QuarantineRow> rows = quarantine.find(which, most);
            BatchRows restored = new BatchRows();
            for (QuarantineRow row : rows) {
                TelegramEvent event =
                        Retimed.possible(at.apply(EventJson.read(row.event().getBytes(UTF_8))));
                restored.add(JudgedEvent.restored(event, row.serial()));
                row.restored(clock.millis());
            }
            if (!rows.isEmpty()) {
                write(restored, List.of());
            }
            return rows.size();
        });
    }

    private StoredBatch write(BatchRows batch, List<TelegramEvent> implausible) throws SQLException {
        Map<String, Meter> locked = meters.lock(batch.sightings());
        Map<DeviceKey, Device> known = devices.see(batch.devices(locked));
        SortedMap<Integer, DeviceRows> rows = batch.byDevice(locked, known);
        int keptAside = quarantine.keep(implausible, locked);
        peaks.merge(statedPeaks(rows));
        entityManager.flush();
        SortedMap<QuarterKey, QuarterChange> changes = changes(rows);
        try (Connection connection = dataSource.getConnection()) {
            int readings = storeReadings(connection, rows);
            quarters.store(connection, changes, electricityDevices(rows));
            occurrences.store(connection, batch.occurrences(locked));
            return new StoredBatch(batch.events(), readings, changes.size(), keptAside);
        }
    }

    private int storeReadings(Connection connection, SortedMap<Integer, DeviceRows> rows) throws SQLException {
        RawWindow window = windows.lock(connection);
        SortedMap<Integer, List<ElectricityReading>> electricity = new TreeMap<>();
        SortedMap<Integer, List<DeviceReading>> ofDevices = new TreeMap<>();
        int stored = 0;
        for (Map.Entry<Integer, DeviceRows> device : rows.entrySet()) {
            stored += withinWindow(device.getKey(), device.getValue().electricity, window, electricity);
            stored += withinWindow(device.getKey(), device.getValue().readings, window, ofDevices);
        }
        readings.insertElectricity(connection, electricity);
        readings.insertDevices(connection, ofDevices);
        return stored;
    }

    private <T extends TimedReading> int withinWindow(
            int deviceId, List<T> readings, RawWindow window, SortedMap<Integer, List<T>> within) {
        List<T> held = new ArrayList<>(readings.size());
        for (T reading : readings) {
            if (window.holds(reading.atMilli())) {
                held.add(reading);
            } else if (retention.wantsRoom(reading.atMilli(), window)) {
                throw new RoomNeededException();
            }
        }
        if (!held.isEmpty()) {
            within.put(deviceId, held);
        }
        return held.size();
    }

    private static Set<StatedPeak> statedPeaks(SortedMap<Integer, DeviceRows> rows) {
        Set<StatedPeak> stated = new HashSet<>();
        rows.forEach((deviceId, device) -> device.peaks.forEach(peak -> stated.add(StatedPeak.of(deviceId, peak))));
        return stated;
    }

    private static SortedMap<QuarterKey, QuarterChange> changes(SortedMap<Integer, DeviceRows> rows) {
        SortedMap<QuarterKey, QuarterChange> changes = new TreeMap<>();
        rows.forEach((deviceId, device) ->
                device.quarters.changes(deviceId).forEach(change -> changes.put(change.key(), change)));
        return changes;
    }

    /** The devices that have days and peaks. */
    private static Set<Integer> electricityDevices(SortedMap<Integer, DeviceRows> rows) {
        Set<Integer> ids = new HashSet<>();
        rows.forEach((deviceId, device) -> {
            if (device.kind == DeviceKind.ELECTRICITY) {
                ids.add(deviceId);
            }
        });
        return ids;
    }

    /** The raw tables have no partition for a reading of about now. */
    static final class RoomNeededException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
