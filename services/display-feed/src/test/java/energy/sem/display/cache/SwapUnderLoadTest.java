package energy.sem.display.cache;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import energy.sem.display.format.Encoding;
import energy.sem.display.serve.HistoryInTests;
import energy.sem.display.view.Period;

import static energy.sem.tests.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/** Body, length and ETag belong together, also for devices that ask while views are swapped. */
@QuarkusTest
@WithTestResource(HistoryInTests.class)
class SwapUnderLoadTest {

    @Test
    void every_answer_is_whole_while_data_change() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Map<String, Set<String>> seen = new ConcurrentHashMap<>();
        ExecutorService devices = Executors.newFixedThreadPool(4);
        try (Fixture fixture = new Fixture("2026-11-05T00:20:00")) {
            fixture.open();
            List<Future<Integer>> answers = new ArrayList<>();
            for (Period period : Period.values()) {
                Callable<Integer> device = () -> {
                    int asked = 0;
                    while (!over.get() || asked == 0) {
                        PictureRequest request = Fixture.request(
                                period, asked % 3 == 2 ? -1 : 0, asked % 2 == 0 ? Encoding.RAW : Encoding.PNG);
                        EncodedPicture picture = fixture.get(request).picture();
                        assertThat(picture.etag()).isEqualTo(tag(picture.body()));
                        assertThat(picture.toSend().length()).isEqualTo(picture.length());
                        assertThat(tag(picture.toSend().getBytes())).isEqualTo(picture.etag());
                        seen.computeIfAbsent(period.code(), p -> ConcurrentHashMap.newKeySet())
                                .add(picture.etag());
                        asked++;
                    }
                    return asked;
                };
                answers.add(devices.submit(device));
            }
            for (int quarter = 0; quarter < 12; quarter++) {
                EncodedPicture before = fixture.get(Period.DAY, 0).picture();
                fixture.clock.forward(Duration.ofMinutes(15));
                await().pollInterval(Duration.ofMillis(5))
                        .until(() -> fixture.get(Period.DAY, 0).picture() != before);
            }
            over.set(true);
            for (Future<Integer> each : answers) {
                assertThat(each.get(20, TimeUnit.SECONDS)).isPositive();
            }
            assertThat(seen.get("day")).hasSizeGreaterThan(10);
        } finally {
            over.set(true);
            devices.shutdownNow();
        }
    }

    private static String tag(byte[] body) throws Exception {
        return "\""
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 8) + "\"";
    }
}
