package energy.sem.history.period;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.store.Meter;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A year view over ten years of quarter hours beside the same over one year and the one it is compared with, and beside
 * reading 366 rows by their primary key: all in turn, on one connection, in one run. The command is in
 * docs/performance.md, and why the year before counts.
 */
@EnabledIfSystemProperty(named = "sem.test.benchmarks", matches = "true")
class YearViewBenchmark {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Instant NOW = Instant.parse("2026-12-31T22:10:03Z");
    private static final int WARM_UP = 1500;
    private static final int ROUNDS = 1500;

    @Test
    void ten_years_are_as_fast_as_a_year_and_as_reading_a_row_a_day() throws SQLException {
        TestServices.get().migrate();
        Meter alone = LongMeters.write("benchalone", 365, NOW);
        Meter oneYear = LongMeters.write("benchone", 730, NOW);
        Meter tenYears = LongMeters.write("benchten", 3650, NOW);
        try (Connection connection = TestServices.get().connect("sem_history")) {
            PeriodAnswers answers = Wired.answers(
                    OneConnection.source(connection), new Household(Clock.fixed(NOW, BRUSSELS)), List.of());
            long[][] nanos = new long[5][ROUNDS];
            for (int i = -WARM_UP; i < ROUNDS; i++) {
                long start = System.nanoTime();
                year(answers, oneYear);
                long one = System.nanoTime();
                year(answers, tenYears);
                long ten = System.nanoTime();
                assertThat(rows(connection, tenYears.devices().get(0).id())).isEqualTo(366);
                long rows = System.nanoTime();
                assertThat(days(connection, tenYears.devices().get(0).id())).isGreaterThan(360);
                long days = System.nanoTime();
                year(answers, alone);
                long first = System.nanoTime();
                if (i >= 0) {
                    nanos[0][i] = one - start;
                    nanos[1][i] = ten - one;
                    nanos[2][i] = rows - ten;
                    nanos[3][i] = days - rows;
                    nanos[4][i] = first - days;
                }
            }
            double one = median(nanos[0]);
            double ten = median(nanos[1]);
            double rows = median(nanos[2]);
            System.out.printf(
                    Locale.ROOT,
                    "median of %d: year view over one year %.2f ms, over ten %.2f ms (%.2f times); 366 quarter hours by"
                            + " primary key %.2f ms (the view: %.2f times); 365 days in one range %.2f ms; year view with"
                            + " nothing to compare %.2f ms (over ten years: %.2f times)%n",
                    ROUNDS,
                    one,
                    ten,
                    ten / one,
                    rows,
                    ten / rows,
                    median(nanos[3]),
                    median(nanos[4]),
                    ten / median(nanos[4]));
            assertThat(ten / one).isLessThanOrEqualTo(1.1);
            assertThat(ten / rows).isLessThanOrEqualTo(2);
        }
    }

    private static void year(PeriodAnswers answers, Meter meter) {
        View view = View.of("year", null);
        Span span = Span.of(view, NOW, BRUSSELS);
        assertThat(answers.period(meter, view, span, Step.MONTH, Until.LAST_READING, Details.NONE)
                        .buckets())
                .hasSize(12);
    }

    /** The rows at the starts of 366 days, with the registers that an answer needs. */
    private static int rows(Connection connection, int deviceId) throws SQLException {
        String sql = "SELECT quarter, first_at, last_at, first_import_t1_wh, last_import_t1_wh, first_import_t2_wh,"
                + " last_import_t2_wh, first_export_t1_wh, last_export_t1_wh, first_export_t2_wh, last_export_t2_wh"
                + " FROM quarter_hour WHERE device_id = ? AND quarter IN ("
                + String.join(",", Collections.nCopies(366, "?")) + ")";
        LocalDate first = LocalDate.ofInstant(NOW, BRUSSELS).minusDays(365);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            for (int i = 0; i < 366; i++) {
                statement.setLong(
                        2 + i, first.plusDays(i).atStartOfDay(BRUSSELS).toEpochSecond() / 900);
            }
            return read(statement, 11);
        }
    }

    private static int days(Connection connection, int deviceId) throws SQLException {
        String sql = "SELECT TO_DAYS(day), peak_w, peak_quarter, covered_s FROM electricity_day"
                + " WHERE device_id = ? AND day >= ? ORDER BY day";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            statement.setObject(2, LocalDate.ofInstant(NOW, BRUSSELS).minusDays(364));
            return read(statement, 4);
        }
    }

    private static int read(PreparedStatement statement, int columns) throws SQLException {
        int rows = 0;
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                for (int column = 1; column <= columns; column++) {
                    result.getLong(column);
                }
                rows++;
            }
        }
        return rows;
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
