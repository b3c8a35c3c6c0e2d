package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class PeaksResourceTest {
    /** The worked table of nl.wikibooks Energietransitie/Capaciteitstarief, oldest month first: 4.456 kW. */
    private static final List<Integer> WORKED_TABLE_W =
            List.of(632, 4600, 0, 1028, 3444, 4164, 4564, 6000, 9200, 5000, 4120, 4880);

    private final YearMonth running = YearMonth.now(SampleMeters.ZONE);

    @Test
    void the_worked_table_is_a_billing_peak_of_4456_watts() throws SQLException {
        SampleMeters.write("worked", false, 1);
        for (int i = 0; i < WORKED_TABLE_W.size(); i++) {
            int ago = WORKED_TABLE_W.size() - 1 - i;
            stated("worked", running.minusMonths(ago), WORKED_TABLE_W.get(i), ago > 0);
        }
        stated("worked", running.minusMonths(12), 99_000, true);
        JsonPath peaks = get("/api/v1/meters/worked/peaks").jsonPath();
        assertThat(kw(peaks, "billingPeak.kw")).isEqualByComparingTo("4.456");
        assertThat(peaks.getInt("billingPeak.months")).isEqualTo(12);
        assertThat(peaks.getString("billingPeak.from"))
                .isEqualTo(running.minusMonths(11).toString());
        assertThat(peaks.getList("months.month"))
                .hasSize(13)
                .first()
                .isEqualTo(running.minusMonths(12).toString());
        assertThat(peaks.getMap("billingPeak"))
                .as("without a contract it costs nothing that is known")
                .doesNotContainKey("costsYear");
        assertThat(get("/api/v1/meters/worked/peaks?months=2").jsonPath().getList("months.peakKw"))
                .as("fewer months asked for do not change the billing peak's")
                .hasSize(2);
    }

    @Test
    void the_meters_own_peak_stands_beside_ours_with_the_difference() throws SQLException {
        SampleMeters.write("beside", false, 1);
        stated("beside", running, 4200, false);
        JsonPath peaks = get("/api/v1/meters/beside/peaks").jsonPath();
        String month = "months.find { it.month == '" + running + "' }.";
        assertThat(peaks.getString(month + "source")).isEqualTo("meter");
        assertThat(kw(peaks, month + "peakKw")).isEqualByComparingTo("4.2");
        assertThat(kw(peaks, month + "meterKw")).isEqualByComparingTo("4.2");
        assertThat(kw(peaks, month + "computedKw")).isEqualByComparingTo("0.12");
        assertThat(kw(peaks, month + "differenceKw")).isEqualByComparingTo("4.08");
        assertThat(peaks.getBoolean(month + "running")).isTrue();
    }

    @Test
    void without_the_meters_own_our_quarter_hours_say_it() throws SQLException {
        SampleMeters.write("ours", false, 1);
        JsonPath peaks = get("/api/v1/meters/ours/peaks").jsonPath();
        int last = peaks.getList("months").size() - 1;
        assertThat(peaks.getString("months[" + last + "].source")).isEqualTo("computed");
        assertThat(kw(peaks, "months[" + last + "].peakKw")).isEqualByComparingTo("0.12");
        assertThat(peaks.getMap("months[" + last + "]")).doesNotContainKeys("meterKw", "differenceKw");
        assertThat(kw(peaks, "billingPeak.kw")).as("at least").isEqualByComparingTo("2.5");
    }

    private static BigDecimal kw(JsonPath json, String path) {
        return new BigDecimal(json.getString(path));
    }

    private static void stated(String meter, YearMonth month, int watts, boolean closed) throws SQLException {
        String sql = "INSERT INTO month_peak (device_id, month, " + (closed ? "final_w" : "running_w")
                + ") SELECT d.id, ?, ? FROM device d JOIN meter m ON m.id = d.meter_id"
                + " WHERE m.name = ? AND d.kind = 'electricity'";
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, month.atDay(1));
            statement.setInt(2, watts);
            statement.setString(3, meter);
            statement.executeUpdate();
        }
    }
}
