package energy.sem.history.period;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import energy.sem.history.answer.MetersAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.store.Meter;
import energy.sem.history.store.QuarterRows;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/** The list of meters, and what it costs. */
class MeterSummaryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:03Z");
    private static final List<Meter> METERS = new ArrayList<>();

    @BeforeAll
    static void meters() throws SQLException {
        TestServices.get().migrate();
        for (int i = 1; i <= 3; i++) {
            METERS.add(LongMeters.write("summary" + i, i, NOW));
        }
    }

    @Test
    void several_meters_cost_no_more_statements_than_one_and_say_the_same() throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_history")) {
            MeterSummary summary = new MeterSummary(
                    new QuarterRows(OneConnection.source(connection)),
                    new Household(Clock.fixed(NOW, ZoneId.of("Europe/Brussels"))));
            List<MetersAnswer.Meter> oneByOne = new ArrayList<>();
            long before = selects(connection);
            for (Meter meter : METERS) {
                oneByOne.addAll(of(summary, List.of(meter)));
            }
            long between = selects(connection);
            List<MetersAnswer.Meter> together = of(summary, METERS);
            long after = selects(connection);

            assertThat(together).isEqualTo(oneByOne).hasSize(METERS.size());
            assertThat(together).allSatisfy(meter -> assertThat(meter.devices()).hasSize(3));
            assertThat(together).extracting(MetersAnswer.Meter::firstReadingAt).doesNotHaveDuplicates();
            assertThat(after - between).isPositive().isEqualTo((between - before) / METERS.size());
        }
    }

    private static List<MetersAnswer.Meter> of(MeterSummary summary, List<Meter> meters) {
        return summary.of(meters, Map.of(), name -> null);
    }

    private static long selects(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW SESSION STATUS LIKE 'Com_select'")) {
            row.next();
            return row.getLong(2);
        }
    }
}
