package energy.sem.history.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The table price_fault: why ingest could not get day-ahead prices. */
@ApplicationScoped
public class PriceFaults {
    private static final String FAULTS = "SELECT day, source, at, reason, detail FROM price_fault"
            + " WHERE area = ? AND day BETWEEN ? AND ? AND detail IS NOT NULL ORDER BY day, source LIMIT 200";

    private final DataSource source;

    public PriceFaults(DataSource source) {
        this.source = source;
    }

    /**
     * A source that gave no prices of a day when it was asked last.
     *
     * @param reason {@code not-yet}, {@code refused} or {@code wrong}
     * @param detail as a sentence
     */
    public record PriceFault(LocalDate day, String source, Instant at, String reason, String detail) {}

    /** Those of the days from one to another, both included; at most 200. */
    public List<PriceFault> of(String area, LocalDate first, LocalDate last) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(FAULTS)) {
            statement.setString(1, area);
            statement.setString(2, first.toString());
            statement.setString(3, last.toString());
            List<PriceFault> faults = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    faults.add(new PriceFault(
                            LocalDate.parse(rows.getString(1)),
                            rows.getString(2),
                            Instant.ofEpochMilli(rows.getLong(3)),
                            rows.getString(4),
                            rows.getString(5)));
                }
            }
            return faults;
        } catch (SQLException e) {
            throw new DatabaseFailure("why prices are missing", e);
        }
    }
}
