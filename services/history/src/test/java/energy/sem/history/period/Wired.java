package energy.sem.history.period;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import org.mariadb.jdbc.MariaDbDataSource;

import energy.sem.history.calendar.Household;
import energy.sem.history.cost.BilledElsewhere;
import energy.sem.history.cost.Contract;
import energy.sem.history.cost.Contracts;
import energy.sem.history.cost.Costs;
import energy.sem.history.store.ElectricityDays;
import energy.sem.history.store.Extremes;
import energy.sem.history.store.Intervals;
import energy.sem.history.store.QuarterRows;
import energy.sem.local.test.TestServices;

/** The answers of periods, wired by hand to the real MariaDB of the tests. */
public final class Wired {

    /** The database as sem_history sees it. */
    public static DataSource source() throws SQLException {
        TestServices services = TestServices.get();
        MariaDbDataSource source = new MariaDbDataSource(services.jdbcUrl("sem"));
        source.setUser("sem_history");
        source.setPassword(services.password("sem_history"));
        return source;
    }

    /** Without any capacity tariff: every month's billing peak counts as none. */
    public static PeriodAnswers answers(DataSource source, Household household, List<Contract> contracts) {
        QuarterRows rows = new QuarterRows(source);
        DayPeaks days = new DayPeaks(new ElectricityDays(source), rows, household);
        return new PeriodAnswers(
                rows,
                new BucketFigures(rows, household),
                days,
                new Intervals(source),
                new Extremes(source),
                new Costs(
                        new Contracts(contracts),
                        (meter, counters, first, last) -> Map.of(),
                        household,
                        BilledElsewhere.NEVER),
                household);
    }

    private Wired() {}
}
