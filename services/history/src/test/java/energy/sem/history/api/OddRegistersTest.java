package energy.sem.history.api;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.event.TelegramEvent;
import energy.sem.p1.Direction;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** Meters whose registers are not tariffs 1 and 2: each counts 2 kWh in an hour, by whatever registers it has. */
@QuarkusTest
class OddRegistersTest {

    /** What a meter shows at first, and what is added each quarter hour. */
    @SuppressWarnings("ImmutableEnumChecker")
    private enum Case {
        TARIFF_2_ALONE(Map.of("import_t2_wh", 7_000L), Map.of("import_t2_wh", 500L)),
        TOTAL_ALONE(Map.of("import_wh", 7_000L), Map.of("import_wh", 500L)),
        FOUR_TARIFFS_AND_A_TOTAL(
                Map.of(
                        "import_wh",
                        10_000L,
                        "import_t1_wh",
                        1L,
                        "import_t2_wh",
                        2L,
                        "import_t3_wh",
                        3L,
                        "import_t4_wh",
                        4L),
                Map.of("import_wh", 500L, "import_t3_wh", 500L)),
        EIGHT_TARIFFS(
                Register.tariffs(Direction.IMPORT).stream().collect(Collectors.toMap(Register::column, each -> 40L)),
                Map.of("import_t1_wh", 100L, "import_t8_wh", 400L)),
        A_TOTAL_AND_REACTIVE_ENERGY(
                Map.of("import_wh", 9_000L, "reactive_import_varh", 70L, "reactive_q4_varh", 80L),
                Map.of("import_wh", 500L, "reactive_q4_varh", 50L)),
        A_TOTAL_THAT_RISES_MORE_THAN_ITS_TARIFFS(
                Map.of("import_wh", 9_000L, "import_t1_wh", 4_000L, "import_t2_wh", 5_000L),
                Map.of("import_wh", 500L, "import_t1_wh", 300L));

        private final Map<String, Long> start;
        private final Map<String, Long> rise;

        Case(Map<String, Long> start, Map<String, Long> rise) {
            this.start = start;
            this.rise = rise;
        }

        String meter(String prefix) {
            return prefix + name().toLowerCase(Locale.ROOT).replace("_", "").substring(0, 10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_period_is_what_the_meter_itself_counts(Case each) throws SQLException {
        String meter = each.meter("odd");
        SampleMeters.registers(meter, SampleMeters.yesterdayNoon(), SampleMeters.rising(each.start, each.rise, 4));
        JsonPath day = get("/api/v1/meters/" + meter + "/history/day,-1").jsonPath();
        assertThat(decimal(day, "total.importKwh")).isEqualByComparingTo("2");
        assertThat(decimal(day, "total.peakKw")).isEqualByComparingTo("2");
        for (String column : each.start.keySet()) {
            String field = Register.ofColumn(column).answerName();
            BigDecimal counted =
                    decimal(day, "registers.to[0]." + field).subtract(decimal(day, "registers.from[0]." + field));
            assertThat(counted).as(column).isEqualByComparingTo(decimal(day, "total." + field));
            assertThat(counted)
                    .as(column)
                    .isEqualByComparingTo(BigDecimal.valueOf(4 * each.rise.getOrDefault(column, 0L), 3));
        }
        assertThat(day.getMap("total")).hasSize(each.start.size() + (each.start.containsKey("import_wh") ? 0 : 1) + 4);
        String csv =
                get("/api/v1/meters/" + meter + "/history/day,-1?format=csv").asString();
        assertThat(List.of(csv.lines().findFirst().orElseThrow().split(",")))
                .containsSubsequence("import_kwh", "import_t1_kwh", "import_t2_kwh", "export_kwh")
                .containsAll(each.start.keySet().stream()
                        .map(column -> Register.ofColumn(column).csvHeader())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_running_quarter_hour_counts_them_too(Case each) throws Exception {
        String meter = each.meter("running");
        // Standing still for hours, so that its registers are known at whatever quarter hour is running.
        SampleMeters.registers(
                meter, quarterBefore(Instant.now().minusSeconds(7200)), SampleMeters.rising(each.start, Map.of(), 16));
        try (Telegrams telegrams = new Telegrams()) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(300))
                    .untilAsserted(() -> {
                        telegrams.send(now(meter, each));
                        Response latest = get("/api/v1/meters/" + meter + "/latest");
                        assertThat(latest.statusCode()).isEqualTo(200);
                        JsonPath json = latest.jsonPath();
                        assertThat(decimal(json, "quarter.demandKw"))
                                .as("0.5 kWh x 4")
                                .isEqualByComparingTo("2");
                        each.start.keySet().forEach(column -> assertThat(decimal(
                                        json,
                                        "registers." + Register.ofColumn(column).answerName()))
                                .as(column)
                                .isEqualByComparingTo(BigDecimal.valueOf(
                                        each.start.get(column) + each.rise.getOrDefault(column, 0L), 3)));
                    });
        }
    }

    @Test
    void a_total_that_the_meter_begins_to_send_later_makes_nothing_jump() throws SQLException {
        List<Map<String, Long>> readings =
                new ArrayList<>(SampleMeters.rising(Map.of("import_t1_wh", 4_000L), Map.of("import_t1_wh", 500L), 4));
        for (long i = 2; i < readings.size(); i++) {
            readings.get((int) i).put("import_wh", 90_000 + 500 * i);
        }
        SampleMeters.registers("oddlater", SampleMeters.yesterdayNoon(), readings);
        JsonPath day = get("/api/v1/meters/oddlater/history/day,-1?step=PT15M").jsonPath();
        assertThat(decimal(day, "total.importKwh")).isEqualByComparingTo("2");
        assertThat(decimal(day, "registers.to[0].importKwh")).isEqualByComparingTo("92");
        assertThat(decimal(day, "registers.from[0].importKwh"))
                .as("what its total would have been: the difference is what flowed")
                .isEqualByComparingTo("90");
        assertThat(day.getList("buckets.importKwh.findAll { it != null && it > 0 }", BigDecimal.class))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each).isEqualByComparingTo("0.5"));
    }

    private static TelegramEvent now(String meter, Case each) {
        Map<String, Long> values = new HashMap<>(each.start);
        each.rise.forEach((column, rise) -> values.merge(column, rise, Long::sum));
        return Telegrams.event(
                meter,
                Instant.now(),
                "1SEM" + meter,
                RegisterValues.of(register -> values.get(register.column())),
                2000,
                null);
    }

    private static Instant quarterBefore(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 900) * 900);
    }

    private static BigDecimal decimal(JsonPath json, String path) {
        assertThat(json.getString(path)).as(path).isNotNull();
        return new BigDecimal(json.getString(path));
    }
}
