package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.quarter.Demand;

/** What ingest has worked out of each finished day, so that a year's peaks cost 366 rows. */
@ApplicationScoped
public class ElectricityDays {
    private final DataSource source;

    public ElectricityDays(DataSource source) {
        this.source = source;
    }

    /** The days from {@code from} to before {@code to} that have a row, in order. The newest one may be out of date. */
    public List<DayFacts> of(int deviceId, LocalDate from, LocalDate to) {
        String sql = "SELECT day, peak_w, peak_quarter, covered_s FROM electricity_day"
                + " WHERE device_id = ? AND day >= ? AND day < ? ORDER BY day";
        List<DayFacts> days = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            statement.setObject(2, from);
            statement.setObject(3, to);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    int peakW = result.getInt(2);
                    Demand peak = result.wasNull() ? null : new Demand(peakW, result.getInt(3));
                    days.add(new DayFacts(result.getObject(1, LocalDate.class), peak, 1000 * result.getLong(4)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("electricity days", e);
        }
        return days;
    }

    /** The time outside gaps of all days from {@code from} to before {@code to}, milliseconds. */
    public long coveredMilli(int deviceId, LocalDate from, LocalDate to) {
        String sql =
                "SELECT COALESCE(SUM(covered_s), 0) FROM electricity_day WHERE device_id = ? AND day >= ? AND day < ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            statement.setObject(2, from);
            statement.setObject(3, to);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return 1000 * result.getLong(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("electricity days", e);
        }
    }
}
