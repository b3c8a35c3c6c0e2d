package energy.sem.history;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.local.test.TestServices;
import energy.sem.quarter.QuarterHours;

import static org.assertj.core.api.Assertions.assertThat;

/** A street of a hundred meters asks for its month, several times at once. The packaged service with the memory that `./sem up` gives it. */
class HundredMembersIT {
    private static final int MEMBERS = 100;
    private static final int QUARTERS = 66 * 96;
    private static final List<String> QUESTIONS = List.of(
            "sharing/month,-1",
            "history/month,-1",
            "sharing/month,-1?format=csv",
            "history/day,-1?step=PT15M",
            "sharing/month");

    @Test
    void its_month_fits_into_the_memory_and_adds_up() throws Exception {
        TestServices.get().migrate();
        write();
        String members = IntStream.range(0, MEMBERS).mapToObj(i -> "member" + i).collect(Collectors.joining(","));
        try (PackagedHistory history =
                PackagedHistory.start("hundred-members", Map.of("SEM_GROUPS_HUNDRED_MEMBERS", members))) {
            history.awaitLive();
            long begun = System.nanoTime();
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (String each : QUESTIONS) {
                answers.add(history.get("/api/v1/groups/hundred/" + each));
            }
            for (int i = 0; i < answers.size(); i++) {
                HttpResponse<String> answer = answers.get(i).join();
                assertThat(answer.statusCode())
                        .as("%s: %s", QUESTIONS.get(i), answer.body())
                        .isEqualTo(200);
            }
            System.out.printf(
                    "%d questions of %d members: %d ms%n",
                    QUESTIONS.size(), MEMBERS, (System.nanoTime() - begun) / 1_000_000);
            begun = System.nanoTime();
            assertThat(history.get("/api/v1/groups/hundred/sharing/month,-1")
                            .join()
                            .statusCode())
                    .isEqualTo(200);
            System.out.printf("one month of %d members: %d ms%n", MEMBERS, (System.nanoTime() - begun) / 1_000_000);
            JsonPath month = JsonPath.from(answers.get(0).join().body());
            assertThat(month.getList("members")).hasSize(MEMBERS);
            assertThat(month.getInt("unknownQuarters")).isZero();
            for (String field : List.of("importKwh", "receivedKwh", "restKwh", "exportKwh", "givenKwh", "surplusKwh")) {
                BigDecimal sum = IntStream.range(0, MEMBERS)
                        .mapToObj(i -> new BigDecimal(month.getString("members[" + i + "]." + field)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum).as(field).isEqualByComparingTo(month.getString("total." + field));
            }
            assertThat(new BigDecimal(month.getString("total.receivedKwh"))).isPositive();
            assertThat(history.isAlive()).isTrue();
            assertThat(history.said()).doesNotContain("OutOfMemory", "out of memory");
        }
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "anna,bert | fixed | anna:60,bert:30 | setting sem.groups.wrong.shares: the shares add up to 90 %, not to 100 %",
                "anna,anna | -     | -               | setting sem.groups.wrong.members: anna is a member twice",
                "anna,bert | best  | -               | setting SEM_GROUPS_WRONG_KEY: \"best\" is not fixed, fixed-rounds,"
            })
    void a_group_that_makes_no_sense_stops_the_start_with_a_line(String members, String key, String shares, String line)
            throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("SEM_GROUPS_WRONG_MEMBERS", members);
        if (key != null) {
            settings.put("SEM_GROUPS_WRONG_KEY", key);
        }
        if (shares != null) {
            settings.put("SEM_GROUPS_WRONG_SHARES", shares);
        }
        try (PackagedHistory history = PackagedHistory.start("wrong-group", settings)) {
            history.awaitEnd();
            assertThat(history.said()).contains(line).doesNotContain("\tat ");
        }
    }

    /** Two months and more until now; each third member injects. */
    private static void write() throws SQLException {
        int last = QuarterHours.of(Instant.now());
        int first = last - QUARTERS + 1;
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            String members = " FROM seq_0_to_" + (MEMBERS - 1);
            statement.executeUpdate("INSERT INTO meter (name, first_at) SELECT CONCAT('member', seq), "
                    + QuarterHours.startMilli(first) + members);
            statement.executeUpdate(
                    "INSERT INTO device (meter_id, kind, serial, first_at) SELECT id, 'electricity', name, first_at"
                            + " FROM meter WHERE name LIKE 'member%'");
            String devices = " FROM device d WHERE d.serial LIKE 'member%'";
            for (String register : List.of("import_t1_wh", "import_t2_wh", "export_t1_wh", "export_t2_wh")) {
                statement.executeUpdate(
                        "INSERT INTO device_register SELECT d.id, '" + register + "', " + first + devices);
            }
            String export = "IF(d.id % 3 = 0, (70 + d.id % 11) * seq, 0)";
            statement.executeUpdate("INSERT INTO quarter_hour (device_id, quarter, first_at, last_at,"
                    + " first_import_t1_wh, last_import_t1_wh, first_import_t2_wh, last_import_t2_wh,"
                    + " first_export_t1_wh, last_export_t1_wh, first_export_t2_wh, last_export_t2_wh)"
                    + " SELECT d.id, " + first + " + seq, (" + first + " + seq) * 900000, (" + first
                    + " + seq) * 900000 + 1000,"
                    + " (40 + d.id % 17) * seq, (40 + d.id % 17) * seq, 7, 7, " + export + ", " + export + ", 3, 3"
                    + " FROM seq_0_to_" + (QUARTERS - 1) + " JOIN device d WHERE d.serial LIKE 'member%'");
        }
    }
}
