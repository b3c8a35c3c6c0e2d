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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.Step;
import energy.sem.history.calendar.View;
import energy.sem.history.store.Meter;
import energy.sem.local.test.TestServices;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The year view of a meter with ten years of quarter hours beside the same answer from a meter that has no more than the
 * answer needs, and beside reading 366 rows by their primary key: all in turn, on one connection, in one run. An answer
 * is longer when there is a year before to compare with, so both kinds are asked: the newest year of ten and of two, and
 * the first year of ten and of one. The command is in docs/performance.md.
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
        Meter oneYear = LongMeters.write("benchone", 365, NOW);
        Meter twoYears = LongMeters.write("benchtwo", 730, NOW);
        Meter tenYears = LongMeters.write("benchten", 3650, NOW);
        int electricity = tenYears.devices().get(0).id();
        try (Connection connection = TestServices.get().connect("sem_history")) {
            PeriodAnswers answers = Wired.answers(
                    OneConnection.source(connection), new Household(Clock.fixed(NOW, BRUSSELS)), List.of());
            Map<String, Question> questions = new LinkedHashMap<>();
            questions.put("this year of two", () -> year(answers, twoYears, 0));
            questions.put("this year of ten", () -> year(answers, tenYears, 0));
            questions.put("the only year of one", () -> year(answers, oneYear, 0));
            questions.put("the first year of ten", () -> year(answers, tenYears, -9));
            questions.put("366 quarter hours by key", () -> rows(connection, electricity));
            questions.put("365 days in one range", () -> days(connection, electricity));
            Map<String, Double> millis = medianMillis(questions);
            System.out.printf("median of %d, milliseconds%n", ROUNDS);
            millis.forEach((what, median) -> System.out.printf(Locale.ROOT, "%-26s %7.2f%n", what, median));

            double thisYear = millis.get("this year of ten");
            double compared = thisYear / millis.get("this year of two");
            double uncompared = millis.get("the first year of ten") / millis.get("the only year of one");
            double byKey = thisYear / millis.get("366 quarter hours by key");
            System.out.printf(
                    Locale.ROOT,
                    "ten years take, compared with the year before: %.2f times; with nothing to compare: %.2f times;"
                            + " this year beside rows by key: %.2f times%n",
                    compared,
                    uncompared,
                    byKey);
            assertThat(compared).isLessThanOrEqualTo(1.1);
            assertThat(uncompared).isLessThanOrEqualTo(1.1);
            assertThat(byKey).isLessThanOrEqualTo(2);
        }
    }

    /** What is asked of the database. */
    private interface Question {
        void ask() throws SQLException;
    }

    private static Map<String, Double> medianMillis(Map<String, Question> questions) throws SQLException {
        Map<String, long[]> nanos = new LinkedHashMap<>();
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            for (Map.Entry<String, Question> each : questions.entrySet()) {
                long start = System.nanoTime();
                each.getValue().ask();
                long took = System.nanoTime() - start;
                if (i >= 0) {
                    nanos.computeIfAbsent(each.getKey(), what -> new long[ROUNDS])[i] = took;
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        nanos.forEach((what, all) -> {
            Arrays.sort(all);
            medians.put(what, all[ROUNDS / 2] / 1e6);
        });
        return medians;
    }

    private static void year(PeriodAnswers answers, Meter meter, int offset) {
        View view = View.of("year", offset);
        Span span = Span.of(view, NOW, BRUSSELS);
        assertThat(answers.period(meter, view, span, Step.MONTH, Until.LAST_READING, Details.NONE)
                        .buckets())
                .hasSize(12)
                .allSatisfy(month ->
                        assertThat(month.amounts().of(Register.IMPORT_WH)).isNotNull());
    }

    /** The rows at the starts of 366 days, with the registers that an answer needs. */
    private static void rows(Connection connection, int deviceId) throws SQLException {
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
            assertThat(read(statement, 11)).isEqualTo(366);
        }
    }

    private static void days(Connection connection, int deviceId) throws SQLException {
        String sql = "SELECT TO_DAYS(day), peak_w, peak_quarter, covered_s FROM electricity_day"
                + " WHERE device_id = ? AND day >= ? ORDER BY day";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, deviceId);
            statement.setObject(2, LocalDate.ofInstant(NOW, BRUSSELS).minusDays(364));
            assertThat(read(statement, 4)).isEqualTo(365);
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
}
