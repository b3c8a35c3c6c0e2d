package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** How often a device is usually read. */
@ApplicationScoped
public class Intervals {
    private static final int SAMPLE = 21;

    private final DataSource source;

    public Intervals(DataSource source) {
        this.source = source;
    }

    /** The median time between the newest raw readings of a device, milliseconds; 0 when there are fewer than three. */
    public long usualMilli(int deviceId) {
        String sql = "SELECT at FROM reading WHERE device_id = ? ORDER BY at DESC LIMIT " + SAMPLE;
        List<Long> times = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    times.add(result.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("the newest readings", e);
        }
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(times.get(i - 1) - times.get(i));
        }
        gaps.sort(null);
        return gaps.size() < 2 ? 0 : gaps.get(gaps.size() / 2);
    }
}
