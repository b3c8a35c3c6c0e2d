package energy.sem.gateway.backlog;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import energy.sem.gateway.HandClock;

import static energy.sem.tests.Waiting.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BacklogTest {
    private static final long MUCH = 1 << 30;
    private static final Duration LONG = Duration.ofDays(7);

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock(Instant.parse("2026-11-22T10:00:00Z"));

    @Test
    void events_come_out_in_the_order_of_their_meter() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "a", "b");
            append(backlog, "roof", "x");
            append(backlog, "home", "c");

            assertThat(texts(backlog, "home")).containsExactly("a", "b", "c");
            assertThat(texts(backlog, "roof")).containsExactly("x");
            assertThat(backlog.meters()).containsExactly("home", "roof");
            assertThat(backlog.oldest("home", 2)).hasSize(2);
        }
    }

    @Test
    void what_is_forwarded_is_forgotten() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "a", "b", "c");

            backlog.removeUpTo("home", backlog.oldest("home", 2).get(1).sequence());

            assertThat(texts(backlog, "home")).containsExactly("c");
            assertThat(backlog.isEmpty("home")).isFalse();
            backlog.removeUpTo("home", backlog.oldest("home", 1).get(0).sequence());
            assertThat(backlog.isEmpty("home")).isTrue();
            assertThat(backlog.waiting("home")).isEqualTo(Waiting.NONE);
        }
    }

    @Test
    void what_waits_is_told_with_the_time_of_the_oldest() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            Instant first = clock.instant();
            append(backlog, "home", "abc");
            clock.turn(Duration.ofSeconds(60));
            append(backlog, "home", "de");

            assertThat(backlog.waiting("home")).isEqualTo(new Waiting(2, 2 * 8 + 5, first, 0));
            assertThat(backlog.waiting("roof")).isEqualTo(Waiting.NONE);
        }
    }

    @Test
    void who_only_looks_waits_for_nobody() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "a");

            // As long as a slow disk keeps somebody writing.
            synchronized (backlog) {
                assertThat(CompletableFuture.supplyAsync(() -> backlog.waiting("home"))
                                .get(30, TimeUnit.SECONDS)
                                .telegrams())
                        .isEqualTo(1);
                assertThat(CompletableFuture.supplyAsync(() -> backlog.isEmpty("home"))
                                .get(30, TimeUnit.SECONDS))
                        .isFalse();
            }
        }
    }

    @Test
    void what_is_told_is_what_waits_whatever_came_and_went() throws Exception {
        Random random = new Random(6);
        Map<String, Deque<Instant>> expected = new TreeMap<>();
        for (int opened = 0; opened < 4; opened++) {
            try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
                for (int step = 0; step < 60; step++) {
                    assertTold(backlog, expected);
                    String meter = "m" + random.nextInt(5);
                    Deque<Instant> of = expected.computeIfAbsent(meter, m -> new ArrayDeque<>());
                    clock.turn(Duration.ofMillis(random.nextInt(2_000)));
                    if (random.nextInt(3) > 0) {
                        append(backlog, meter, "event");
                        of.addLast(clock.instant());
                    } else if (!of.isEmpty()) {
                        List<StoredEvent> gone = backlog.oldest(meter, 1 + random.nextInt(of.size() + 1));
                        backlog.removeUpTo(meter, gone.get(gone.size() - 1).sequence());
                        gone.forEach(event -> of.removeFirst());
                    }
                }
            }
        }
    }

    private static void assertTold(Backlog backlog, Map<String, Deque<Instant>> expected) {
        expected.forEach((meter, waiting) -> {
            assertThat(backlog.waiting(meter))
                    .isEqualTo(new Waiting(waiting.size(), waiting.size() * 13L, waiting.peekFirst(), 0));
            assertThat(backlog.isEmpty(meter)).isEqualTo(waiting.isEmpty());
        });
    }

    @Test
    void a_closed_backlog_opens_with_all_that_it_had() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "a", "b");
        }
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "c");

            assertThat(texts(backlog, "home")).containsExactly("a", "b", "c");
            assertThat(backlog.waiting("home").bytes()).isEqualTo(3 * 8 + 3);
        }
    }

    @Test
    void at_the_size_bound_the_oldest_of_all_go_and_are_counted() throws Exception {
        try (Backlog backlog = Backlog.open(folder, 50, LONG, clock)) {
            append(backlog, "home", "0123456789");
            clock.turn(Duration.ofSeconds(1));
            append(backlog, "roof", "0123456789");
            clock.turn(Duration.ofSeconds(1));
            append(backlog, "home", "abcdefghij");

            assertThat(texts(backlog, "home")).containsExactly("abcdefghij");
            assertThat(texts(backlog, "roof")).containsExactly("0123456789");
            assertThat(backlog.waiting("home").dropped()).isEqualTo(1);
            assertThat(backlog.waiting("roof").dropped()).isZero();
        }
    }

    @Test
    void what_is_too_old_goes_and_is_counted() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "old");
            clock.turn(LONG.plusSeconds(1));
            append(backlog, "roof", "new");

            assertThat(backlog.isEmpty("home")).isTrue();
            assertThat(backlog.waiting("home").dropped()).isEqualTo(1);
        }
    }

    @Test
    void a_second_gateway_on_the_same_folder_is_refused_in_one_line() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            assertThat(backlog.isOpen()).isTrue();
            assertThatThrownBy(() -> Backlog.open(folder, MUCH, LONG, clock))
                    .isInstanceOf(BacklogException.class)
                    .hasMessageMatching("the backlog in .* is in use by another gateway: [^\n]*");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_refused_in_one_line() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Backlog.open(file.resolve("below"), MUCH, LONG, clock))
                .isInstanceOf(BacklogException.class)
                .message()
                .contains("backlog's folder")
                .doesNotContain("\n");
    }

    @Test
    void a_damaged_file_is_set_aside_and_new_events_are_kept() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "a");
        }
        Files.write(folder.resolve("backlog.mv"), new byte[20_000]);

        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            append(backlog, "home", "b");
            assertThat(texts(backlog, "home")).containsExactly("b");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).anyMatch(name -> name.startsWith("damaged-"));
        }
    }

    @Test
    void an_emptied_backlog_gives_its_disk_space_back() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            byte[] event = new byte[64 * 1024];
            new Random(1).nextBytes(event);
            for (int i = 0; i < 400; i++) {
                backlog.append("home", List.of(event)).join();
            }
            assertThat(Files.size(folder.resolve("backlog.mv"))).isGreaterThan(20L * 1024 * 1024);

            backlog.removeUpTo("home", Long.MAX_VALUE);

            // It is deleted and begun anew: for a moment there is none.
            await().atMost(Duration.ofSeconds(30))
                    .ignoreException(NoSuchFileException.class)
                    .until(() -> Files.size(folder.resolve("backlog.mv")) < 9L * 1024 * 1024);
        }
    }

    /** Appends numbers and says each one that is safe. */
    static final class Writer {
        public static void main(String[] args) throws Exception {
            Backlog backlog = Backlog.open(Path.of(args[0]), MUCH, LONG, Clock.systemUTC());
            for (int i = 0; true; i++) {
                backlog.append("home", List.of(Integer.toString(i).getBytes(UTF_8)))
                        .join();
                System.out.println(i);
            }
        }
    }

    @Test
    void whatever_was_safe_survives_kill_9() throws Exception {
        for (int round = 0; round < 3; round++) {
            int before = round == 0 ? 0 : count();
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int last = -1;
            try (BufferedReader out = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    last = Integer.parseInt(line);
                    if (last == 50 + round * 37) {
                        // By its handle: the process itself would close its output, which is still to be read.
                        writer.toHandle().destroyForcibly();
                    }
                }
            }
            writer.waitFor();

            assertThat(last).isGreaterThanOrEqualTo(50);
            try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
                assertThat(texts(backlog, "home").subList(before, before + last + 1))
                        .containsExactlyElementsOf(IntStream.rangeClosed(0, last)
                                .mapToObj(Integer::toString)
                                .toList());
            }
        }
    }

    private int count() throws Exception {
        try (Backlog backlog = Backlog.open(folder, MUCH, LONG, clock)) {
            return texts(backlog, "home").size();
        }
    }

    private static void append(Backlog backlog, String meter, String... events) {
        CompletableFuture<Void> safe = backlog.append(
                meter,
                java.util.Arrays.stream(events).map(e -> e.getBytes(UTF_8)).toList());
        safe.join();
    }

    private static List<String> texts(Backlog backlog, String meter) {
        return backlog.oldest(meter, 100_000).stream()
                .map(stored -> new String(stored.event(), UTF_8))
                .toList();
    }
}
