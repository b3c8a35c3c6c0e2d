package energy.sem.display.serve;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

import javax.imageio.ImageIO;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.base.HttpDate;
import energy.sem.display.serve.Wire.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract of display-feed, byte by byte on the wire, with the requests that devices really send. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class DisplayHttpTest {
    @TestHTTPResource
    java.net.URI address;

    private Wire wire;

    @BeforeEach
    void connect() {
        wire = new Wire(address.getPort());
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/display/day/0.png, image/png, 0",
        "/display/week/0.png?bits=1, image/png, 0",
        "/display/month/-1.raw, application/octet-stream, 33600",
        "/display/year/0.raw?rot=90, application/octet-stream, 33600",
        "/display/day/-2.raw?rot=0, application/octet-stream, 33600",
        "/display/day/0.bin, application/octet-stream, 16800",
        "/display/week/-3.bmp, image/bmp, 16862",
        "/display/week/-3.bmp?bits=8, image/bmp, 135478",
        "/display/year/-1.json, application/json, 0",
        "/display/testcard.png, image/png, 0",
        "/display/testcard.raw, application/octet-stream, 33600",
        "/display/testcard.bin?rot=90, application/octet-stream, 16800",
        "/display/testcard.bmp, image/bmp, 16862"
    })
    void each_address_is_answered_with_its_exact_type_and_length(String target, String type, int length) {
        Reply reply = wire.get(target);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.must("Content-Type")).isEqualTo(type);
        assertThat(Integer.parseInt(reply.must("Content-Length"))).isEqualTo(reply.body().length);
        if (length > 0) {
            assertThat(reply.body()).hasSize(length);
        }
        assertThat(reply.header("Transfer-Encoding")).isEmpty();
        assertThat(reply.header("Content-Encoding")).isEmpty();
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.must("Cache-Control")).isEqualTo("no-cache, no-transform");
        assertThat(reply.must("ETag")).matches("\"[0-9a-f]{16}\"");
        assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(reply.must("Last-Modified")))
                .isNotNull();
        assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(reply.must("Date")))
                .isNotNull();
        assertThat(Long.parseLong(reply.must("X-Next-Update"))).isGreaterThanOrEqualTo(180);
        assertThat(reply.surplus()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week", "month", "year"})
    void a_png_is_a_picture_of_the_panels_size_and_says_what_it_shows(String period) throws IOException {
        Reply reply = wire.get("/display/" + period + "/0.png");

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(reply.body()));
        assertThat(image.getWidth()).isEqualTo(480);
        assertThat(image.getHeight()).isEqualTo(280);
        assertThat(reply.must("X-View")).isEqualTo(period + ",0");
        assertThat(reply.header("X-View-Clamped")).isEmpty();
        assertThat(reply.must("X-Feed-Status")).isEqualTo("ok");
        assertThat(Long.parseLong(reply.must("X-Data-Age"))).isBetween(0L, 60L);
    }

    @Test
    void esphome_gets_the_picture_once_and_then_304() {
        String[] head = {
            "User-Agent",
            "ESPHome/2025.12.0 (https://esphome.io)",
            "Accept",
            "image/bmp,*/*;q=0.8",
            "Connection",
            "close"
        };
        Reply first = wire.get("/display/day/0.bmp", head);
        String[] again = Arrays.copyOf(head, head.length + 4);
        again[head.length] = "if-none-match";
        again[head.length + 1] = first.must("ETag");
        again[head.length + 2] = "if-modified-since";
        again[head.length + 3] = first.must("Last-Modified");

        Reply second = wire.get("/display/day/0.bmp", again);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.must("ETag")).isEqualTo(first.must("ETag"));
        assertThat(second.header("X-Next-Update")).isPresent();
        assertThat(second.header("Content-Type")).isEmpty();
        assertThat(second.body()).isEmpty();
        assertThat(second.surplus()).isZero();
    }

    @Test
    void a_bare_esp_idf_client_gets_33600_bytes_and_304_with_the_tag_from_its_rtc_memory() {
        String head =
                """
                GET %s HTTP/1.1
                User-Agent: ESP32 HTTP Client/1.0
                Host: 192.168.1.10:8083
                %s
                """;
        Reply first = wire.send(head.formatted("/display/week/-2.raw", "Content-Length: 0"));
        Reply second = wire.send(head.formatted("/display/week/-2.raw", "If-None-Match: " + first.must("ETag")));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body()).hasSize(33_600);
        assertThat(first.must("X-View")).isEqualTo("week,-2");
        assertThat(second.status()).isEqualTo(304);
    }

    @Test
    void arduinos_http_client_and_http_1_0_are_answered_the_same() {
        Reply arduino = wire.get(
                "/display/day/0.bin",
                "User-Agent",
                "ESP32HTTPClient",
                "Connection",
                "keep-alive",
                "Accept-Encoding",
                "identity;q=1,chunked;q=0.1,*;q=0");
        Reply old = wire.send("GET /display/day/0.bin HTTP/1.0");
        Reply packed = wire.get("/display/day/0.bin", "Accept-Encoding", "gzip, deflate, br");

        assertThat(arduino.body()).hasSize(16_800).isEqualTo(old.body()).isEqualTo(packed.body());
        assertThat(old.header("Transfer-Encoding")).isEmpty();
        assertThat(packed.header("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest(name = "If-None-Match: {0}")
    @ValueSource(strings = {"TAG", "W/TAG", "*", "\"other\", TAG", "\"a\",W/TAG,\"b\"", "BARE", "W/BARE", " TAG "})
    void any_spelling_of_the_tag_gives_304(String spelling) {
        String tag = wire.get("/display/week/-1.png").must("ETag");
        String sent = spelling.replace("TAG", tag).replace("BARE", tag.substring(1, tag.length() - 1));

        assertThat(wire.get("/display/week/-1.png", "If-None-Match", sent).status())
                .isEqualTo(304);
    }

    @ParameterizedTest(name = "If-None-Match: {0}")
    @ValueSource(strings = {"\"other\"", "W/\"other\"", "\"", ",", "W/", "\"\"", "x, y"})
    void another_tag_gives_the_picture(String sent) {
        assertThat(wire.get("/display/week/-1.png", "If-None-Match", sent).status())
                .isEqualTo(200);
    }

    @Test
    void if_modified_since_counts_in_whole_seconds_and_only_without_a_tag() {
        Reply first = wire.get("/display/month/-1.png");
        String changed = first.must("Last-Modified");
        String before = HttpDate.of(ZonedDateTime.parse(changed, DateTimeFormatter.RFC_1123_DATE_TIME)
                .minusSeconds(1)
                .toInstant());

        assertThat(wire.get("/display/month/-1.png", "If-Modified-Since", changed)
                        .status())
                .isEqualTo(304);
        assertThat(wire.get("/display/month/-1.png", "If-Modified-Since", before)
                        .status())
                .isEqualTo(200);
        assertThat(wire.get("/display/month/-1.png", "If-Modified-Since", "Thu, 01 Jan 1970 00:00:00 GMT")
                        .status())
                .isEqualTo(200);
        assertThat(wire.get("/display/month/-1.png", "If-Modified-Since", "yesterday")
                        .status())
                .isEqualTo(200);
        assertThat(wire.get("/display/month/-1.png", "If-Modified-Since", changed, "If-None-Match", "\"other\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void head_has_the_headers_of_get_and_no_body() {
        Reply get = wire.get("/display/year/-1.raw");
        Reply head = wire.head("/display/year/-1.raw");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.must("Content-Length")).isEqualTo("33600");
        assertThat(head.must("ETag")).isEqualTo(get.must("ETag"));
        assertThat(head.must("Content-Type")).isEqualTo(get.must("Content-Type"));
        assertThat(head.surplus()).isZero();
        assertThat(wire.head("/display/year/-1.raw", "If-None-Match", get.must("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/display | /display/day/0.png",
                "/display/ | /display/day/0.png",
                "/display?view=week,-2&format=raw | /display/week/-2.raw",
                "/display?view=Week,-2&format=RAW | /display/week/-2.raw",
                "/display?view=week,%20-2&format=raw | /display/week/-2.raw",
                "/display?view=WEEK%2C-2 | /display/week/-2.png",
                "/display?view=month | /display/month/0.png",
                "/display?view=month&offset=-1 | /display/month/-1.png",
                "/display?format=bin&rot=90 | /display/day/0.bin?rot=90",
                "/display?view=week,-1&meter=home | /display/home/week/-1.png",
                "/display/week/-1 | /display/week/-1.png",
                "/display/week/-1?format=bmp | /display/week/-1.bmp",
                "/display/Week/-1.PNG | /display/week/-1.png",
                "/display/barn/week/-1.png | /display/week/-1.png",
                "/display/day/0.png?lang=NL | /display/day/0.png",
                "/display/day/0.png?bits=2&utility=electricity | /display/day/0.png"
            })
    void these_addresses_are_the_same_picture(String one, String other) {
        Reply first = wire.get(one);
        Reply second = wire.get(other);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.must("ETag")).isEqualTo(second.must("ETag"));
        assertThat(first.body()).isEqualTo(second.body());
    }

    @ParameterizedTest(name = "{0} shows {1}")
    @CsvSource({
        "/display/week/3.png, 'week,0'",
        "/display/week/+1.png, 'week,0'",
        "/display/day/999999999999999999999.png, 'day,0'",
    })
    void a_knob_turned_beyond_now_stays_at_now(String target, String view) {
        Reply reply = wire.get(target);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.must("X-View")).isEqualTo(view);
        assertThat(reply.must("X-View-Clamped")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-500", "-99999999999999999999999999"})
    void a_knob_turned_beyond_the_first_reading_stays_at_the_oldest_view(String offset) {
        Reply reply = wire.get("/display/year/" + offset + ".png");
        int yearsOfData =
                java.time.Year.now(energy.sem.display.history.InventedHome.ZONE).getValue() - 2024;

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.must("X-View")).isEqualTo("year,-" + yearsOfData);
        assertThat(reply.must("X-View-Clamped")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/display/decade/0.png",
                "/display/week/abc.png",
                "/display/week/.png",
                "/display/week/-.png",
                "/display/week/--1.png",
                "/display/week/1.5.png",
                "/display/day/0.png?lang=es",
                "/display/day/0.png?utility=heat",
                "/display/day/0.png?bits=4",
                "/display/day/0.png?rot=90",
                "/display/day/0.png?strict=maybe",
                "/display/day/0.png?width=800&height=480",
                "/display/day/0.png?offset=-1",
                "/display/testcard.png?lang=nl",
                "/display?view=day&utilty=gas",
                "/display/HOME/day/0.png",
                "/display?view=fortnight",
                "/display?view=week,x",
                "/display?view=week,-1,-2",
                "/display/week/%FF.png",
                "/display/week/0.png?lang=%zz",
                "/display/day/0.png?key=%",
                "/display/day/0.png?%",
                "/display?view=week,%",
                "/display?view=%2",
                "/display?format=png&view=week,-1&lang=%g1"
            })
    void what_cannot_be_understood_is_400_with_a_picture_that_says_so(String target) throws IOException {
        Reply reply = wire.get(target);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.must("Content-Type")).isEqualTo("image/png");
        assertThat(ImageIO.read(new ByteArrayInputStream(reply.body())).getWidth())
                .isEqualTo(480);
        assertThat(reply.must("X-Feed-Status")).isEqualTo("error");
        assertThat(Long.parseLong(reply.must("X-Next-Update"))).isGreaterThanOrEqualTo(180);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/display/day/0.png?width=800&height=480 | height | panel, w, h, greys, dpi, bits, rot, strict, key, lang, utility, meter",
                "/display/home/day/0.png?meter=barn | meter | panel, w, h, greys, dpi, bits, rot, strict, key, lang, utility",
                "/display/testcard.raw?lang=nl | lang | panel, w, h, greys, dpi, bits, rot, strict, key",
                "/display?utilty=gas | utilty | view, offset, format, meter",
                "/display/day/0?file=png | file | format",
            })
    void a_parameter_that_there_is_not_is_named_with_those_there_are(String target, String named, String known) {
        Reply picture = wire.get(target);
        Reply strict = wire.get(target + "&strict=1");

        assertThat(picture.status()).isEqualTo(400);
        assertThat(picture.must("X-Problem")).contains('"' + named + '"', known);
        assertThat(strict.status()).isEqualTo(400);
        assertThat(strict.must("Content-Type")).isEqualTo("application/problem+json");
        assertThat(strict.text()).contains(named, known);
    }

    @Test
    void what_a_device_tells_of_itself_is_in_the_status_and_what_is_odd_is_not() {
        wire.get(
                "/display/week/0.raw",
                "X-Device-Id",
                "a0b1c2d3e4f5",
                "X-Firmware",
                "1.0.0",
                "X-Battery-mV",
                "3900",
                "X-RSSI",
                "-61");
        wire.get("/display/day/0.raw", "X-Device-Id", "<script>", "X-Firmware", "1.0.0");
        wire.get(
                "/display/day/0.raw", "X-Device-Id", "odd", "X-Firmware", "<b>", "X-Battery-mV", "many", "X-RSSI", "9");
        String status = wire.get("/display/status").text();

        assertThat(status)
                .contains("{\"id\":\"a0b1c2d3e4f5\",\"firmware\":\"1.0.0\",\"batteryMillivolt\":3900,\"rssiDbm\":-61,"
                        + "\"shows\":\"week,0\"")
                .contains("{\"id\":\"odd\",\"shows\":\"day,0\"")
                .doesNotContain("script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/setup", "/api/display"})
    void trmnl_devices_are_not_answered_unless_switched_on(String target) {
        assertThat(wire.get(target, "ID", "D8:3B:DA:70:12:34").status()).isEqualTo(404);
    }

    @Test
    void a_wrong_address_of_a_bare_panel_is_400_with_the_bytes_it_expects() {
        assertThat(wire.get("/display/weak/0.raw").body()).hasSize(33_600);
        assertThat(wire.get("/display/weak/0.bin").body()).hasSize(16_800);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "/display/week/0.gif, 404",
        "/display/week/0.jpg, 404",
        "/display/nothing, 404",
        "/display/a/b/c/d.png, 404",
        "/display/testcard.json, 404",
        "/display/testcard, 404",
        "/display?format=gif, 400",
        "/display/decade/0.png?strict=1&lang=%zz, 400",
        "/display/status?lang=nl, 400",
        "/display/week/0.%zz, 400",
        "/display/%zz, 400",
        "/display/week/%zz.png, 400",
        "/q/health/live?pretty=%zz, 400",
        "/display/decade/0.png?strict=1, 400"
    })
    void other_errors_are_problems_that_say_what_there_is(String target, int status) {
        Reply reply = wire.get(target);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.must("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.text()).contains("\"status\":" + status, "\"detail\":\"");
        assertThat(reply.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void an_unknown_meter_is_a_picture_and_with_strict_a_503() {
        Reply picture = wire.get("/display/cellar/day/0.png");
        Reply strict = wire.get("/display/cellar/day/0.png?strict=1");

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.must("X-Feed-Status")).isEqualTo("error");
        assertThat(strict.status()).isEqualTo(503);
        assertThat(strict.must("Content-Type")).isEqualTo("application/problem+json");
        assertThat(strict.header("Retry-After")).isPresent();
        assertThat(strict.text()).contains("cellar");
        assertThat(wire.get("/display/day/0.png?strict=1").status()).isEqualTo(200);
    }

    @Test
    void a_utility_that_the_home_has_not_is_a_picture_without_data() {
        assertThat(wire.get("/display/day/0.png?utility=water").must("X-Feed-Status"))
                .isEqualTo("no-data");
        assertThat(wire.get("/display/day/0.png?utility=gas").must("X-Feed-Status"))
                .isEqualTo("ok");
        Reply strict = wire.get("/display/day/0.png?utility=water&strict=1");
        assertThat(strict.status()).isEqualTo(503);
        assertThat(strict.must("X-Feed-Status")).isEqualTo("no-data");
    }

    @Test
    void the_view_model_is_what_the_picture_is_drawn_from() {
        Reply reply = wire.get("/display/week/-2.json?lang=fr");

        assertThat(reply.text())
                .contains(
                        "\"period\":\"week\"",
                        "\"offset\":-2",
                        "\"language\":\"fr\"",
                        "\"unit\":\"Wh\"",
                        "\"status\":\"ok\"");
    }

    @Test
    void the_status_lists_meters_and_says_whether_history_answers() {
        Reply reply = wire.get("/display/status");

        assertThat(reply.must("Content-Type")).isEqualTo("application/json");
        assertThat(reply.text())
                .contains("\"historyAnswers\":true", "\"defaultMeter\":\"barn\"", "\"name\":\"home\"")
                .contains("\"utilities\":[\"electricity\",\"gas\"]");
    }

    @Test
    void pictures_are_only_read() {
        Reply reply = wire.send("POST /display/day/0.png HTTP/1.1\nHost: localhost\nContent-Length: 0");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.must("Allow")).isEqualTo("GET, HEAD");
        assertThat(reply.must("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void the_service_is_ready() {
        assertThat(wire.get("/q/health/ready").text()).contains("\"status\": \"UP\"", "pictures");
    }
}
