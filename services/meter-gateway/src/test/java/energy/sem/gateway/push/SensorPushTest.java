package energy.sem.gateway.push;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;
import energy.sem.gateway.KafkaTopic;
import energy.sem.gateway.TestMeters;
import energy.sem.local.test.SemTestServices;
import energy.sem.p1.Register;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** The original sensor's requests, byte for byte, over a plain socket. */
@QuarkusTest
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = TestMeters.class, scope = TestResourceScope.GLOBAL)
class SensorPushTest {
    private static final String VALUES = "&UL1=234.7&UL2=-1.0&UL3=-1.0&IL1=1.5&IL2=-1.0&IL3=-1.0"
            + "&Pcl=2000.125&Pch=1000.250&Ppl=30.500&Pph=40.750&Pc=0.642&Pp=0.000&Vg=112.384&Vw=-1.000";

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

    @TestHTTPResource("/")
    java.net.URL url;

    @Test
    void a_sample_becomes_an_event_with_production_swapped_back_and_absent_values_left_out() throws IOException {
        Reply reply = post("api_key=" + TestMeters.keyOf("sensor") + VALUES);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("New record created successfully");
        TelegramEvent event = last();
        assertThat(event.electricity().serial()).isEqualTo("S1");
        assertThat(event.electricity().registers().get(Register.IMPORT_T1_WH)).isEqualTo(1_000_250);
        assertThat(event.electricity().registers().get(Register.IMPORT_T2_WH)).isEqualTo(2_000_125);
        // The firmware sends 1-0:2.8.1 as Ppl and 1-0:2.8.2 as Pph.
        assertThat(event.electricity().registers().get(Register.EXPORT_T1_WH)).isEqualTo(30_500);
        assertThat(event.electricity().registers().get(Register.EXPORT_T2_WH)).isEqualTo(40_750);
        assertThat(event.electricity().importW()).isEqualTo(642);
        assertThat(event.electricity().exportW()).isZero();
        assertThat(event.electricity().phases()).singleElement().satisfies(phase -> {
            assertThat(phase.phase()).isEqualTo(1);
            assertThat(phase.voltageDeciV()).isEqualTo(2347);
            assertThat(phase.currentCentiA()).isEqualTo(150);
        });
        assertThat(event.devices()).singleElement().satisfies(gas -> {
            assertThat(gas.kind()).isEqualTo(MBusReading.Kind.GAS);
            assertThat(gas.volumeLitre()).isEqualTo(112_384);
        });
        assertThat(event.timeSource()).isEqualTo(TelegramEvent.TimeSource.ARRIVAL);
        assertThat(event.at()).isEqualTo(event.receivedAt());
        assertThat(event.crc()).isEqualTo(TelegramEvent.Crc.ABSENT);
    }

    @Test
    void decimal_commas_are_taken_like_points() throws IOException {
        post("api_key=" + TestMeters.keyOf("sensor") + VALUES.replace('.', ','));

        assertThat(last().electricity().registers().get(Register.IMPORT_T1_WH)).isEqualTo(1_000_250);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "&Pch=abc | Not a number: Pch",
                "&Pch=1e9 | Not a number: Pch",
                "&Pch=NaN | Not a number: Pch",
                "&Pch=-0.5 | Negative: Pch",
                "&Pc=999999999 | Too large: Pc",
                "&UL1=-1.0&Vg=-1.000 | The sample holds no value.",
                "&unknown=1 | The sample holds no value.",
            })
    void a_sample_that_cannot_be_used_is_answered_in_words_and_kept_without_the_key(String values, String answer)
            throws IOException {
        Reply reply = post("api_key=" + TestMeters.keyOf("sensor") + values);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(answer);
        await().untilAsserted(() -> assertThat(KafkaTopic.records("sem.telegrams.rejected", "sensor"))
                .anySatisfy(record -> {
                    String kept = new String(record.value(), StandardCharsets.ISO_8859_1);
                    assertThat("&" + kept).isEqualTo(values);
                    assertThat(KafkaTopic.header(record, "cause")).isEqualTo("format");
                }));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 401, No API Key provided.",
        "UL1=1.0, 401, No API Key provided.",
        "api_key=, 401, No API Key provided.",
        "api_key=wrong&UL1=1.0, 403, Wrong API Key provided.",
        "%%%&&==, 401, No API Key provided.",
    })
    void without_a_right_key_nothing_is_taken(String body, int status, String answer) throws IOException {
        Reply reply = post(body);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_000, 1024 * 1024})
    void a_body_that_is_too_large_is_answered_as_shortly(int bytes) throws IOException {
        assertThat(post("api_key=" + "x".repeat(bytes)).status()).isEqualTo(413);
    }

    @Test
    void the_whole_answer_is_what_a_sensor_has_always_got() throws IOException {
        String answer = exchange(request("api_key=" + TestMeters.keyOf("sensor") + VALUES, FORM));

        assertThat(answer.lines().toList())
                .containsExactlyInAnyOrder(
                        "HTTP/1.1 200 OK",
                        "content-length: 31",
                        "Content-Type: text/plain",
                        "connection: close",
                        "",
                        "New record created successfully");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: text/plain\r\n", "Content-Type: multipart/form-data\r\n"})
    void whatever_the_content_type_is_the_answer_is_short(String contentType) throws IOException {
        assertThat(reply(exchange(request("api_key=wrong" + VALUES, contentType)))
                        .status())
                .isEqualTo(403);
    }

    private record Reply(int status, String body) {}

    private Reply post(String body) throws IOException {
        return reply(exchange(request(body, FORM)));
    }

    private String request(String body, String contentType) {
        return "POST /post-data.php HTTP/1.1\r\n"
                + "Host: " + url.getHost() + "\r\n"
                + "User-Agent: ESP32 HTTP Client/1.0\r\n"
                + contentType
                + "Content-Length: " + body.length() + "\r\n"
                + "Connection: close\r\n\r\n"
                + body;
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    // Every answer is checked for what a sensor's small buffer can take.
    private static Reply reply(String answer) {
        int blank = answer.indexOf("\r\n\r\n");
        List<String> headers = answer.substring(0, blank).lines().toList();
        String text = answer.substring(blank + 4);
        assertThat(text.length()).isLessThanOrEqualTo(64);
        assertThat(headers).anyMatch(h -> h.equalsIgnoreCase("Content-Length: " + text.length()));
        assertThat(headers).anyMatch(h -> h.toLowerCase(java.util.Locale.ROOT).startsWith("content-type: text/plain"));
        assertThat(headers).noneMatch(h -> h.toLowerCase(java.util.Locale.ROOT).startsWith("transfer-encoding"));
        return new Reply(Integer.parseInt(headers.get(0).split(" ", 3)[1]), text);
    }

    private static TelegramEvent last() {
        List<TelegramEvent> events = KafkaTopic.events("sensor");
        return events.get(events.size() - 1);
    }
}
