package energy.sem.benchmarks.display;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How many answers a second display-feed gives from memory, beside a Quarkus REST endpoint that answers with nothing: same
 * JVM, same flags, same client, in turns in one run; and beside a picture as a REST resource, which says what routes of our
 * own bring. Then a knob that is turned, and a thousand devices that poll. With the folder of another checkout as argument,
 * built alike, its display-feed is asked beside this one instead of the resource, question by question.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar energy.sem.benchmarks.display.AnswerRates} in the checkout, after
 * {@code mvn -Dquick -DskipTests -pl benchmarks,benchmarks/empty-endpoint -am package}; needs wrk.
 */
public final class AnswerRates {
    /** What full and conditional answers must reach of the empty endpoint's rate. */
    private static final double LIMIT = 0.6;

    private static final String OTHER = ", the other checkout";

    private static final int CONNECTIONS = 32;
    private static final int ROUNDS = 7;
    /** For each service, so that its compiler has come as far as the other's. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration MEASURED = Duration.ofSeconds(3);
    private static final int DEVICES = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private AnswerRates() {}

    /** A question that is measured: whom it is for, its address and headers. */
    private record Question(RunningService service, String url, List<String> headers) {}

    /**
     * What one round measured of a question.
     *
     * @param perSecond answers a second, as the client saw them
     * @param micros the service's own processor time for an answer, which other work on the machine changes little
     */
    private record Measured(double perSecond, double micros) {}

    /** The program. */
    public static void main(String[] args) throws Exception {
        try (InventedHistory history = new InventedHistory();
                RunningService empty = RunningService.start("benchmarks/empty-endpoint");
                RunningService display = display("", history);
                RunningService other = args.length == 0 ? null : display(args[0], history)) {
            Map<String, Question> questions = questions(empty, display, other);
            for (Question question : questions.values()) {
                long ofIts = questions.values().stream()
                        .filter(each -> each.service().equals(question.service()))
                        .count();
                ask(question, WARM_UP.dividedBy(ofIts));
            }
            Map<String, List<Measured>> rounds = new LinkedHashMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Map.Entry<String, Question> each : questions.entrySet()) {
                    rounds.computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                            .add(ask(each.getValue(), MEASURED));
                }
            }
            print(rounds);
            turnAndPoll(display);
            if (other != null) {
                System.out.println("The other checkout's:");
                turnAndPoll(other);
            }
        }
    }

    private static RunningService display(String checkout, InventedHistory history) throws Exception {
        return RunningService.start(
                Path.of(checkout, "services", "display-feed").toString(), "sem.history.url=" + history.uri());
    }

    private static void turnAndPoll(RunningService display) throws Exception {
        System.out.println("A knob, from memory: " + Knob.turn(display.url("/display")));
        poll(display, Duration.ofSeconds(10), 2);
        poll(display, Duration.ofSeconds(1), 20);
    }

    private static void poll(RunningService display, Duration interval, int rounds) throws InterruptedException {
        System.out.println(
                DEVICES + " devices, each every " + interval.toSeconds() + " s, a connection for each question:");
        System.out.println(new Devices(display.port(), DEVICES, interval).poll(rounds));
    }

    private static Map<String, Question> questions(RunningService empty, RunningService display, RunningService other)
            throws Exception {
        Map<String, Question> questions = new LinkedHashMap<>();
        questions.put("empty endpoint", new Question(empty, empty.url("/empty"), List.of()));
        if (other != null) {
            Map<String, Question> others = pictures(other);
            pictures(display).forEach((name, question) -> {
                questions.put(name, question);
                questions.put(name + OTHER, others.get(name));
            });
            return questions;
        }
        questions.putAll(pictures(display));
        String resource = empty.url("/empty/picture");
        questions.put(
                "as a REST resource: not changed, 304",
                new Question(empty, resource, List.of("If-None-Match: " + header(resource, "ETag"))));
        questions.put("as a REST resource: 33,600 bytes", new Question(empty, resource, List.of()));
        questions.put("33,600 zeros of the empty service", new Question(empty, empty.url("/empty/33600"), List.of()));
        return questions;
    }

    private static Map<String, Question> pictures(RunningService display) throws Exception {
        Map<String, Question> questions = new LinkedHashMap<>();
        String png = display.url("/display/week/0.png");
        String raw = display.url("/display/day/0.raw");
        questions.put("png, not changed: 304", new Question(display, png, List.of("If-None-Match: " + etag(png))));
        questions.put("raw, not changed: 304", new Question(display, raw, List.of("If-None-Match: " + etag(raw))));
        questions.put("png", new Question(display, png, List.of()));
        questions.put("bin, 16,800 bytes", new Question(display, display.url("/display/day/0.bin"), List.of()));
        questions.put("raw, 33,600 bytes", new Question(display, raw, List.of()));
        return questions;
    }

    /** The ETag of a picture, as soon as the service has asked history and drawn it. */
    private static String etag(String url) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            String status = connection.getHeaderField("X-Feed-Status");
            if ("ok".equals(status)) {
                return connection.getHeaderField("ETag");
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(url + " is " + status);
            }
            Thread.sleep(500);
        }
    }

    private static String header(String url, String name) throws IOException {
        return URI.create(url).toURL().openConnection().getHeaderField(name);
    }

    private static Measured ask(Question question, Duration duration) throws Exception {
        Duration before = question.service().processorTime();
        Wrk.Result result = Wrk.run(question.url(), CONNECTIONS, duration, question.headers());
        Duration used = question.service().processorTime().minus(before);
        return new Measured(result.perSecond(), used.toNanos() / 1000.0 / result.answers());
    }

    private static void print(Map<String, List<Measured>> rounds) {
        List<Measured> base = rounds.values().iterator().next();
        System.out.println(
                "| what | answers a second | of the empty endpoint's | its processor time for one | at its rate |");
        System.out.println("|---|---:|---:|---:|---:|");
        rounds.forEach((name, each) -> System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.0f µs | %.2f |%n",
                name,
                median(each.stream().map(Measured::perSecond).toList()),
                ratio(each, base, Measured::perSecond),
                median(each.stream().map(Measured::micros).toList()),
                ratio(base, each, Measured::micros)));
        System.out.println(
                "Medians of " + ROUNDS + " rounds, each beside the empty endpoint in the same round; limit " + LIMIT);
        rounds.forEach((name, each) -> {
            List<Measured> other = rounds.get(name + OTHER);
            if (other != null) {
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.2f times the other checkout's rate, %.2f times its processor time for one%n",
                        name,
                        ratio(each, other, Measured::perSecond),
                        ratio(each, other, Measured::micros));
            }
        });
    }

    /** The median of what one of the two is of the other in the same round. */
    private static double ratio(List<Measured> each, List<Measured> other, ToDoubleFunction<Measured> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < each.size(); round++) {
            ratios.add(figure.applyAsDouble(each.get(round)) / figure.applyAsDouble(other.get(round)));
        }
        return median(ratios);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
