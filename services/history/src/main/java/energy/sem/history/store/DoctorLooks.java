package energy.sem.history.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The table doctor_look, which {@code ./sem up} and {@code semctl doctor --keep} write. */
@ApplicationScoped
public class DoctorLooks {
    private final DataSource source;

    public DoctorLooks(DataSource source) {
        this.source = source;
    }

    /**
     * The last look; empty when nobody ever looked.
     *
     * @throws DatabaseFailure when the database does not answer, or has no such table yet
     */
    public Optional<DoctorLook> last() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT at, faults FROM doctor_look")) {
            return row.next()
                    ? Optional.of(new DoctorLook(Instant.ofEpochMilli(row.getLong(1)), row.getString(2)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new DatabaseFailure("what semctl doctor found", e);
        }
    }
}
