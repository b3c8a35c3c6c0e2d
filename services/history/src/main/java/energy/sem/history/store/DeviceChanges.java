package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Which devices came, and which they replaced. */
@ApplicationScoped
public class DeviceChanges {
    private static final String OF_METERS = "SELECT m.name, c.at, c.what, c.channel, c.kind, c.serial, c.previous_kind,"
            + " c.previous_serial FROM device_change c JOIN meter m ON m.id = c.meter_id WHERE m.name IN (%s)"
            + " ORDER BY c.at, c.device_id";

    private final DataSource source;

    public DeviceChanges(DataSource source) {
        this.source = source;
    }

    /** What happened to the devices of these meters, in order, by their names; one of which nothing is known is left out. */
    public Map<String, List<DeviceChange>> byMeter(Collection<String> meters) {
        Map<String, List<DeviceChange>> changes = new HashMap<>();
        if (meters.isEmpty()) {
            return changes;
        }
        String places = String.join(",", Collections.nCopies(meters.size(), "?"));
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF_METERS.formatted(places))) {
            int place = 1;
            for (String meter : meters) {
                statement.setString(place++, meter);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    changes.computeIfAbsent(result.getString(1), name -> new ArrayList<>())
                            .add(change(result));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("changes of devices", e);
        }
        return changes;
    }

    /** What happened to the devices of one meter, in order. */
    public List<DeviceChange> of(String meter) {
        return byMeter(List.of(meter)).getOrDefault(meter, List.of());
    }

    private static DeviceChange change(ResultSet result) throws SQLException {
        String previousKind = result.getString(7);
        return new DeviceChange(
                result.getLong(2),
                result.getString(3),
                result.getInt(4),
                Kind.of(result.getString(5)),
                result.getString(6),
                previousKind == null ? null : Kind.of(previousKind),
                result.getString(8));
    }
}
