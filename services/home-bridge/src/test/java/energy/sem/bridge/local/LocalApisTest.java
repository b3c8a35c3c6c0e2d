package energy.sem.bridge.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.local.test.SemTestServices;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** From Kafka to the port: what the meter says is told, and told by no other door. */
@QuarkusTest
@TestProfile(LocalApisTest.Told.class)
@WithTestResource(value = SemTestServices.class, scope = TestResourceScope.GLOBAL)
class LocalApisTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Inject
    LocalApis apis;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.http.test-port")
    int other;

    @Test
    void what_the_meter_says_is_told_as_by_a_homewizard() throws Exception {
        assertThat(ask(apis.port(), "/api").body()).contains("\"api_version\":\"v1\"");
        createTopic();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new StringSerializer(), new ByteArraySerializer())) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                producer.send(new ProducerRecord<>("sem.telegrams", "home", EventJson.write(now())))
                        .get();
                HttpResponse<String> answer = ask(apis.port(), "/api/v1/data");
                assertThat(answer.statusCode()).isEqualTo(200);
                JsonNode data = JSON.readTree(answer.body());
                assertThat(data.get("active_power_w").intValue()).isEqualTo(-1650);
                assertThat(data.get("total_power_import_t1_kwh").decimalValue()).isEqualByComparingTo("1234.567");
            });
        }
    }

    @Test
    void a_connection_that_asks_now_and_then_lasts_longer_than_a_request_may_take() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), apis.port())) {
            socket.setSoTimeout(5_000);
            // The tests' sem.http.time-limit is 3 s.
            await().pollInterval(Duration.ofMillis(500))
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> answers(socket));
        }
    }

    @Test
    void a_request_that_does_not_come_whole_is_cut_off() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), apis.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /api HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .contains("HWE-P1");
        }
    }

    private static boolean answers(Socket socket) {
        try {
            socket.getOutputStream()
                    .write("HEAD /api HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return false;
                }
                answer.append((char) next);
            }
            return answer.indexOf("HTTP/1.1 200") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void no_other_door_answers_as_one() throws Exception {
        assertThat(ask(other, "/api").statusCode()).isEqualTo(404);
        assertThat(ask(other, "/api/v1/data").statusCode()).isEqualTo(404);
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic("sem.telegrams", 1, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
        }
    }

    private static TelegramEvent now() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        TelegramEvent event = Events.event(Events.electricity(Events.twoTariffs()), Events.gas(112_384));
        return new TelegramEvent(
                1,
                event.meter(),
                now,
                event.timeSource(),
                now,
                null,
                event.identification(),
                event.dialect(),
                event.p1Version(),
                event.crc(),
                event.electricity(),
                event.monthPeaks(),
                event.devices(),
                null,
                new Verdict(true, List.of()),
                List.of());
    }

    private static HttpResponse<String> ask(int port, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** A meter that is told, on a free port. */
    public static final class Told implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sem.local-api.homewizard", "home", "sem.local-api.port", "0");
        }
    }
}
