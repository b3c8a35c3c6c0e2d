package energy.sem.files.made;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import energy.sem.p1.Register;

/** Domoticz' database: registers at the end of each day, and each quarter hour of the last 90; 0 in an old row says nothing. */
public final class DomoticzFiles {
    private static final int QUARTERS = 90;

    private DomoticzFiles() {}

    /**
     * The database.
     *
     * @param meters how many P1 meters it has; the household's is the first
     */
    public static Path database(Household household, Path file, int meters) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE DeviceStatus (ID INTEGER PRIMARY KEY, Name TEXT, Type INTEGER)");
            for (int i = 1; i <= meters; i++) {
                statement.execute("INSERT INTO DeviceStatus VALUES (" + i + ", 'Power', 250)");
            }
            statement.execute("INSERT INTO DeviceStatus VALUES (9, 'Gas', 251)");
            statement.execute(
                    "CREATE TABLE MultiMeter (DeviceRowID, Value1, Value2, Value3, Value4, Value5, Value6, Date DATETIME)");
            statement.execute(
                    "CREATE TABLE MultiMeter_Calendar (DeviceRowID, Value1, Counter1, Counter2, Counter3, Counter4, Date DATE)");
            statement.execute("CREATE TABLE Meter (DeviceRowID, Value, Date DATETIME)");
            statement.execute("CREATE TABLE Meter_Calendar (DeviceRowID, Value, Counter, Date DATE)");
            statement.execute("INSERT INTO MultiMeter_Calendar VALUES (1, 0, 0, 0, 0, 0, '2015-01-01')");
            days(household, statement);
            minutes(household, statement);
            connection.commit();
        }
        return file;
    }

    private static void days(Household household, Statement statement) throws SQLException {
        List<Instant> midnights = household.midnights();
        for (int d = 0; d + 1 < midnights.size(); d++) {
            Instant end = midnights.get(d + 1);
            LocalDate day = midnights.get(d).atZone(household.zone()).toLocalDate();
            statement.execute("INSERT INTO MultiMeter_Calendar VALUES (1, 5, "
                    + household.at(Register.IMPORT_T1_WH, end) + "," + household.at(Register.EXPORT_T1_WH, end) + ","
                    + household.at(Register.IMPORT_T2_WH, end) + "," + household.at(Register.EXPORT_T2_WH, end) + ",'"
                    + day + "')");
            statement.execute("INSERT INTO Meter_Calendar VALUES (9, 5, " + household.at(Register.VOLUME_L, end) + ",'"
                    + day + "')");
        }
    }

    private static void minutes(Household household, Statement statement) throws SQLException {
        for (int q = household.quarters() - QUARTERS; q < household.quarters(); q++) {
            Instant now = household.edge(q);
            LocalDateTime wall = now.atZone(household.zone()).toLocalDateTime();
            statement.execute("INSERT INTO MultiMeter VALUES (1, " + household.at(Register.IMPORT_T1_WH, now) + ","
                    + household.at(Register.EXPORT_T1_WH, now) + ",0,0," + household.at(Register.IMPORT_T2_WH, now)
                    + "," + household.at(Register.EXPORT_T2_WH, now) + ",'"
                    + wall.toString().replace('T', ' ') + ":00')");
        }
    }
}
