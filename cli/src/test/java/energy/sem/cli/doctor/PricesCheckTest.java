package energy.sem.cli.doctor;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.price.DeliveryDay;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/** What doctor says of prices, from the rows that ingest keeps of its attempts. */
class PricesCheckTest {
    private static final TestServices SERVICES = TestServices.get();

    @TempDir
    private Path folder;

    @BeforeAll
    static void tables() throws SQLException {
        FreshTables.make(SERVICES);
    }

    @BeforeEach
    void empty() throws SQLException {
        sql("DELETE FROM sem.price_fault");
        sql("DELETE FROM sem.spot_price");
    }

    @Test
    void where_nobody_asks_for_prices_nothing_is_missing() throws Exception {
        assertThat(look("2026-11-28T10:00:00Z"))
                .containsExactly("WELL no day-ahead prices are missing that were asked for");
    }

    @Test
    void a_day_without_prices_is_a_fault_with_what_each_source_answered() throws Exception {
        fault("2026-11-28", "entso-e", "it does not let us in");
        fault("2026-11-28", "file", "there is no file /prices.csv");
        sql("INSERT INTO sem.spot_price VALUES ('BE', " + day("2026-11-28").from() + ", 1, 'file', 0)");
        assertThat(look("2026-11-28T10:00:00Z"))
                .containsExactly("FAULT 1 of 96 day-ahead prices of BE for 2026-11-28 are there;"
                        + " entso-e: it does not let us in; file: there is no file /prices.csv");
    }

    @Test
    void a_day_that_another_source_had_is_none() throws Exception {
        fault("2026-10-25", "entso-e", "it does not let us in");
        DeliveryDay october = day("2026-10-25");
        sql("INSERT INTO sem.spot_price SELECT 'BE', seq, 1, 'energy-charts', 0 FROM sem.seq_" + october.from() + "_to_"
                + (october.to() - 1));
        assertThat(look("2026-10-25T10:00:00Z")).allMatch(each -> each.startsWith("WELL"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T15:59:00Z, WELL",
        "2026-11-28T16:01:00Z, FAULT",
        "2026-11-30T10:00:00Z, FAULT",
        "2026-12-01T10:00:00Z, WELL"
    })
    void tomorrow_is_late_from_five_in_the_afternoon_and_what_is_long_past_is_not_said_again(String now, String verdict)
            throws Exception {
        fault("2026-11-29", "energy-charts", "no prices for this day yet");
        assertThat(look(now)).singleElement().asString().startsWith(verdict);
    }

    private List<String> look(String now) throws Exception {
        Addresses addresses = new Addresses(
                Map.of(),
                "127.0.0.1:1",
                SERVICES.jdbcUrl("sem"),
                "sem_history",
                () -> SERVICES.password("sem_history"),
                folder,
                Optional.empty(),
                KeptBy.SEM_UP);
        return new PricesCheck(Clock.fixed(Instant.parse(now), ZoneOffset.UTC))
                .look(new Patient(addresses)).stream()
                        .map(each -> each.verdict() + " " + each.what())
                        .toList();
    }

    private static DeliveryDay day(String date) {
        return new DeliveryDay(LocalDate.parse(date));
    }

    private static void fault(String day, String source, String detail) throws SQLException {
        sql("INSERT INTO sem.price_fault VALUES ('BE', '" + day + "', '" + source + "', 0, 'wrong', '" + detail + "')");
    }

    private static void sql(String text) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(SERVICES.jdbcUrl("mysql"), "root", SERVICES.password("root"));
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
