package energy.sem.display.serve;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.base.ReadersOfHistory;
import energy.sem.display.serve.Wire.Reply;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** TRMNL's three requests as its firmware 1.8.14 sends them (lib/trmnl/src/api-client/request_headers.cpp), where read keys are set. */
@QuarkusTest
@TestProfile(TrmnlTest.On.class)
@WithTestResource(HistoryInTests.class)
class TrmnlTest {
    private static final String KITCHEN = "D8:3B:DA:70:12:34";
    private static final String ATTIC = "D8:3B:DA:70:56:78";
    private static final String STRANGER = "D8:3B:DA:70:9A:BC";

    public static class On implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sem.trmnl.enabled",
                    "true",
                    "sem.trmnl.devices",
                    KITCHEN + "=kitchen," + ATTIC + "=attic/week",
                    "sem.read-keys",
                    UUID.randomUUID().toString());
        }
    }

    @TestHTTPResource
    URI address;

    @Inject
    ReadersOfHistory readers;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(address.getPort());
        await().until(readers::isKnown);
    }

    private Reply setUp(String mac) {
        return wire.get(
                "/api/setup", "ID", mac, "Content-Type", "application/json", "FW-Version", "1.8.14", "Model", "og");
    }

    private String token(String mac) throws Exception {
        return json(setUp(mac)).get("api_key").asText();
    }

    private Reply display(String mac, String token, String firmware, String model, int width, int height) {
        return wire.get(
                "/api/display",
                "ID",
                mac,
                "Content-Type",
                "application/json",
                "Update-Source",
                "timer",
                "Access-Token",
                token,
                "Refresh-Rate",
                "900",
                "Battery-Voltage",
                "4.07",
                "FW-Version",
                firmware,
                "Model",
                model,
                "Image-Cached",
                "false",
                "Wake-Time",
                "8123",
                "RSSI",
                "-61",
                "Temperature-Profile",
                "true",
                "Width",
                String.valueOf(width),
                "Height",
                String.valueOf(height));
    }

    private static JsonNode json(Reply reply) throws Exception {
        assertThat(reply.must("Content-Type")).isEqualTo("application/json");
        return new ObjectMapper().readTree(reply.text());
    }

    private Reply picture(JsonNode said, String mac, String token) {
        String url = said.get("image_url").asText();
        assertThat(url).startsWith("http://localhost");
        return wire.get(
                url.substring(url.indexOf('/', "http://".length())),
                "ID",
                mac,
                "Access-Token",
                token,
                "Accept-Encoding",
                "identity");
    }

    @Test
    void set_up_gives_a_token_a_short_name_and_a_picture() throws Exception {
        JsonNode said = json(setUp(KITCHEN));

        assertThat(said.get("status").asInt()).isEqualTo(200);
        assertThat(said.get("api_key").asText()).matches("[0-9a-f]{32}").isEqualTo(token(KITCHEN));
        assertThat(said.get("friendly_id").asText()).isEqualTo("701234");
        assertThat(said.get("message").asText()).isEqualTo("SEM: kitchen");
        assertThat(picture(said, KITCHEN, token(KITCHEN)).status()).isEqualTo(200);
        assertThat(token(ATTIC)).isNotEqualTo(token(KITCHEN));
    }

    @ParameterizedTest(name = "firmware {0}, model {1}, {2}x{3}: {4} of {5} bits")
    @CsvSource({
        "1.8.14, og, 800, 480, image/png, 2",
        "1.6.0, og, 800, 480, image/png, 2",
        "1.5.12, og, 800, 480, image/bmp, 1",
        "what, og, 800, 480, image/bmp, 1",
        "1.8.14, x, 1872, 1404, image/png, 4",
        "1.8.14, xteink_x4, 480, 800, image/png, 2",
    })
    void a_device_is_told_of_a_picture_that_it_can_show(
            String firmware, String model, int width, int height, String type, int bits) throws Exception {
        JsonNode said = json(display(KITCHEN, token(KITCHEN), firmware, model, width, height));
        Reply picture = picture(said, KITCHEN, token(KITCHEN));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture.body()));

        assertThat(said.get("status").asInt()).isZero();
        assertThat(said.get("refresh_rate").asInt()).isGreaterThanOrEqualTo(180);
        assertThat(said.get("update_firmware").asBoolean()).isFalse();
        assertThat(said.get("reset_firmware").asBoolean()).isFalse();
        assertThat(said.get("image_url_timeout").asInt()).isBetween(1, 65);
        assertThat(picture.must("Content-Type")).isEqualTo(type);
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(image.getColorModel().getPixelSize()).isEqualTo(bits);
    }

    @Test
    void name_of_the_picture_is_that_of_its_bytes() throws Exception {
        JsonNode once = json(display(KITCHEN, token(KITCHEN), "1.8.14", "og", 800, 480));
        String name = once.get("filename").asText();
        JsonNode other = json(display(ATTIC, token(ATTIC), "1.8.14", "og", 800, 480));

        assertThat(name).hasSizeLessThanOrEqualTo(31).matches("energy-[0-9a-f]{6}-\\d{10}");
        assertThat(picture(once, KITCHEN, token(KITCHEN)).must("ETag")).startsWith("\"" + name.substring(7, 13));
        assertThat(other.get("image_url").asText()).contains("/display/week/0.png");
        assertThat(other.get("filename").asText()).isNotEqualTo(name);
    }

    @Test
    void a_stranger_is_given_nothing_and_told_what_to_do() {
        assertThat(setUp(STRANGER).status()).isEqualTo(404);
        assertThat(setUp(STRANGER).text()).contains(STRANGER + "=NAME", "sem.trmnl.devices");
        assertThat(wire.get("/api/setup", "ID", "none").status()).isEqualTo(400);
        assertThat(wire.get("/api/setup").text()).contains("MAC address");
        assertThat(wire.get("/api/setup?mac=x", "ID", KITCHEN).status()).isEqualTo(400);
    }

    @Test
    void without_its_token_a_device_sees_nothing() throws Exception {
        assertThat(display(KITCHEN, token(ATTIC), "1.8.14", "og", 800, 480).status())
                .isEqualTo(403);
        assertThat(wire.get("/api/display", "ID", KITCHEN).status()).isEqualTo(401);
        assertThat(wire.get("/display/day/0.png").status()).isEqualTo(401);
        assertThat(wire.get("/display/day/0.png", "ID", KITCHEN, "Access-Token", token(ATTIC))
                        .status())
                .isEqualTo(403);
        assertThat(wire.get("/display/day/0.png", "ID", KITCHEN, "Access-Token", token(KITCHEN))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0, 480", "99999, 480", "300, 300"})
    void a_size_that_is_not_drawn_is_400_with_what_there_is(int width, int height) throws Exception {
        Reply reply = display(KITCHEN, token(KITCHEN), "1.8.14", "og", width, height);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(width + "x" + height, "360 to 2000");
    }

    @Test
    void devices_are_listed_with_name_battery_signal_and_the_last_line_of_their_log() throws Exception {
        String token = token(ATTIC);
        display(ATTIC, token, "1.8.14", "og", 800, 480);
        String log = "{\"logs\":[{\"id\":1,\"message\":\"first\"},{\"id\":2,\"message\":\"Wi-Fi <b>lost</b>\\n\"}]}";
        Reply logged = post(ATTIC, token, log);
        String devices =
                wire.get("/display/status", "ID", ATTIC, "Access-Token", token).text();

        assertThat(logged.status()).isEqualTo(204);
        assertThat(devices)
                .contains("{\"id\":\"" + ATTIC
                        + "\",\"name\":\"attic\",\"firmware\":\"1.8.14\",\"batteryMillivolt\":4070,"
                        + "\"rssiDbm\":-61,\"shows\":\"week,0\",\"lastLog\":\"Wi-Fi ?b?lost?/b??\"");
    }

    @Test
    void a_log_that_is_none_is_passed_over_and_one_that_is_too_long_refused() throws Exception {
        assertThat(post(KITCHEN, token(KITCHEN), "no JSON").status()).isEqualTo(204);
        assertThat(post(KITCHEN, token(KITCHEN), "").status()).isEqualTo(204);
        assertThat(post(KITCHEN, token(KITCHEN), "x".repeat(40_000)).status()).isEqualTo(413);
        assertThat(post(KITCHEN, "guess", "{}").status()).isEqualTo(403);
    }

    private Reply post(String mac, String token, String body) {
        return wire.send("POST /api/log HTTP/1.1\nHost: localhost\nID: " + mac
                + "\nAccept: application/json, */*\nAccess-Token: " + token
                + "\nContent-Type: application/json\nContent-Length: " + body.length() + "\n\n" + body);
    }
}
