package energy.sem.history.api;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.local.test.TestServices;

import static org.assertj.core.api.Assertions.assertThat;

/** How long ten years of a home with gas and water take to leave. Prints the figures of docs/moving-out.md. */
@QuarkusTest
@EnabledIfSystemProperty(named = "sem.test.long", matches = "true")
class TenYearsExportTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int QUARTERS = 350_640;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void fill() throws SQLException {
        long first = Instant.now().getEpochSecond() / 900 - QUARTERS;
        String quarters = " FROM (SELECT seq, %d + seq AS q FROM seq_1_to_%d) s JOIN device d JOIN meter m"
                + " ON m.id = d.meter_id WHERE m.name = 'decade' AND d.kind ";
        String from = quarters.formatted(first, QUARTERS);
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            long milli = first * 900_000;
            statement.execute(
                    "INSERT INTO meter (name, simulated, first_at) VALUES ('decade', 0, %d)".formatted(milli));
            for (String device : new String[] {"'electricity', '1SEMX'", "'gas', '7SEMX'", "'water', '8SEMX'"}) {
                statement.execute("INSERT INTO device (meter_id, kind, serial, first_at) SELECT id, " + device + ", "
                        + milli + " FROM meter WHERE name = 'decade'");
            }
            statement.execute("INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_import_t1_wh,"
                    + " last_import_t1_wh, first_import_t2_wh, last_import_t2_wh, first_export_t1_wh, last_export_t1_wh,"
                    + " first_export_t2_wh, last_export_t2_wh, max_import_w, max_export_w, min_voltage_l1_dv,"
                    + " max_voltage_l1_dv) SELECT d.id, q, q * 900000, q * 900000 + 899000, seq * 60, seq * 60 + 59,"
                    + " seq * 50, seq * 50 + 49, seq * 30, seq * 30 + 29, seq * 20, seq * 20 + 19,"
                    + " FLOOR(RAND(seq) * 6000), FLOOR(RAND(seq + 1) * 4000), 2250 + FLOOR(RAND(seq) * 50),"
                    + " 2320 + FLOOR(RAND(seq + 2) * 90)" + from + "= 'electricity'");
            statement.execute("INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_volume_l,"
                    + " last_volume_l) SELECT d.id, q, q * 900000, q * 900000 + 600000, seq * 20, seq * 20 + 20" + from
                    + "<> 'electricity'");
            for (String register : new String[] {"import_t1_wh", "import_t2_wh", "export_t1_wh", "export_t2_wh"}) {
                register(statement, first, register, "= 'electricity'");
            }
            register(statement, first, "volume_l", "<> 'electricity'");
        }
    }

    private static void register(Statement statement, long first, String name, String kind) throws SQLException {
        statement.execute("INSERT INTO device_register (device_id, register, first_quarter) SELECT d.id, '" + name
                + "', " + (first + 1) + " FROM device d JOIN meter m ON m.id = d.meter_id WHERE m.name = 'decade'"
                + " AND d.kind " + kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sem", "home-assistant", "dsmr-reader", "months"})
    void ten_years_leave_in_less_than_half_a_minute(String as) throws Exception {
        Instant begin = Instant.now();
        long bytes = 0;
        try (InputStream body = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(root.resolve("/api/v1/meters/decade/export?as=" + as))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            byte[] some = new byte[65_536];
            for (int read = body.read(some); read >= 0; read = body.read(some)) {
                bytes += read;
            }
        }
        Duration took = Duration.between(begin, Instant.now());
        System.out.printf("ten years as %s: %.1f MB in %.1f s%n", as, bytes / 1e6, took.toMillis() / 1e3);
        assertThat(bytes).isGreaterThan(10_000);
        assertThat(took).isLessThan(LONGEST);
    }
}
