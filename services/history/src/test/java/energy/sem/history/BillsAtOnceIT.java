package energy.sem.history;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.history.period.LongMeters;
import energy.sem.history.store.Device;
import energy.sem.history.store.Meter;
import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Flemish contract reads a year and a month for each bill, and the page asks for six at once. The packaged service with the memory
 * that `./sem up` gives it.
 */
class BillsAtOnceIT {
    private static final String METER = "billsatonce";
    private static final int THIRTEEN_MONTHS = 396;
    private static final int ROUNDS = 3;
    private static final List<String> QUESTIONS = List.of(
            "bill/day",
            "bill/week",
            "bill/month",
            "bill/year",
            "bill/forecast",
            "price",
            "bill/day,-1",
            "bill/month,-1",
            "bill/comparison",
            "bill/forecast?period=year");

    private static final String CONTRACTS =
            """
            contracts:
              - name: flemish
                from: 2020-01-01
                area: TEST-IT
                sets: [fluvius-imewo, belgium-electricity]
                assume-last: true
                facts: {domiciled: "yes", customer: household}
                components:
                  - {name: energy, flow: import, unit: c/kWh, vat: 6, formula: 0.105 * spot + 0.9, floor: -5, step: quarter}
                  - {name: injection, flow: export, unit: c/kWh, vat: none, formula: -0.1 * spot + 1.2, step: quarter}
            """;

    @TempDir
    Path folder;

    @Test
    void ten_bills_of_thirteen_months_at_once_fit_into_its_memory() throws Exception {
        TestServices.get().migrate();
        write(LongMeters.write(METER, THIRTEEN_MONTHS, Instant.now()));
        Path contracts = Files.writeString(folder.resolve("contracts.yaml"), CONTRACTS);
        try (PackagedHistory history = PackagedHistory.start(
                "bills-at-once",
                Map.of("SEM_BILL_CONTRACTS", contracts.toAbsolutePath().toString()))) {
            history.awaitLive();
            for (int round = 0; round < ROUNDS; round++) {
                List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
                for (String each : QUESTIONS) {
                    answers.add(history.get("/api/v1/meters/" + METER + "/" + each));
                }
                for (int i = 0; i < answers.size(); i++) {
                    HttpResponse<String> answer = answers.get(i).join();
                    assertThat(answer.statusCode())
                            .as("%s: %s", QUESTIONS.get(i), answer.body())
                            .isEqualTo(200);
                }
                JsonPath year = JsonPath.from(answers.get(3).join().body());
                assertThat(year.getList("lines.name")).contains("capacity", "maximum tariff", "excise", "energy");
            }
            assertThat(history.isAlive()).isTrue();
            assertThat(history.said()).doesNotContain("OutOfMemory", "out of memory");
        }
    }

    /** What goes to the grid as well, and a price for each quarter hour: as the home of whoever found it. */
    private static void write(Meter meter) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            Device electricity = meter.devices().get(0);
            statement.executeUpdate(
                    "UPDATE quarter_hour SET first_export_t1_wh = first_import_t1_wh, last_export_t1_wh = last_import_t1_wh,"
                            + " first_export_t2_wh = first_import_t2_wh, last_export_t2_wh = last_import_t2_wh WHERE device_id = "
                            + electricity.id());
            for (String register : List.of("export_t1_wh", "export_t2_wh")) {
                statement.executeUpdate("INSERT INTO device_register SELECT device_id, '" + register
                        + "', MIN(quarter) FROM quarter_hour WHERE device_id = " + electricity.id()
                        + " GROUP BY device_id");
            }
            statement.executeUpdate("INSERT INTO spot_price (area, quarter, eur_mwh, source, fetched_at)"
                    + " SELECT 'TEST-IT', quarter, 10 + quarter % 96, 'invented', 0 FROM quarter_hour"
                    + " WHERE device_id = " + electricity.id());
        }
    }
}
