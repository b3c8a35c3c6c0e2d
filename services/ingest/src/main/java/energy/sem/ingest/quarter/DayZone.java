package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import energy.sem.ingest.statement.MeterTurn;
import energy.sem.ingest.statement.Statements;
import energy.sem.p1.Register;

/**
 * The zone whose days {@code electricity_day} holds. When the setting has changed, all days are computed anew; an ingest of the
 * setting of before, which an update leaves running for a moment, then writes no more of them.
 */
@ApplicationScoped
public class DayZone {
    private static final Logger LOG = Logger.getLogger(DayZone.class);
    private static final int TIMEOUT_SECONDS = 3600;

    private final DataSource dataSource;
    private final ZoneId zone;

    DayZone(
            DataSource dataSource,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone) {
        this.dataSource = dataSource;
        this.zone = zone;
    }

    /** Makes the days those of the household's zone; does nothing when they are. Safe when several replicas do it. */
    public void follow() {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                if (zone.getId().equals(held(connection))) {
                    return null;
                }
                String before = lockedZone(connection);
                if (!zone.getId().equals(before)) {
                    Statements.run(connection, "UPDATE raw_window SET day_zone = ? WHERE id = 1", zone.getId());
                    recompute(connection);
                    LOG.infof("days are those of %s now, before of %s", zone, before == null ? "no zone" : before);
                }
            }
            return null;
        });
    }

    /** Holds all meters, in the order in which writers take them, so that no day is written from both zones. */
    private static String lockedZone(Connection connection) throws SQLException {
        Statements.list(connection, "SELECT id FROM meter ORDER BY id FOR UPDATE", row -> row.getInt(1));
        Statements.run(connection, MeterTurn.of("TRUE"));
        return zone(connection, " FOR UPDATE");
    }

    /** The zone of the days that are there; null before any. It stays while a meter is locked that is not new. */
    static String held(Connection connection) throws SQLException {
        return zone(connection, "");
    }

    private static String zone(Connection connection, String lock) throws SQLException {
        return Statements.list(
                        connection, "SELECT day_zone FROM raw_window WHERE id = 1" + lock, row -> row.getString(1))
                .get(0);
    }

    private void recompute(Connection connection) throws SQLException {
        ElectricityDays days = new ElectricityDays(new QuarterTable(connection, Register.ofElectricityMeter()), zone);
        TreeMap<Integer, NavigableSet<LocalDate>> known = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                        "SELECT device_id, day FROM electricity_day ORDER BY device_id, day");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                known.computeIfAbsent(rows.getInt(1), id -> new TreeSet<>()).add(rows.getObject(2, LocalDate.class));
            }
        }
        for (int deviceId : known.keySet()) {
            // A quarter hour of a day is, in any other zone, of that day or of one beside it.
            NavigableSet<LocalDate> candidates = new TreeSet<>();
            for (LocalDate day : known.get(deviceId)) {
                candidates.addAll(List.of(day.minusDays(1), day, day.plusDays(1)));
            }
            List<DayFigures> figures = new ArrayList<>(days.of(deviceId, candidates));
            figures.removeIf(
                    each -> !each.hasQuarterHours() && !known.get(deviceId).contains(each.day()));
            days.write(connection, figures);
        }
    }
}
