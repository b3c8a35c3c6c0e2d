package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.event.Electricity;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterRow;

/** A meter's newest stored reading, in the shape of an event, for the time until a new one comes over Kafka. */
@ApplicationScoped
public class NewestReading {
    private final DataSource source;
    private final QuarterRows rows;

    public NewestReading(DataSource source, QuarterRows rows) {
        this.source = source;
        this.rows = rows;
    }

    /** The newest reading; empty when the meter has none. */
    public Optional<TelegramEvent> of(Meter meter) {
        Map<Integer, Bounds> bounds = rows.bounds(meter);
        Device newest = null;
        List<MBusReading> devices = new ArrayList<>();
        for (Device device : meter.devices()) {
            if (!bounds.containsKey(device.id())) {
                continue;
            }
            QuarterRow last = bounds.get(device.id()).last();
            if (device.kind() != Kind.ELECTRICITY) {
                devices.add(mbus(device, last));
            } else if (newest == null
                    || last.lastAtMilli() > bounds.get(newest.id()).lastAtMilli()) {
                newest = device;
            }
        }
        if (newest == null && devices.isEmpty()) {
            return Optional.empty();
        }
        Instant at = newest == null
                ? devices.stream().map(MBusReading::at).max(Instant::compareTo).orElseThrow()
                : Instant.ofEpochMilli(bounds.get(newest.id()).lastAtMilli());
        Electricity electricity = newest == null
                ? null
                : electricity(newest, bounds.get(newest.id()).last());
        return Optional.of(new TelegramEvent(
                TelegramEvent.VERSION,
                meter.name(),
                at,
                null,
                null,
                meter.simulated() ? true : null,
                null,
                null,
                null,
                null,
                electricity,
                List.of(),
                devices,
                null,
                null,
                List.of()));
    }

    private static MBusReading mbus(Device device, QuarterRow last) {
        return new MBusReading(
                0,
                device.kind().onMBus(),
                device.serial(),
                Instant.ofEpochMilli(last.lastAtMilli()),
                last.last().get(Register.VOLUME_L),
                last.last().get(Register.HEAT_MJ),
                last.last().get(Register.IMPORT_WH));
    }

    /** With powers and phases while the raw reading is still there; the registers are kept for ever. */
    private Electricity electricity(Device device, QuarterRow last) {
        String sql = "SELECT tariff, import_w, export_w, demand_w,"
                + " voltage_l1_dv, current_l1_ca, import_l1_w, export_l1_w,"
                + " voltage_l2_dv, current_l2_ca, import_l2_w, export_l2_w,"
                + " voltage_l3_dv, current_l3_ca, import_l3_w, export_l3_w"
                + " FROM reading WHERE device_id = ? AND at = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, device.id());
            statement.setLong(2, last.lastAtMilli());
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return electricity(device, last.last(), null, null, null, null, List.of());
                }
                return electricity(
                        device,
                        last.last(),
                        Nullable.integer(result, 1),
                        Nullable.integer(result, 2),
                        Nullable.integer(result, 3),
                        Nullable.integer(result, 4),
                        RawReadings.phases(result, 5));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("the newest reading", e);
        }
    }

    private static Electricity electricity(
            Device device,
            RegisterValues registers,
            Integer tariff,
            Integer importW,
            Integer exportW,
            Integer demandW,
            List<Electricity.Phase> phases) {
        return new Electricity(device.serial(), tariff, registers, importW, exportW, demandW, phases);
    }
}
