package energy.sem.history.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import energy.sem.history.model.PlainDevice;
import energy.sem.history.model.Tables;
import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A meter goes on telling the last value of an M-Bus device that left years ago. Such a value is no reading of its year: what
 * nobody read has no history. The device stays listed with it.
 */
@QuarkusTest
class LeftOverDeviceTest {
    private final ZonedDateTime firstTelegram = ZonedDateTime.now(SampleMeters.ZONE)
            .truncatedTo(ChronoUnit.DAYS)
            .minusHours(23)
            .minusMinutes(53);
    private final ZonedDateTime yearsAgo = firstTelegram.minusYears(9);
    private final int itsYear =
            yearsAgo.getYear() - ZonedDateTime.now(SampleMeters.ZONE).getYear();

    @Test
    void a_gas_meter_unhooked_years_ago_begins_nothing() throws SQLException {
        write("leftover", electricity(), device("gas", "7SEMold", yearsAgo, 110), hourly("7SEMnew"));

        assertThat(first("leftover")).isEqualTo(firstTelegram.toOffsetDateTime());
        assertThat(first(year("leftover", 0))).isEqualTo(firstTelegram.toOffsetDateTime());
        assertThat(times("leftover", "7SEMold"))
                .containsExactly(yearsAgo.toOffsetDateTime(), yearsAgo.toOffsetDateTime());
        assertThat(gas(range("leftover"))).isEqualTo("0.023");
        assertThat(gas(year("leftover", itsYear))).isNull();
        assertThat(year("leftover", itsYear).getList("registers.from")).isEmpty();
    }

    @Test
    void what_a_gas_meter_counted_after_years_of_silence_was_counted_since_the_first_telegram() throws SQLException {
        PlainDevice gas = device("gas", "7SEMsilent", yearsAgo, 1000);
        gas.readings.put(milli(firstTelegram.plusHours(20)), Map.of("volume_l", 1042L));
        write("silent", electricity(), gas);

        assertThat(first("silent")).isEqualTo(firstTelegram.toOffsetDateTime());
        assertThat(times("silent", "7SEMsilent"))
                .containsExactly(
                        yearsAgo.toOffsetDateTime(), firstTelegram.plusHours(20).toOffsetDateTime());
        assertThat(gas(range("silent"))).isEqualTo("0.042");
        for (int year = itsYear;
                year
                        < firstTelegram.getYear()
                                - ZonedDateTime.now(SampleMeters.ZONE).getYear();
                year++) {
            assertThat(gas(year("silent", year))).as("year %d", year).isNull();
        }
    }

    @Test
    void the_same_when_it_is_heard_again_within_the_first_quarter_hour() throws SQLException {
        PlainDevice gas = device("gas", "7SEMwoken", yearsAgo, 1000);
        gas.readings.put(milli(firstTelegram.plusMinutes(3)), Map.of("volume_l", 1040L));
        gas.readings.put(milli(firstTelegram.plusHours(20)), Map.of("volume_l", 1042L));
        write("woken", electricity(), gas);

        assertThat(gas(range("woken"))).isEqualTo("0.042");
        assertThat(gas(year("woken", itsYear))).isNull();
        assertThat(gas(year("woken", itsYear + 4))).isNull();
    }

    @Test
    void a_port_without_electricity_begins_with_its_first_telegram() throws SQLException {
        write("heatonly", device("heat", "6SEMheatonly", yearsAgo, "heat_mj", 5000));

        assertThat(first("heatonly")).isEqualTo(firstTelegram.toOffsetDateTime());
    }

    @Test
    void a_history_from_before_the_first_telegram_is_one() throws SQLException {
        PlainDevice gas = hourly("7SEMlife");
        gas.readings.put(milli(yearsAgo), Map.of("volume_l", 110L));
        gas.readings.put(milli(yearsAgo.plusMonths(1)), Map.of("volume_l", 120L));
        write("life", electricity(), gas);

        assertThat(first("life")).isEqualTo(yearsAgo.toOffsetDateTime());
    }

    private void write(String meter, PlainDevice... devices) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest")) {
            new Tables(connection).write(meter, false, milli(firstTelegram), List.of(devices), SampleMeters.ZONE);
        }
    }

    private PlainDevice electricity() {
        PlainDevice electricity = new PlainDevice("electricity", "1SEMleftover");
        for (int quarter = 0; quarter < 90; quarter++) {
            electricity.readings.put(
                    milli(firstTelegram.plusMinutes(15L * quarter)), Map.of("import_t1_wh", 1000L + quarter));
        }
        return electricity;
    }

    /** A litre an hour from just before the first telegram on. */
    private PlainDevice hourly(String serial) {
        PlainDevice gas = new PlainDevice("gas", serial);
        for (long hour = 0; hour < 24; hour++) {
            gas.readings.put(
                    milli(firstTelegram.minusMinutes(7).plusHours(hour)), Map.of("volume_l", 6_990_000 + hour));
        }
        return gas;
    }

    private static PlainDevice device(String kind, String serial, ZonedDateTime at, long litre) {
        return device(kind, serial, at, "volume_l", litre);
    }

    private static PlainDevice device(String kind, String serial, ZonedDateTime at, String register, long value) {
        PlainDevice device = new PlainDevice(kind, serial);
        device.readings.put(milli(at), Map.of(register, value));
        return device;
    }

    private static JsonPath year(String meter, int offset) {
        return get("/api/v1/meters/" + meter + "/history/year?offset=" + offset).jsonPath();
    }

    /** The day of the first telegram and the one after. */
    private JsonPath range(String meter) {
        ZonedDateTime from = firstTelegram.truncatedTo(ChronoUnit.DAYS);
        return get("/api/v1/meters/" + meter + "/history?step=P1D&from=" + from.toLocalDateTime() + "&to="
                        + from.plusDays(2).toLocalDateTime())
                .jsonPath();
    }

    private static OffsetDateTime first(JsonPath answer) {
        return OffsetDateTime.parse(answer.getString("firstReadingAt"));
    }

    private static OffsetDateTime first(String meter) {
        return OffsetDateTime.parse(get("/api/v1/meters")
                .jsonPath()
                .getString("meters.find { it.name == '" + meter + "' }.firstReadingAt"));
    }

    private static List<OffsetDateTime> times(String meter, String serial) {
        Map<String, String> device = get("/api/v1/meters")
                .jsonPath()
                .getMap("meters.find { it.name == '" + meter + "' }.devices.find { it.serial == '" + serial + "' }");
        return new ArrayList<>(
                List.of(OffsetDateTime.parse(device.get("firstAt")), OffsetDateTime.parse(device.get("lastAt"))));
    }

    private static String gas(JsonPath answer) {
        return answer.getString("total.gasM3");
    }

    private static long milli(ZonedDateTime at) {
        return at.toInstant().toEpochMilli();
    }
}
