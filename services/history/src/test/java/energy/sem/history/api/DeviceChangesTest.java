package energy.sem.history.api;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

import energy.sem.local.test.TestServices;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** What happened to devices is said with the meter they belong to. */
@QuarkusTest
class DeviceChangesTest {
    @Test
    void a_replaced_device_and_one_of_another_kind_are_listed_in_order() throws SQLException {
        SampleMeters.write("changed", false, 5);
        SampleMeters.write("unchanged", false, 1);
        Instant replaced = gasIsReplacedAndBecomesWater("changed");

        JsonPath meters = get("/api/v1/meters").jsonPath();
        List<Map<String, Object>> changes = meters.getList("meters.find { it.name == 'changed' }.changes");
        assertThat(changes)
                .extracting(each -> each.get("what"))
                .containsExactly("appeared", "appeared", "replaced", "kind-changed");
        assertThat(changes.get(0))
                .containsEntry("kind", "electricity")
                .containsEntry("serial", "1SEMchanged")
                .doesNotContainKeys("channel", "previousKind", "previousSerial");
        assertThat(changes.get(2))
                .containsEntry("channel", 1)
                .containsEntry("kind", "gas")
                .containsEntry("serial", "7SEMnew")
                .containsEntry("previousKind", "gas")
                .containsEntry("previousSerial", "7SEMchanged");
        assertThat(OffsetDateTime.parse(changes.get(2).get("at").toString()).toInstant())
                .isEqualTo(replaced);
        assertThat(changes.get(3)).containsEntry("kind", "water").containsEntry("previousKind", "gas");
        assertThat(meters.getMap("meters.find { it.name == 'unchanged' }")).doesNotContainKey("changes");
    }

    /** Writes what ingest would, each device at its first reading on its channel, and returns when gas was replaced. */
    static Instant gasIsReplacedAndBecomesWater(String meter) throws SQLException {
        Instant replaced = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(2, ChronoUnit.DAYS);
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            long at = replaced.toEpochMilli();
            String device = "INSERT INTO device (meter_id, kind, serial, first_at) SELECT id, ";
            String of = " FROM meter WHERE name = '" + meter + "'";
            statement.executeUpdate(device + "'gas', '7SEMnew', " + at + of);
            statement.executeUpdate(device + "'water', '8SEMnew', " + (at + 1000) + of);
            String event = "INSERT INTO device_event (device_id, kind, at, detail) SELECT d.id, ";
            String ofDevices = ", d.first_at, '' FROM device d JOIN meter m ON m.id = d.meter_id WHERE m.name = '"
                    + meter + "' AND d.kind ";
            statement.executeUpdate(event + "'appeared'" + ofDevices + "= 'electricity'");
            statement.executeUpdate(event + "'channel-1'" + ofDevices + "<> 'electricity'");
        }
        return replaced;
    }
}
