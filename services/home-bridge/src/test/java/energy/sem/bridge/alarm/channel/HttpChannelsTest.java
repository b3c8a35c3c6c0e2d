package energy.sem.bridge.alarm.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.base.NoStart;
import energy.sem.bridge.alarm.channel.Outcome.Result;
import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Notice.Kind;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.text.Words.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the channels that speak HTTP send, and what they make of answers: against real servers on loopback. */
class HttpChannelsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Text TEXT = new Text("home: piek op komst", "Zet iets uit: de auto, de oven… €");
    private static final Notice NOTICE = notice(Kind.ACTIVE, Level.HIGH);

    @Test
    void the_webhook_posts_the_event_signed_by_its_secret() throws Exception {
        try (Receiver receiver = new Receiver(204, Map.of())) {
            Outcome outcome = webhook(receiver.url() + "/hook/abc", "s3cret").send(NOTICE, TEXT);

            assertThat(outcome.result()).isEqualTo(Result.SENT);
            Receiver.Got got = receiver.only();
            assertThat(got.path()).isEqualTo("/hook/abc");
            assertThat(got.headers().getFirst("X-SEM-Id")).isEqualTo(NOTICE.id());
            assertThat(got.headers().getFirst("X-SEM-Signature"))
                    .isEqualTo(
                            "sha256=" + Webhook.signature("s3cret", got.body().getBytes(StandardCharsets.UTF_8)));
            JsonNode body = JSON.readTree(got.body());
            assertThat(body.get("event_type").asText()).isEqualTo("peak_ahead");
            assertThat(body.get("state").asText()).isEqualTo("active");
            assertThat(body.get("level").asText()).isEqualTo("high");
            assertThat(body.get("message").asText()).isEqualTo(TEXT.message());
            assertThat(body.at("/values/targetKw").asText()).isEqualTo("2.4");
        }
    }

    @Test
    void a_signature_is_the_one_of_rfc_4231() {
        assertThat(Webhook.signature("Jefe", "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void ntfy_gets_json_so_that_its_texts_may_have_any_letter() throws Exception {
        try (Receiver receiver = new Receiver(200, Map.of())) {
            Channel ntfy = channel(
                    new Ntfy(),
                    Map.of(
                            "sem.alarms.ntfy.url",
                            receiver.url(),
                            "sem.alarms.ntfy.topic",
                            "t0pic",
                            "sem.alarms.ntfy.token",
                            "tk"));
            assertThat(ntfy.send(NOTICE, TEXT).result()).isEqualTo(Result.SENT);

            assertThat(receiver.only().path()).isEqualTo("/");
            assertThat(receiver.only().headers().getFirst("Authorization")).isEqualTo("Bearer tk");
            JsonNode body = JSON.readTree(receiver.only().body());
            assertThat(body.get("topic").asText()).isEqualTo("t0pic");
            assertThat(body.get("title").asText()).isEqualTo(TEXT.title());
            assertThat(body.get("priority").asInt()).isEqualTo(4);
            assertThat(ntfy.target() + ntfy).doesNotContain("t0pic", "tk");
        }
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, HIGH, 8", "ACTIVE, LOW, 5", "CLEARED, HIGH, 2"})
    void gotify_gets_title_message_and_priority(Kind kind, Level level, int priority) throws Exception {
        try (Receiver receiver = new Receiver(200, Map.of())) {
            Channel gotify = channel(
                    new Gotify(),
                    Map.of("sem.alarms.gotify.url", receiver.url() + "/gotify/", "sem.alarms.gotify.token", "Akey"));
            assertThat(gotify.send(notice(kind, level), TEXT).result()).isEqualTo(Result.SENT);

            assertThat(receiver.only().path()).isEqualTo("/gotify/message");
            assertThat(receiver.only().headers().getFirst("X-Gotify-Key")).isEqualTo("Akey");
            JsonNode body = JSON.readTree(receiver.only().body());
            assertThat(body.get("priority").asInt()).isEqualTo(priority);
            assertThat(body.get("message").asText()).isEqualTo(TEXT.message());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "200, SENT",
        "204, SENT",
        "301, REFUSED",
        "307, REFUSED",
        "400, REFUSED",
        "401, REFUSED",
        "403, REFUSED",
        "404, REFUSED",
        "408, LATER",
        "429, LATER",
        "500, LATER",
        "503, LATER"
    })
    void what_an_answer_means(int status, Result result) throws Exception {
        try (Receiver receiver =
                new Receiver(status, Map.of("Location", "http://127.0.0.1:1/elsewhere", "Retry-After", "600"))) {
            Outcome outcome = webhook(receiver.url() + "/s3cretpath", null).send(NOTICE, TEXT);

            assertThat(outcome.result()).isEqualTo(result);
            assertThat(outcome.words()).contains(String.valueOf(status)).doesNotContain("s3cretpath");
            assertThat(receiver.got).as("no redirect is followed").hasSize(1);
            assertThat(outcome.retryAfter()).isEqualTo(result == Result.LATER ? Duration.ofMinutes(10) : null);
        }
    }

    @Test
    void a_server_that_is_not_there_is_tried_later() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        Outcome outcome =
                webhook("http://127.0.0.1:" + port + "/s3cretpath", null).send(NOTICE, TEXT);
        assertThat(outcome.result()).isEqualTo(Result.LATER);
        assertThat(outcome.words()).doesNotContain("s3cretpath");
    }

    @Test
    void a_server_that_says_nothing_is_left_after_a_while() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            Channel hook = new Webhook.Hook(address, null, new HttpSender(Duration.ofMillis(300)));
            assertThat(hook.send(NOTICE, TEXT).result()).isEqualTo(Result.LATER);
        }
    }

    @Test
    void an_answer_that_is_no_http_is_tried_later() throws Exception {
        try (ServerSocket odd = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answers = new Thread(() -> {
                try (Socket socket = odd.accept()) {
                    socket.getOutputStream().write("220 mail.example ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    // The test is over.
                }
            });
            answers.start();
            Outcome outcome = webhook("http://127.0.0.1:" + odd.getLocalPort() + "/", null)
                    .send(NOTICE, TEXT);
            assertThat(outcome.result()).isEqualTo(Result.LATER);
            answers.join();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/x", "http:///x", "no address at all", "http://user:pw@example.org/"})
    void a_wrong_address_stops_the_start_and_is_not_shown(String url) {
        assertThatThrownBy(() -> webhook(url, null))
                .isInstanceOf(NoStart.class)
                .hasMessageContaining("sem.alarms.webhook.url")
                .hasMessageNotContaining(url);
    }

    @Test
    void a_channel_that_lacks_a_setting_stops_the_start_and_names_it() {
        assertThatThrownBy(() -> channel(new Gotify(), Map.of("sem.alarms.gotify.url", "http://localhost")))
                .isInstanceOf(NoStart.class)
                .hasMessageContaining("sem.alarms.gotify.token");
        assertThatThrownBy(() -> channel(new Ntfy(), Map.of("sem.alarms.ntfy.url", "http://localhost")))
                .isInstanceOf(NoStart.class)
                .hasMessageContaining("sem.alarms.ntfy.topic");
    }

    @Test
    void a_secret_may_stand_in_a_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("topic"), "fr0mfile\n");
        try (Receiver receiver = new Receiver(200, Map.of())) {
            Channel ntfy = channel(
                    new Ntfy(), Map.of("sem.alarms.ntfy.url", receiver.url(), "sem.alarms.ntfy.topic", "@" + file));
            ntfy.send(NOTICE, TEXT);
            assertThat(receiver.only().body()).contains("\"topic\":\"fr0mfile\"");
        }
    }

    @Test
    void without_settings_there_is_no_channel() {
        for (ChannelKind kind : new ChannelKind[] {new Webhook(), new Ntfy(), new Gotify(), new Mail()}) {
            assertThat(kind.of(setting -> Optional.empty())).isEmpty();
        }
    }

    private static Channel webhook(String url, String secret) {
        return channel(
                new Webhook(),
                secret == null
                        ? Map.of("sem.alarms.webhook.url", url)
                        : Map.of("sem.alarms.webhook.url", url, "sem.alarms.webhook.secret", secret));
    }

    private static Channel channel(ChannelKind kind, Map<String, String> settings) {
        Limits limits = setting -> Optional.ofNullable(settings.get(setting));
        return kind.of(limits).orElseThrow();
    }

    private static Notice notice(Kind kind, Level level) {
        return new Notice(
                "home/peak-ahead//active/1",
                new AlarmKey("home", "peak-ahead", ""),
                level,
                kind,
                Instant.parse("2026-11-30T17:15:00Z"),
                Map.of("targetKw", "2.4"));
    }
}
