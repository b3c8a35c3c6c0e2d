package energy.sem.history.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.head;
import static org.assertj.core.api.Assertions.assertThat;

/** The meter {@code leaving} has two days, of which the second begins the October night of 25 hours. */
@QuarkusTest
class ExportResourceTest {
    private static final long BEGIN = Instant.parse("2026-10-24T00:00:00Z").toEpochMilli();
    private static final long END = Instant.parse("2026-10-26T00:00:00Z").toEpochMilli();

    @BeforeAll
    static void meter() throws SQLException {
        SampleMeters.write("leaving", false, BEGIN, END);
    }

    @Test
    void the_zip_holds_each_file_of_its_manifest_with_its_sum_and_its_rows() throws Exception {
        Map<String, byte[]> files = zip("leaving");

        JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json"));
        assertThat(manifest.get("format").asText()).isEqualTo("sem-export");
        assertThat(manifest.get("version").asInt()).isEqualTo(1);
        assertThat(manifest.get("zone").asText()).isEqualTo("Europe/Brussels");
        assertThat(files.keySet()).last().isEqualTo("manifest.json");
        assertThat(manifest.get("files")).hasSize(files.size() - 1);
        for (JsonNode file : manifest.get("files")) {
            byte[] content = files.get(file.get("name").asText());
            assertThat(file.get("sha256").asText())
                    .as(file.get("name").asText())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            if (file.get("name").asText().endsWith(".csv")) {
                assertThat(file.get("rows").asLong()).isEqualTo(lines(content).size() - 1);
            }
        }
    }

    @Test
    void a_quarter_hour_has_its_instant_its_wall_time_and_every_register_at_its_first_and_last_reading()
            throws Exception {
        List<String> lines = lines(zip("leaving").get("quarter_hours.csv"));

        assertThat(lines.get(0))
                .startsWith("device,from,wall_time,first_at,last_at,first_importT1Wh,")
                .contains(",last_importT1Wh,")
                .endsWith(",max_import_w,max_export_w,min_voltage_l1_dv,max_voltage_l1_dv,min_voltage_l2_dv,"
                        + "max_voltage_l2_dv,min_voltage_l3_dv,max_voltage_l3_dv");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("1,2026-10-25T00:15:00Z,2026-10-25T02:15:00+02:00,2026-10-25T00:15:00Z,"));
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("1,2026-10-25T01:15:00Z,2026-10-25T02:15:00+01:00,2026-10-25T01:15:00Z,"));
    }

    @Test
    void devices_are_numbered_by_their_serials() throws Exception {
        assertThat(lines(zip("leaving").get("devices.csv")))
                .startsWith("device,kind,serial", "1,electricity,1SEMleaving");
    }

    @Test
    void the_hours_for_home_assistant_add_up_to_what_the_registers_counted() {
        List<String[]> rows = csv("home-assistant");

        assertThat(rows.get(0)).containsExactly("statistic_id", "unit", "start", "state", "sum");
        List<String[]> imported = rows.stream()
                .filter(row -> row[0].equals("sem:leaving_import_t1"))
                .toList();
        assertThat(imported.get(0)[2]).isEqualTo("24.10.2026 00:00");
        assertThat(imported.stream().map(row -> row[2]).distinct().count()).isEqualTo(imported.size());
        String[] last = imported.get(imported.size() - 1);
        BigDecimal begin = new BigDecimal(imported.get(0)[3]).subtract(new BigDecimal(imported.get(0)[4]));
        assertThat(new BigDecimal(last[3]).subtract(begin)).isEqualByComparingTo(last[4]);
    }

    @Test
    void the_hours_for_dsmr_reader_add_up_to_the_answers_of_the_same_days() {
        List<String[]> rows = csv("dsmr-reader");

        assertThat(rows.get(0)[0]).isEqualTo("Hour Start");
        BigDecimal sum = rows.stream()
                .filter(row -> row[0].startsWith("2026-10-25"))
                .map(row -> new BigDecimal(row[1]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rows.stream().filter(row -> row[0].startsWith("2026-10-25T02:00:00")))
                .hasSize(2);
        assertThat(sum)
                .isEqualByComparingTo(get("/api/v1/meters/leaving/history?from=2026-10-25&to=2026-10-26&step=P1D")
                        .jsonPath()
                        .getString("total.importT1Kwh"));
    }

    @Test
    void a_month_shows_each_register_at_its_begin_and_its_end() {
        List<String[]> rows = csv("months");

        String[] row = rows.stream()
                .filter(each -> each[0].equals("2026-10") && each[4].equals("importT1Kwh"))
                .findFirst()
                .orElseThrow();
        assertThat(new BigDecimal(row[6]).subtract(new BigDecimal(row[5]))).isEqualByComparingTo(row[7]);
        assertThat(row[8]).isEqualTo("kWh");
        assertThat(rows).anyMatch(each -> each[0].equals("2026-10") && each[4].equals("peak"));
    }

    @ParameterizedTest
    @CsvSource({"nobody, sem, 404, no meter", "leaving, xml, 400, home-assistant"})
    void what_is_not_there_is_said(String meter, String as, int status, String words) {
        Response response = get("/api/v1/meters/" + meter + "/export?as=" + as);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.jsonPath().getString("detail")).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sem", "home-assistant", "dsmr-reader", "months"})
    void a_file_has_a_name_that_says_whose_it_is(String as) {
        assertThat(get("/api/v1/meters/leaving/export?as=" + as).header("Content-Disposition"))
                .matches("attachment; filename=\"sem-leaving[.-](zip|" + as + "\\.csv)\"");
    }

    @Test
    void who_asks_for_the_head_only_holds_no_connection() {
        for (int i = 0; i < 20; i++) {
            assertThat(head("/api/v1/meters/leaving/export").statusCode()).isEqualTo(200);
        }
        assertThat(get("/api/v1/meters/leaving/history/day").statusCode()).isEqualTo(200);
    }

    private static List<String[]> csv(String as) {
        return get("/api/v1/meters/leaving/export?as=" + as)
                .asString()
                .lines()
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static Map<String, byte[]> zip(String meter) throws IOException {
        Response response = get("/api/v1/meters/" + meter + "/export");
        assertThat(response.contentType()).isEqualTo("application/zip");
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(response.asByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
}
