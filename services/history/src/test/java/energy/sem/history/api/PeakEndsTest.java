package energy.sem.history.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.test.TestServices;
import energy.sem.quarter.QuarterHours;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** Wherever an answer names a peak, it names its quarter hour by both ends, alike everywhere. */
@QuarkusTest
class PeakEndsTest {
    /** A field that names a peak, and those of the ends of its quarter hour. */
    private static final Map<String, List<String>> ENDS = Map.of(
            "peakKw", List.of("peakFrom", "peakTo"),
            "computedKw", List.of("computedFrom", "computedTo"),
            "kw", List.of("peakFrom", "peakTo"),
            "demandKw", List.of("startsAt", "endsAt"));

    @BeforeAll
    static void meter() throws SQLException {
        SampleMeters.write("peaked", false, 2);
        // As the meter states it: a few seconds after the quarter hour that it names has ended.
        ZonedDateTime noon =
                YearMonth.now(SampleMeters.ZONE).atDay(1).atTime(12, 0).atZone(SampleMeters.ZONE);
        String sql = "INSERT INTO month_peak (device_id, month, running_w, running_at) SELECT d.id, ?, 4200, ?"
                + " FROM device d JOIN meter m ON m.id = d.meter_id WHERE m.name = 'peaked' AND d.kind = 'electricity'";
        try (Connection connection = TestServices.get().connect("sem_ingest");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, noon.toLocalDate());
            statement.setLong(2, noon.toInstant().toEpochMilli() + 4_000);
            statement.executeUpdate();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "history/day,-1",
                "history/week",
                "history/month",
                "history/year?step=P1D",
                "history/day,-1?step=PT15M&zone=Asia/Kathmandu",
                "peaks",
                "latest"
            })
    void a_peak_has_the_start_and_the_end_of_its_quarter_hour(String address) throws Exception {
        List<JsonNode> peaks = new ArrayList<>();
        collect(
                new ObjectMapper()
                        .readTree(get("/api/v1/meters/peaked/" + address).asString()),
                peaks);
        assertThat(peaks)
                .isNotEmpty()
                .allSatisfy(peak -> ENDS.forEach((named, ends) -> {
                    if (peak.has(named)) {
                        OffsetDateTime from =
                                OffsetDateTime.parse(peak.path(ends.get(0)).asText());
                        OffsetDateTime to =
                                OffsetDateTime.parse(peak.path(ends.get(1)).asText());
                        assertThat(QuarterHours.isEdge(from.toInstant())).isTrue();
                        assertThat(Duration.between(from, to)).isEqualTo(Duration.ofMinutes(15));
                    }
                }));
    }

    @Test
    void what_the_meter_states_a_little_late_is_the_quarter_hour_that_had_ended() {
        String said = get("/api/v1/meters/peaked/latest").jsonPath().getString("monthPeak.peakTo");
        assertThat(OffsetDateTime.parse(said).toLocalTime()).hasToString("12:00");
        assertThat(get("/api/v1/meters/peaked/peaks").jsonPath().getString("months[-1].peakTo"))
                .isEqualTo(said);
    }

    /** The objects that name a peak; the billing peak is no quarter hour's. */
    private static void collect(JsonNode node, List<JsonNode> peaks) {
        if (node.isObject() && !node.has("minimumKw") && ENDS.keySet().stream().anyMatch(node::has)) {
            peaks.add(node);
        }
        node.forEach(each -> collect(each, peaks));
    }
}
