package energy.sem.history.api;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import energy.sem.event.TelegramEvent;

import static energy.sem.history.api.Telegrams.event;
import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

/** The streams of live readings, and those who listen to them. */
@QuarkusTest
class LiveStreamsTest {
    /** Other parts may still be complaining of the database and the broker that other tests stopped. */
    private static final Pattern OF_HTTP = Pattern.compile(
            "(energy\\.sem\\.history\\.api\\.LiveResource|io\\.netty|io\\.vertx|io\\.quarkus\\.vertx|org\\.jboss\\.resteasy)(\\..*)?");

    private static Telegrams telegrams;

    @TestHTTPResource
    URI root;

    @BeforeAll
    static void open() throws Exception {
        telegrams = new Telegrams();
    }

    @AfterAll
    static void close() {
        telegrams.close();
    }

    @Test
    void each_telegram_is_streamed_as_it_comes() {
        await().untilAsserted(() -> {
            telegrams.send(event("stream", Instant.now(), 100, null));
            assertThat(get("/api/v1/meters/stream/latest").statusCode()).isEqualTo(200);
        });
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/v1/meters/stream/live"))
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip")
                .build();
        CompletableFuture<HttpResponse<Stream<String>>> stream =
                HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofLines());
        CompletableFuture<Void> reader = stream.thenAcceptAsync(response -> {
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            response.body().forEach(lines::add);
        });
        await().until(() -> lines.stream().anyMatch(line -> line.startsWith("data:") && line.contains("0.1,")));
        telegrams.send(event("elsewhere", Instant.now(), 666, null));
        telegrams.send(event("stream", Instant.now().plusSeconds(1), 1234, null));
        await().until(() -> lines.stream().anyMatch(line -> line.contains("\"importKw\":1.234")));
        assertThat(lines).noneMatch(line -> line.contains("0.666"));
        assertThat(lines)
                .as("each field is one of the standard's, or a comment")
                .allMatch(line -> line.isEmpty() || line.matches("(data|event|id|retry)?:.*"));
        reader.cancel(true);
    }

    @Test
    void many_hear_each_reading_slow_ones_hold_nobody_up_and_nothing_is_left_when_they_go() throws Exception {
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            telegrams.send(event("crowd", now, 100, null));
            assertThat(get("/api/v1/meters/crowd/latest").statusCode()).isEqualTo(200);
        });
        long before = listeners();
        List<Listener> all = new ArrayList<>();
        List<Socket> slow = new ArrayList<>();
        List<Future<?>> open = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/v1/meters/crowd/live"))
                .build();
        for (int i = 0; i < 25; i++) {
            Listener listener = new Listener();
            all.add(listener);
            open.add(client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(listener)));
        }
        for (int i = 0; i < 3; i++) {
            slow.add(askedAndNeverRead("/api/v1/meters/crowd/live"));
        }
        await().until(() -> listeners() == before + 28);
        for (int i = 1; i <= 1000; i++) {
            TelegramEvent event = event("crowd", now.plusMillis(i), i, null);
            open.add(telegrams.hand(event));
        }
        telegrams.send(event("crowd", now.plusSeconds(2), 7777, null));
        await().until(() -> all.stream().allMatch(each -> each.heard));
        assertThat(open).as("what was sent, and the streams").hasSize(1025);
        all.forEach(each -> each.subscription.cancel());
        for (Socket each : slow) {
            each.close();
        }
        await().until(() -> listeners() == before);
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void whoever_goes_away_amid_readings_leaves_no_stack_trace_in_the_log(HttpClient.Version version) throws Exception {
        String meter = "leave" + version.name().replaceAll("\\D", "");
        Instant now = Instant.now();
        await().untilAsserted(() -> {
            telegrams.send(event(meter, now, 100, null));
            assertThat(get("/api/v1/meters/" + meter + "/latest").statusCode()).isEqualTo(200);
        });
        long before = listeners();
        HttpClient client = HttpClient.newBuilder().version(version).build();
        HttpRequest request = HttpRequest.newBuilder(root.resolve("/api/v1/meters/" + meter + "/live"))
                .build();
        Queue<LogRecord> traces = new ConcurrentLinkedQueue<>();
        Handler handler = traced(traces);
        Logger.getLogger("").addHandler(handler);
        try {
            List<Listener> all = new ArrayList<>();
            List<Future<?>> open = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Listener listener = new Listener();
                all.add(listener);
                open.add(client.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(listener)));
            }
            await().until(() -> listeners() == before + 20 && all.stream().allMatch(each -> each.subscription != null));
            for (int i = 1; i <= 1000; i++) {
                open.add(telegrams.hand(event(meter, now.plusMillis(i), i, null)));
                if (i % 50 == 0) {
                    all.get(i / 50 - 1).subscription.cancel();
                }
            }
            await().until(() -> listeners() == before);
            assertThat(open).hasSize(1020);
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(traces).extracting(LogRecord::getThrown).isEmpty();
    }

    private static Handler traced(Queue<LogRecord> traces) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getThrown() != null
                        && OF_HTTP.matcher(String.valueOf(record.getLoggerName()))
                                .matches()) {
                    traces.add(record);
                }
            }

            @Override
            public void flush() {
                // kept in memory
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private static long listeners() {
        return get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("sem_history_live_listeners"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Socket askedAndNeverRead(String address) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(2048);
        socket.connect(new InetSocketAddress(root.getHost(), root.getPort()));
        socket.getOutputStream()
                .write(("GET " + address + " HTTP/1.1\r\nHost: " + root.getAuthority() + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads as fast as it can and remembers whether it heard the last one. */
    private static final class Listener implements Flow.Subscriber<String> {
        private volatile Flow.Subscription subscription;
        private volatile boolean heard;

        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.contains("\"importKw\":7.777")) {
                heard = true;
            }
        }

        @Override
        public void onError(Throwable failure) {
            heard = false;
        }

        @Override
        public void onComplete() {
            heard = false;
        }
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300));
    }
}
