package energy.sem.history.alarm;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.history.answer.MetersAnswer;

import static energy.sem.tests.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What home-bridge, which the test plays, tells of its alarms. */
class ActiveAlarmsTest {
    private static final String LEAK =
            "{\"active\":[{\"meter\":\"home\",\"rule\":\"water-leak\",\"since\":\"2026-11-30T03:10:00Z\","
                    + "\"values\":{},\"title\":\"home: does water run?\",\"message\":\"Close all taps.\"},"
                    + "{\"meter\":\"\",\"rule\":\"disk-full\",\"title\":\"SEM: the disk is getting full\"},"
                    + "{\"meter\":\"home\",\"title\":\"of no rule\"}],\"channels\":[]}";

    @Test
    void alarms_are_asked_for_with_a_read_key_and_told_when_they_have_come() throws Exception {
        AtomicReference<String> asked = new AtomicReference<>();
        HttpServer bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-API-Key"));
            exchange.sendResponseHeaders(200, LEAK.getBytes(UTF_8).length);
            exchange.getResponseBody().write(LEAK.getBytes(UTF_8));
            exchange.close();
        });
        bridge.start();
        try {
            ActiveAlarms alarms = new ActiveAlarms(
                    Optional.of("http://127.0.0.1:" + bridge.getAddress().getPort() + "/"),
                    Optional.of(List.of("one", "two")));
            assertThat(alarms.answer()).as("before it has answered").isEmpty();

            await().until(() -> alarms.answer().isPresent());
            assertThat(asked.get()).isEqualTo("/api/v1/alarms one");
            assertThat(alarms.answer().get())
                    .containsExactly(
                            new MetersAnswer.Alarm(
                                    "home",
                                    "water-leak",
                                    "2026-11-30T03:10:00Z",
                                    "home: does water run?",
                                    "Close all taps."),
                            new MetersAnswer.Alarm(null, "disk-full", null, "SEM: the disk is getting full", ""));
        } finally {
            bridge.stop(0);
        }
    }

    @Test
    void without_a_bridge_there_is_no_answer() {
        assertThat(new ActiveAlarms(Optional.empty(), Optional.empty()).answer())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"active\":null}", "{\"active\":[1,null,{}]}", "{\"active\":{\"rule\":1}}"})
    void what_is_no_alarm_is_left_out(String answer) throws Exception {
        assertThat(ActiveAlarms.read(new ObjectMapper().readTree(answer))).isEmpty();
    }
}
