package energy.sem.ingest.quarter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import energy.sem.ingest.quarter.QuarterTable.Around;
import energy.sem.quarter.QuarterHours;
import energy.sem.quarter.QuarterRow;
import energy.sem.quarter.QuarterSeries;

/**
 * Computes days anew from their quarter rows, never merged: a peak can fall when late readings move an edge.
 *
 * <p>A row is looked at as if the newest quarter hour of the device had its first reading only. So the figures follow
 * from the rows alone, however the readings were cut into batches, and need no work for each batch within the newest
 * quarter hour.
 */
final class ElectricityDays {
    /** Days read in one go; keeps a batch of readings from all over the years within memory. */
    private static final int DAYS_AT_ONCE = 31;

    private static final int ROWS_A_STATEMENT = 500;

    private final QuarterTable table;
    private final ZoneId zone;

    ElectricityDays(QuarterTable table, ZoneId zone) {
        this.table = table;
        this.zone = zone;
    }

    /** Every day that a change of these quarter hours of a device may have changed. */
    NavigableSet<LocalDate> affectedBy(int deviceId, NavigableSet<Integer> quarters) throws SQLException {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (NavigableSet<LocalDate> run :
                runs(quarters.stream().map(this::day).collect(Collectors.toCollection(TreeSet::new)))) {
            int first = quarters.ceiling(startOf(run.first()));
            int last = quarters.lower(startOf(run.last().plusDays(1)));
            days.addAll(run);
            // The edges before and after a row move with it, and they belong to its neighbours' days too.
            for (QuarterRow neighbour : table.around(deviceId, first, first).rows()) {
                days.add(day(neighbour.quarter()));
            }
            for (QuarterRow neighbour : table.around(deviceId, last, last + 1).rows()) {
                days.add(day(neighbour.quarter()));
            }
        }
        return days;
    }

    /** Figures of these days. */
    List<DayFigures> of(int deviceId, NavigableSet<LocalDate> days) throws SQLException {
        List<DayFigures> figures = new ArrayList<>();
        for (NavigableSet<LocalDate> run : runs(days)) {
            Around around = table.around(
                    deviceId, startOf(run.first()), startOf(run.last().plusDays(1)));
            List<QuarterRow> rows = new ArrayList<>(around.rows());
            if (around.reachesNewest() && !rows.isEmpty()) {
                rows.set(rows.size() - 1, rows.get(rows.size() - 1).onlyFirst());
            }
            QuarterSeries series = new QuarterSeries(rows);
            for (LocalDate day : run) {
                figures.add(figures(deviceId, day, series));
            }
        }
        return figures;
    }

    /**
     * Writes the figures, over what was there. The caller holds the locks of their meters.
     *
     * @throws SQLException also when the table holds the days of another zone
     */
    void write(Connection connection, List<DayFigures> figures) throws SQLException {
        if (figures.isEmpty()) {
            return;
        }
        String held = DayZone.held(connection);
        if (!zone.getId().equals(held)) {
            throw new SQLException(
                    "the days are those of " + held + ", which another ingest was started with, and not of " + zone
                            + ": give all the same SEM_TIME_ZONE, and start this one again");
        }
        for (int start = 0; start < figures.size(); start += ROWS_A_STATEMENT) {
            List<DayFigures> rows = figures.subList(start, Math.min(figures.size(), start + ROWS_A_STATEMENT));
            String sql = "INSERT INTO electricity_day (device_id, day, peak_w, peak_quarter, covered_s) VALUES "
                    + rows.stream().map(row -> "(?,?,?,?,?)").collect(Collectors.joining(","))
                    + " ON DUPLICATE KEY UPDATE peak_w = VALUES(peak_w), peak_quarter = VALUES(peak_quarter),"
                    + " covered_s = VALUES(covered_s)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int index = 0;
                for (DayFigures row : rows) {
                    statement.setInt(++index, row.deviceId());
                    statement.setObject(++index, row.day());
                    statement.setObject(
                            ++index, row.peak().map(peak -> peak.watts()).orElse(null));
                    statement.setObject(
                            ++index, row.peak().map(peak -> peak.quarter()).orElse(null));
                    statement.setInt(++index, row.coveredSeconds());
                }
                statement.executeUpdate();
            }
        }
    }

    private DayFigures figures(int deviceId, LocalDate day, QuarterSeries series) {
        int from = startOf(day);
        int to = startOf(day.plusDays(1));
        long coveredMilli = series.coveredMilli(
                QuarterHours.startMilli(from), QuarterHours.startMilli(to), QuarterSeries.ELECTRICITY_GAP_MILLI);
        boolean hasQuarterHours = series.rows().stream().anyMatch(row -> row.quarter() >= from && row.quarter() < to);
        return new DayFigures(
                deviceId, day, series.peak(from, to), Math.toIntExact(coveredMilli / 1000), hasQuarterHours);
    }

    /** The day in which a quarter hour begins. */
    LocalDate day(int quarter) {
        return QuarterHours.start(quarter).atZone(zone).toLocalDate();
    }

    /** The quarter hour with which a day begins. */
    int startOf(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(zone).toInstant());
    }

    /** The days as runs without a day missing, none longer than is read in one go. */
    private static List<NavigableSet<LocalDate>> runs(Collection<LocalDate> days) {
        List<NavigableSet<LocalDate>> runs = new ArrayList<>();
        NavigableSet<LocalDate> run = new TreeSet<>();
        for (LocalDate day : new TreeSet<>(days)) {
            if (!run.isEmpty() && (!run.last().plusDays(1).equals(day) || run.size() == DAYS_AT_ONCE)) {
                runs.add(run);
                run = new TreeSet<>();
            }
            run.add(day);
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }
}
