package energy.sem.ingest.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Sets the parameters of a statement one after the other; a value that is absent becomes NULL. Not thread-safe. */
public final class Binder {
    private final PreparedStatement statement;
    private int index;

    /** For the statement's parameters from the first on. */
    public Binder(PreparedStatement statement) {
        this.statement = statement;
    }

    /** The next parameter. */
    public Binder set(Long value) throws SQLException {
        index++;
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value);
        }
        return this;
    }

    /** The next parameter. */
    public Binder set(Integer value) throws SQLException {
        index++;
        if (value == null) {
            statement.setNull(index, Types.INTEGER);
        } else {
            statement.setInt(index, value);
        }
        return this;
    }

    /** The next parameter. */
    public Binder set(String value) throws SQLException {
        statement.setString(++index, value);
        return this;
    }

    /** Ends a row of a batch: the next parameter is the first of the next row. */
    public void addBatch() throws SQLException {
        statement.addBatch();
        index = 0;
    }
}
