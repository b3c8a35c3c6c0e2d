package energy.sem.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * What the door of every service does, whatever the service answers. Whoever extends it says where the service is, which
 * listens on loopback and whose {@code sem.http.time-limit} is a few seconds.
 */
public abstract class DoorContract {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final String END = "Connection: close\r\n\r\n";

    /** Where the service answers. */
    protected abstract URL url();

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "LOCALHOST", "[::1]"})
    void this_machine_s_own_names_are_answered(String host) throws IOException {
        assertThat(ask("GET /q/health/live HTTP/1.1\r\nHost: " + host + "\r\n" + END))
                .startsWith("HTTP/1.1 200");
        assertThat(ask("GET /q/health/live HTTP/1.1\r\nHost: " + host + ":8081\r\n" + END))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sem.attacker.example", "localhost.attacker.example", "10.0.0.1", "127.0.0.1.example:8081"})
    void a_site_whose_name_is_made_to_mean_this_machine_reads_nothing(String host) throws IOException {
        String answer = ask("GET /q/health/live HTTP/1.1\r\nHost: " + host + "\r\n" + END);

        assertThat(answer).startsWith("HTTP/1.1 421").contains("sem.http.hosts");
        assertThat(header(answer, "content-type")).isEqualTo("application/problem+json");
    }

    @Test
    void a_name_that_was_answered_opens_for_no_other() throws IOException {
        for (int time = 0; time < 3; time++) {
            assertThat(ask("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n" + END))
                    .startsWith("HTTP/1.1 200");
            assertThat(ask("GET /q/health/live HTTP/1.1\r\nHost: sem.attacker.example\r\n" + END))
                    .startsWith("HTTP/1.1 421");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/q/health/live", "/nothing/here", "/%zz"})
    void every_answer_tells_a_browser_what_it_may_do_with_it(String path) throws IOException {
        String answer = ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + END);

        assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "content-security-policy"))
                .contains("default-src ", "frame-ancestors 'self'", "base-uri 'none'")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void an_answer_says_what_the_service_s_clock_says() throws IOException {
        String answer = ask("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n" + END);

        assertThat(ZonedDateTime.parse(header(answer, "date"), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS));
    }

    /** Home Assistant takes 401 at this address for a HomeWizard with API v2; only the port of the local APIs answers as one. */
    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1/data", "/api/v1/telegram"})
    void it_is_no_homewizard(String path) throws IOException {
        assertThat(ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + END))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void http_2_without_tls_is_off() throws IOException {
        assertThat(ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).doesNotStartWith("\0\0");
        assertThat(ask("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings\r\n"
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"
                        + "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n" + END))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "length and chunks, Content-Length: 5|Transfer-Encoding: chunked, 0||",
        "two lengths, Content-Length: 5|Content-Length: 6, hello",
        "a length of both, 'Content-Length: 5, 6', hello",
        "a length that is none, Content-Length: +5, hello",
        "an encoding behind chunked, 'Transfer-Encoding: chunked, identity', 0||",
        "an unknown encoding, Transfer-Encoding: xchunked, 0||",
        "a space before the colon, Content-Length : 5, hello",
        "a line that ends in the middle of a chunk's extension, Transfer-Encoding: chunked, '5;x\ny|hello|0||'",
        "a chunk of no length, Transfer-Encoding: chunked, x|hello|0||",
    })
    void a_request_whose_end_two_readers_could_see_in_two_places_is_refused(String what, String headers, String body)
            throws IOException {
        String request = "POST /nothing/here HTTP/1.1|Host: localhost|" + headers + "||" + body;

        // What follows would be the second reader's next request: it must not be answered as one.
        String answer = ask(request.replace("|", "\r\n") + "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n" + END);

        assertThat(answer).matches("(?s)|HTTP/1.1 400.*").doesNotContain("HTTP/1.1 200");
    }

    @Test
    void headers_of_more_than_eight_kibibytes_are_refused() throws IOException {
        String answer = ask("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9000) + "\r\n" + END);

        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    @Test
    void a_client_that_does_not_end_its_request_is_cut_off() throws IOException {
        try (Socket header = asked("GET /q/health/live HTTP/1.1\r\nHost: loc");
                Socket body =
                        asked("POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nten bytes.")) {
            assertThat(all(header.getInputStream())).isEmpty();
            assertThat(all(body.getInputStream())).doesNotContain("HTTP/1.1 200");
        }
    }

    /** The first request and its answer begin a connection's life; the limit is each header's. */
    @Test
    void a_client_that_sends_its_second_request_byte_by_byte_is_cut_off() throws IOException {
        try (Socket socket = asked("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.getOutputStream().write("GET /q/health/live HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            Instant end = Instant.now().plusMillis(PATIENCE_MILLIS);
            socket.setSoTimeout(200);

            assertThat(isCutOffWhileWriting(socket, end)).isTrue();
        }
    }

    private static boolean isCutOffWhileWriting(Socket socket, Instant end) {
        while (Instant.now().isBefore(end)) {
            try {
                socket.getOutputStream().write('x');
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                // Not yet.
            } catch (IOException e) {
                return true;
            }
        }
        return false;
    }

    private String ask(String request) throws IOException {
        try (Socket socket = asked(request)) {
            return all(socket.getInputStream());
        }
    }

    private Socket asked(String request) throws IOException {
        Socket socket = new Socket(url().getHost(), url().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String all(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open after " + PATIENCE_MILLIS + " ms, having said: " + bytes, e);
        } catch (SocketException e) {
            // Reset: the server closed with bytes of ours unread.
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static String header(String answer, String name) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).trim())
                .findFirst()
                .orElse("");
    }
}
