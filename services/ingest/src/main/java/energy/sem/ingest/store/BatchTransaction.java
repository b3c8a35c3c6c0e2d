package energy.sem.ingest.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.ingest.meter.Device;
import energy.sem.ingest.meter.DeviceKey;
import energy.sem.ingest.meter.Devices;
import energy.sem.ingest.meter.Meter;
import energy.sem.ingest.meter.Meters;
import energy.sem.ingest.peak.MonthPeaks;
import energy.sem.ingest.quarantine.KeptAside;
import energy.sem.ingest.quarantine.Quarantine;
import energy.sem.ingest.quarantine.QuarantineRow;
import energy.sem.ingest.quarter.QuarterHourStore;
import energy.sem.ingest.reading.RawReadings;
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
    private final RawWindowTable windows;
    private final Retention retention;
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
            RawWindowTable windows,
            Retention retention,
            Clock clock) {
        this.dataSource = dataSource;
        this.entityManager = entityManager;
        this.meters = meters;
        this.devices = devices;
        this.quarantine = quarantine;
        this.peaks = peaks;
        this.readings = readings;
        this.quarters = quarters;
        this.windows = windows;
        this.retention = retention;
        this.clock = clock;
    }

    /**
     * Stores these events; when it returns they are committed.
     *
     * @throws RoomNeededException when the raw tables end before an event: move the window and try again
     * @throws RuntimeException when the database refuses; its causes hold the {@link SQLException}; nothing is stored
     */
    StoredBatch store(List<TelegramEvent> events) {
        List<JudgedEvent> judged = events.stream().map(JudgedEvent::of).toList();
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> write(judged, events));
    }

    /**
     * Puts up to {@code most} of the values that were kept aside into the tables, as if they had been judged plausible,
     * and marks them; when it returns it is committed.
     *
     * @return how many; 0 when none are left
     * @throws RoomNeededException as in {@link #store}
     * @throws RuntimeException as in {@link #store}
     */
    int restore(KeptAside which, int most) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            List<QuarantineRow> rows = quarantine.find(which, most);
            List<JudgedEvent> judged = new ArrayList<>();
            for (QuarantineRow row : rows) {
                judged.add(JudgedEvent.restored(EventJson.read(row.event().getBytes(UTF_8)), row.serial()));
                row.restored(clock.millis());
            }
            if (!judged.isEmpty()) {
                write(judged, List.of());
            }
            return rows.size();
        });
    }

    private StoredBatch write(List<JudgedEvent> judged, List<TelegramEvent> events) throws SQLException {
        Map<String, Meter> locked = meters.lock(BatchRows.meters(judged));
        Map<DeviceKey, Device> known = devices.see(BatchRows.devices(judged, locked));
        BatchRows rows = new BatchRows(judged, locked, known);
        int keptAside = quarantine.keep(events, locked);
        peaks.merge(rows.peaks());
        entityManager.flush();
        try (Connection connection = dataSource.getConnection()) {
            storeReadings(connection, rows);
            quarters.store(connection, rows.quarters(), rows.electricityDevices());
        }
        return new StoredBatch(
                judged.size(),
                rows.electricity().size() + rows.devices().size(),
                rows.quarters().size(),
                keptAside);
    }

    private void storeReadings(Connection connection, BatchRows rows) throws SQLException {
        RawWindow window = windows.lock(connection);
        boolean full = rows.electricity().stream().anyMatch(row -> retention.wantsRoom(row.atMilli(), window))
                || rows.devices().stream().anyMatch(row -> retention.wantsRoom(row.atMilli(), window));
        if (full) {
            throw new RoomNeededException();
        }
        readings.insertElectricity(
                connection,
                rows.electricity().stream()
                        .filter(row -> window.holds(row.atMilli()))
                        .toList());
        readings.insertDevices(
                connection,
                rows.devices().stream()
                        .filter(row -> window.holds(row.atMilli()))
                        .toList());
    }

    /** The raw tables have no partition for a reading of about now. */
    static final class RoomNeededException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
