package energy.sem.history.period;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.View;
import energy.sem.history.store.Meter;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server itself counts of the rows it touched for an answer. */
class RowsReadTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:03Z");
    private static Meter twoYears;
    private static Meter tenYears;

    @BeforeAll
    static void meters() throws SQLException {
        TestServices.get().migrate();
        // this year and all of the one that it is compared with
        twoYears = LongMeters.write("twoyears", 800, NOW);
        tenYears = LongMeters.write("tenyears", 3700, NOW);
    }

    @ParameterizedTest(name = "{0} costs at most {1} rows")
    @CsvSource({
        // two rows an edge, three devices; a row a day of this year and of the one before; the newest day live
        "year, 900",
        "'year,-1', 900",
        "month, 500",
        "week, 500",
        "day, 700",
    })
    void a_period_costs_its_edges_and_a_row_a_day_however_long_the_history_is(String view, int most)
            throws SQLException {
        long ofTwo = rowsRead(twoYears, view);
        long ofTen = rowsRead(tenYears, view);
        assertThat(ofTen).isLessThanOrEqualTo(most).isPositive();
        if (!view.equals("year,-1")) {
            assertThat(ofTen).isBetween(ofTwo - 5, ofTwo + 5);
        }
    }

    @Test
    void the_count_is_a_real_one() throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_history")) {
            long before = count(connection);
            try (Statement statement = connection.createStatement();
                    ResultSet all = statement.executeQuery("SELECT SUM(first_import_t1_wh) FROM quarter_hour"
                            + " WHERE device_id = " + tenYears.devices().get(0).id())) {
                all.next();
            }
            assertThat(count(connection) - before).isGreaterThan(300_000);
        }
    }

    private static long rowsRead(Meter meter, String view) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_history")) {
            DataSource source = OneConnection.source(connection);
            Household household = new Household(Clock.fixed(NOW, BRUSSELS));
            PeriodAnswers answers = Wired.answers(source, household, List.of());
            View asked = View.of(view, null);
            Span span = Span.of(asked, NOW, BRUSSELS);
            long own = -count(connection) + count(connection);
            long before = count(connection);
            answers.period(meter, asked, span, asked.period().step(), Until.LAST_READING, Details.NONE);
            return count(connection) - before - own;
        }
    }

    /** All rows that this connection has had the server read, by key or by scanning, also those of this question. */
    private static long count(Connection connection) throws SQLException {
        long count = 0;
        try (Statement statement = connection.createStatement();
                ResultSet all = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (all.next()) {
                count += all.getLong(2);
            }
        }
        return count;
    }
}
