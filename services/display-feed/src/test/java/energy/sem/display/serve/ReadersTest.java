package energy.sem.display.serve;

import java.net.URI;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.display.history.StandInHistory;
import energy.sem.display.serve.Wire.Reply;

import static energy.sem.tests.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What a household with a key of its own sees of pictures: its home, and of the barn, which is there too, nothing. */
@QuarkusTest
@TestProfile(ReadersTest.TwoHomes.class)
@WithTestResource(HistoryInTests.class)
class ReadersTest {
    private static final String ELS = "of els";
    private static final String JAN = "of jan";
    private static final String ALL = "of all";
    private static final String MAC = "D8:3B:DA:70:12:34";

    /** Of which history knows home and barn, in this order by name: barn, home. */
    public static class TwoHomes implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put("sem.read-keys", ALL);
            settings.put("sem.readers.els.key", ELS);
            settings.put("sem.readers.els.meters", "home");
            settings.put("sem.readers.jan.key", JAN);
            settings.put("sem.readers.jan.meters", "barn");
            settings.put("sem.readers.eva.key", "of eva");
            settings.put("sem.readers.eva.meters", "cellar");
            settings.put("sem.trmnl.enabled", "true");
            settings.put("sem.trmnl.devices", MAC + "=kitchen");
            return settings;
        }
    }

    @TestHTTPResource
    URI address;

    /** By {@link HistoryInTests}. */
    StandInHistory history;

    private Wire wire;

    @BeforeEach
    void historyWasHeard() {
        wire = new Wire(address.getPort());
        await().untilAsserted(() -> assertThat(status(ALL).path("meters")).hasSize(2));
    }

    private JsonNode status(String key) throws Exception {
        return new ObjectMapper().readTree(get("/display/status", key).text());
    }

    private Reply get(String target, String key, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-API-Key", key));
        return wire.get(target, all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"of els, home", "of jan, barn", "of all, barn"})
    void where_the_address_names_no_meter_it_is_one_that_may_be_read(String key, String meter) throws Exception {
        assertThat(get("/display/day/0.json", key).text()).contains("\"meter\":\"" + meter + "\"");
        assertThat(get("/display?view=week,-1&format=json", key).text()).contains("\"meter\":\"" + meter + "\"");
        assertThat(status(key).path("defaultMeter").asText()).isEqualTo(meter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/display/barn/day/0.png",
                "/display/barn/week/-3.json",
                "/display/barn/month/-1000.raw",
                "/display/barn/year/0.bmp?strict=1",
                "/display/barn/day/0.png?utility=gas",
                "/display/day/0.png?meter=barn",
                "/display?meter=barn&view=week,-1&format=json",
                "/display/%62arn/day/0.png",
                "/display/barn/day/0.xyz",
                "/display/barn/day/0.png?what=1"
            })
    void another_home_is_shown_as_one_that_is_not_there(String target) {
        // Whatever was asked before: the other home's picture lies finished.
        get(target, ALL);
        get(target, JAN);

        for (int time = 0; time < 2; time++) {
            Reply other = get(target, ELS);
            Reply absent = get(target.replace("barn", "none").replace("%62arn", "%6Eone"), ELS);
            Reply told = get(target.replace("barn", "none").replace("%62arn", "%6Eone"), ALL);
            assertThat(shape(other, "barn")).isEqualTo(shape(absent, "none")).isEqualTo(shape(told, "none"));
            assertThat(other.header("X-Data-Age")).isEmpty();
        }
    }

    /** All of an answer but the picture itself, in which a name stands, and its time. */
    private static List<Object> shape(Reply reply, String name) {
        List<Object> shape = new ArrayList<>(List.of(reply.status()));
        for (String header :
                List.of("Content-Type", "X-Feed-Status", "X-View", "X-View-Clamped", "X-Data-Age", "X-Problem")) {
            shape.add(reply.header(header).map(value -> value.replace(name, "?")));
        }
        if (reply.must("Content-Type").contains("json")) {
            shape.add(reply.text().replace(name, "?"));
        }
        return shape;
    }

    @Test
    void a_reader_of_the_registry_sees_what_history_says_as_long_as_it_does() throws Exception {
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest("of ada".getBytes(UTF_8)));
        history.letsRead("{\"readers\":[{\"name\":\"ada\",\"all\":false,\"meters\":[\"home\"],\"groups\":[],\"keys\":[{\"sha256\":\""
                + hash + "\"}]}]}");

        await().untilAsserted(() -> assertThat(status("of ada").path("meters").findValuesAsText("name"))
                .containsExactly("home"));
        assertThat(shape(get("/display/barn/day/0.png", "of ada"), "barn"))
                .isEqualTo(shape(get("/display/none/day/0.png", "of ada"), "none"));
        assertThat(get("/display/day/0.json", "of ada").text()).contains("\"meter\":\"home\"");

        history.letsRead("{\"readers\":[]}");
        await().until(() -> get("/display/day/0.png", "of ada").status() != 200);
        assertThat(get("/display/day/0.png", ELS).status()).isEqualTo(200);
    }

    @Test
    void status_has_the_readers_meters_views_and_devices() throws Exception {
        get("/display/day/0.png", ELS, "X-Device-Id", "panel", "X-Firmware", "1.els");
        get("/display/day/0.png", JAN, "X-Device-Id", "panel", "X-Firmware", "2.jan");
        get("/display/barn/month/-1.png", ALL, "X-Device-Id", "hall", "X-Firmware", "3.all");

        JsonNode els = status(ELS);

        assertThat(els.path("meters").findValuesAsText("name")).containsExactly("home");
        assertThat(els.path("devices").findValuesAsText("firmware"))
                .contains("1.els")
                .doesNotContain("2.jan", "3.all");
        assertThat(els.toString()).doesNotContain("barn", "jan", "hall");
        assertThat(status(ALL).path("devices").findValuesAsText("firmware")).contains("1.els", "2.jan", "3.all");
        // Views are made while this asks.
        await().untilAsserted(() -> assertThat(status(ELS).path("views").asInt()
                        + status(JAN).path("views").asInt())
                .isPositive()
                .isEqualTo(status(ALL).path("views").asInt()));
    }

    @Test
    void a_reader_of_a_meter_that_history_does_not_know_yet_sees_nothing_of_the_others() throws Exception {
        JsonNode status = status("of eva");

        assertThat(status.path("meters")).isEmpty();
        assertThat(status.path("views").asInt()).isZero();
        assertThat(status.path("bytes").asInt()).isZero();
        assertThat(status.has("defaultMeter")).isFalse();
        assertThat(get("/display/day/0.png", "of eva").must("X-Feed-Status")).isEqualTo("no-data");
        assertThat(get("/display/cellar/day/0.json", "of eva").text()).contains("cellar");
    }

    @Test
    void a_trmnl_that_sends_a_readers_key_shows_that_home_and_one_with_its_token_the_default_meter_only()
            throws Exception {
        Reply with = wire.get("/api/display", "ID", MAC, "Access-Token", ELS, "Model", "og", "FW-Version", "1.8.14");
        assertThat(with.status()).isEqualTo(200);
        assertThat(wire.get("/display/day/0.json", "ID", MAC, "Access-Token", ELS)
                        .text())
                .contains("\"meter\":\"home\"");
        String token = new ObjectMapper()
                .readTree(wire.get("/api/setup", "ID", MAC, "Model", "og", "FW-Version", "1.8.14")
                        .text())
                .path("api_key")
                .asText();
        assertThat(wire.get("/display/day/0.json", "ID", MAC, "Access-Token", token)
                        .text())
                .contains("\"meter\":\"barn\"");
        assertThat(wire.get("/display/home/day/0.json", "ID", MAC, "Access-Token", token)
                        .header("X-Data-Age"))
                .isEmpty();
        assertThat(wire.get("/display/status", "ID", MAC, "Access-Token", token).text())
                .contains("barn")
                .doesNotContain("\"home\"");
    }

    @Test
    void metrics_are_of_all_and_the_test_card_of_nobody() {
        assertThat(get("/q/metrics", ELS).status()).isEqualTo(403);
        assertThat(get("/q/metrics", ALL).status()).isEqualTo(200);
        assertThat(get("/display/testcard.png", ELS).status()).isEqualTo(200);
        assertThat(get("/display/panels", ELS).status()).isEqualTo(200);
    }
}
