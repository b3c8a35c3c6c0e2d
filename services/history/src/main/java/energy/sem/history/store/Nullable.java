package energy.sem.history.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Numbers of a result that may be NULL, without a detour over another type. */
final class Nullable {

    static Integer integer(ResultSet result, int column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : value;
    }

    static Long whole(ResultSet result, int column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? null : value;
    }

    private Nullable() {}
}
