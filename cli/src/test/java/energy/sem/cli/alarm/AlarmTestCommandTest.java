package energy.sem.cli.alarm;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code ./sem alarm test} says and ends with, before a bridge that answers as a test wants. */
class AlarmTestCommandTest {
    private static final String SENT =
            "{\"channel\":\"ntfy\",\"target\":\"https://ntfy.sh\",\"result\":\"sent\",\"words\":\"it answered 200\"}";
    private static final String REFUSED =
            "{\"channel\":\"mail\",\"target\":\"mail.example:587\",\"result\":\"refused\",\"words\":\"the mail server refuses the user or the password\"}";

    private HttpServer server;
    private String key;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    @ParameterizedTest(name = "{0}: exit {1}")
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "all, 0, sent      ntfy (https://ntfy.sh): it answered 200",
                "one, 1, NOT sent  mail (mail.example:587)"
            })
    void it_says_of_each_channel_what_came_of_it(String which, int status, String line) throws Exception {
        bridge(200, which.equals("all") ? "[" + SENT + "]" : "[" + SENT + "," + REFUSED + "]");
        Said said = test(Map.of());
        assertThat(said.status).isEqualTo(status);
        assertThat(said.out).contains(line);
    }

    @Test
    void without_a_channel_it_says_where_to_read() throws Exception {
        bridge(200, "[]");
        Said said = test(Map.of());
        assertThat(said.status).isEqualTo(2);
        assertThat(said.error).contains("docs/alarms.md");
    }

    @Test
    void a_key_of_the_settings_opens_the_bridge() throws Exception {
        bridge(200, "[" + SENT + "]");
        test(Map.of("SEM_READ_KEYS", "one,two"));
        assertThat(key).isEqualTo("one");
    }

    @Test
    void what_the_bridge_refuses_is_said_as_it_says_it() throws Exception {
        bridge(401, "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Alarms need a key here.\"}");
        Said said = test(Map.of());
        assertThat(said.status).isEqualTo(2);
        assertThat(said.error).contains("401: Alarms need a key here.");
    }

    @ParameterizedTest
    @CsvSource({"no json", "{}", "''"})
    void nonsense_is_no_success(String body) throws Exception {
        bridge(200, body);
        assertThat(test(Map.of()).status).isEqualTo(2);
    }

    @Test
    void a_bridge_that_is_not_there_is_said() throws Exception {
        Said said = ask("http://127.0.0.1:1", Map.of());
        assertThat(said.status).isEqualTo(2);
        assertThat(said.error).contains("http://127.0.0.1:1").contains("docs/alarms.md");
    }

    private void bridge(int status, String body) throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/alarms/test", exchange -> {
            key = exchange.getRequestHeaders().getFirst("X-API-Key");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private Said test(Map<String, String> environment) throws Exception {
        return ask("http://127.0.0.1:" + server.getAddress().getPort(), environment);
    }

    private static Said ask(String bridge, Map<String, String> environment) throws Exception {
        PrintStream out = System.out;
        PrintStream error = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errorBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errorBytes, true, StandardCharsets.UTF_8));
            Map<String, String> all = new HashMap<>(environment);
            all.put("SEM_BRIDGE_URL", bridge);
            int status = new AlarmTestCommand().test(all);
            return new Said(
                    status, outBytes.toString(StandardCharsets.UTF_8), errorBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(error);
        }
    }

    private record Said(int status, String out, String error) {}
}
