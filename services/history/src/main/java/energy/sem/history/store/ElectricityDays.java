package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import energy.sem.quarter.Demand;

/** What ingest has worked out of each finished day, so that a year's peaks cost 366 rows. */
@ApplicationScoped
public class ElectricityDays {
    /** A number is read much faster than a date, and a year has many. */
    private static final long TO_DAYS_OF_1970 = 719_528;

    private static final int EARLIER_ROW = 0;
    private static final String STRETCH = "SELECT TO_DAYS(day), peak_w, peak_quarter, covered_s, 0 FROM electricity_day"
            + " WHERE device_id = ? AND day >= ? AND day < ?";
    private static final String EARLIER = "SELECT " + EARLIER_ROW + ", NULL, NULL, SUM(covered_s),"
            + " (SELECT covered_s FROM electricity_day WHERE device_id = ? AND day = ?)"
            + " FROM electricity_day WHERE device_id = ? AND day BETWEEN ? AND ?";

    private final DataSource source;

    public ElectricityDays(DataSource source) {
        this.source = source;
    }

    /**
     * Days of one device.
     *
     * @param facts those of a stretch that have a row, in order; the newest one may be out of date
     * @param earlierMilli of an earlier stretch, the time outside gaps of all days but the last
     * @param earlierLastMilli that of its last day; 0 when it has no row
     */
    public record Days(List<DayFacts> facts, long earlierMilli, long earlierLastMilli) {
        public Days {
            facts = List.copyOf(facts);
        }
    }

    /** The days of a stretch. */
    public Days of(int deviceId, LocalDate from, LocalDate to) {
        return read(deviceId, STRETCH, from, to);
    }

    /**
     * The days of a stretch and of an earlier one: one statement, as it costs more than its rows do.
     *
     * @param to the day after the last one
     * @param earlierLast the last day itself
     */
    public Days of(int deviceId, LocalDate from, LocalDate to, LocalDate earlierFrom, LocalDate earlierLast) {
        return read(
                deviceId,
                STRETCH + " UNION ALL " + EARLIER,
                from,
                to,
                deviceId,
                earlierLast,
                deviceId,
                earlierFrom,
                earlierLast);
    }

    private Days read(int deviceId, String sql, Object... values) {
        List<DayFacts> facts = new ArrayList<>();
        long earlierMilli = 0;
        long earlierLastMilli = 0;
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(2 + i, values[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    long day = result.getLong(1);
                    if (day == EARLIER_ROW) {
                        earlierLastMilli = 1000 * result.getLong(5);
                        earlierMilli = 1000 * result.getLong(4) - earlierLastMilli;
                        continue;
                    }
                    int peakW = result.getInt(2);
                    Demand peak = result.wasNull() ? null : new Demand(peakW, result.getInt(3));
                    facts.add(
                            new DayFacts(LocalDate.ofEpochDay(day - TO_DAYS_OF_1970), peak, 1000 * result.getLong(4)));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure("electricity days", e);
        }
        // They come in this order; a UNION does not promise it.
        facts.sort(Comparator.comparing(DayFacts::day));
        return new Days(facts, earlierMilli, earlierLastMilli);
    }
}
