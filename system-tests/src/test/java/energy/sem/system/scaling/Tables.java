package energy.sem.system.scaling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outcomes as the tables of docs/scaling.md. */
final class Tables {
    private static final double SECONDS_A_DAY = 86_400;
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;
    private static final int RECKONED = 100_000;
    private static final List<Duration> RECKONED_EVERY =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(15));

    private Tables() {}

    /**
     * All of them.
     *
     * @param head of the run: when, where
     */
    static String of(String head, List<Outcome> outcomes, List<String> ended) {
        List<String> lines = new ArrayList<>(List.of(head, ""));
        ended.forEach(words -> lines.add("- **Did not last:** " + words));
        if (outcomes.isEmpty()) {
            return String.join("\n", lines) + "\n";
        }
        table(
                lines,
                "Meters | a reading each | telegrams a push | acknowledged/s | stored/s | a push took (half, 99 %, longest) | behind at most | all stored after",
                outcomes.stream()
                        .map(one -> row(
                                meters(one),
                                one.plan().isFast()
                                        ? "as fast as it goes"
                                        : each(one.plan().every()),
                                one.plan().telegramsAPush(),
                                number(one.acknowledgedRate()),
                                number(one.storedRate()),
                                times(one.answers(), 0.5, 0.99, 1) + " ms",
                                one.mostBehind(),
                                number(one.behindSeconds()) + " s")));
        List<String> parts = outcomes.isEmpty()
                ? List.of()
                : List.copyOf(outcomes.get(0).cores().keySet());
        table(
                lines,
                "Processor: cores used | telegrams/s | " + String.join(" | ", parts)
                        + " | of all cores | the most of SEM has | a telegram, without history",
                outcomes.stream()
                        .map(one -> row(
                                meters(one),
                                number(one.acknowledgedRate()),
                                parts.stream()
                                        .map(part -> two(one.cores().get(part)))
                                        .collect(Collectors.joining(" | ")),
                                percent(one.busyShare()),
                                one.busiest(),
                                two(one.millisATelegram()) + " ms")));
        List<String> resident = outcomes.isEmpty()
                ? List.of()
                : List.copyOf(outcomes.get(0).megabytes().keySet());
        table(
                lines,
                "Memory: most resident, MiB | heap of a service | " + String.join(" | ", resident),
                outcomes.stream()
                        .map(one -> row(
                                meters(one),
                                one.plan().heapMegabytes() == 0
                                        ? "96 (shipped)"
                                        : Integer.toString(one.plan().heapMegabytes()),
                                resident.stream()
                                        .map(part -> one.megabytes().get(part).toString())
                                        .collect(Collectors.joining(" | ")))));
        table(
                lines,
                "Disk | telegrams/s | Kafka, a telegram | tables, a telegram | Kafka, a day | tables, a day",
                outcomes.stream()
                        .map(one -> row(
                                meters(one),
                                number(one.acknowledgedRate()),
                                bytes(one, one.kafkaBytes()),
                                bytes(one, one.tableBytes()),
                                aDay(one, one.kafkaBytes()),
                                aDay(one, one.tableBytes()))));
        table(
                lines,
                "Answers under load, ms (half, 99 %) | "
                        + Stream.of(Questions.Kind.values())
                                .map(Questions.Kind::words)
                                .collect(Collectors.joining(" | ")),
                outcomes.stream()
                        .map(one -> row(
                                meters(one),
                                Stream.of(Questions.Kind.values())
                                        .map(kind -> times(one.asked().get(kind), 0.5, 0.99))
                                        .collect(Collectors.joining(" | ")))));
        table(
                lines,
                "New meters | `meter add --file` | a meter | first telegrams/s | all of them stored after",
                outcomes.stream()
                        .map(one -> row(
                                meters(one),
                                number(one.addSeconds()) + " s",
                                two(1000 * one.addSeconds() / one.plan().meters()) + " ms",
                                number(one.firstRate()),
                                number(one.firstBehindSeconds()) + " s")));
        outcomes.stream()
                .filter(one -> one.edge() != null)
                .forEach(one -> table(
                        lines,
                        "Ingest, %d meters, each %s | batches | ms a batch | µs a telegram | waiting at most"
                                .formatted(one.plan().meters(), each(one.plan().every())),
                        Stream.of(
                                batches("the minute after the edge", one.edge().atEdge()),
                                batches("the rest", one.edge().between()),
                                row("times as long", "", "", two(one.edge().ratio()), ""))));
        List<Outcome> fast =
                outcomes.stream().filter(one -> one.plan().isFast()).toList();
        if (!fast.isEmpty()) {
            table(
                    lines,
                    "Reckoned from this for %,d meters | telegrams/s | ".formatted(RECKONED)
                            + fast.stream()
                                    .map(one -> "machines like this, %d a push | cores, %d a push"
                                            .formatted(
                                                    one.plan().telegramsAPush(),
                                                    one.plan().telegramsAPush()))
                                    .collect(Collectors.joining(" | "))
                            + " | Kafka, 7 days | raw, 14 days",
                    RECKONED_EVERY.stream().map(every -> reckoned(every, fast)));
        }
        outcomes.stream()
                .filter(one -> one.unanswered() != null)
                .forEach(one -> lines.add("- A question without an answer, of %d meters: %s"
                        .formatted(one.plan().meters(), one.unanswered())));
        return String.join("\n", lines).strip() + "\n";
    }

    // Disk by the one with the fewest telegrams a push, which takes the most.
    private static String reckoned(Duration every, List<Outcome> fast) {
        double rate = (double) RECKONED / every.toSeconds();
        Outcome first = fast.get(0);
        return row(
                "a reading each " + each(every),
                number(rate),
                fast.stream()
                        .map(one -> number(rate / Math.min(one.acknowledgedRate(), one.storedRate())) + " | "
                                + number(rate * one.millisATelegram() / 1000))
                        .collect(Collectors.joining(" | ")),
                number(rate * 7 * SECONDS_A_DAY * first.kafkaBytes() / first.acknowledged() / GIGABYTE) + " GB",
                number(rate * 14 * SECONDS_A_DAY * first.tableBytes() / first.acknowledged() / GIGABYTE) + " GB");
    }

    private static void table(List<String> lines, String head, Stream<String> rows) {
        lines.add("| " + head + " |");
        lines.add("|---".repeat(head.split("\\|", -1).length) + "|");
        rows.forEach(lines::add);
        lines.add("");
    }

    private static String row(Object... cells) {
        return Stream.of(cells).map(Object::toString).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String batches(String when, EdgeTimes.Batches batches) {
        return row(
                when,
                number(batches.count()),
                number(batches.millisABatch()),
                number(batches.microsATelegram()),
                batches.behind());
    }

    private static String meters(Outcome one) {
        String all = String.format(Locale.ROOT, "%,d", one.plan().meters());
        String spoke = one.spoke() < one.plan().meters() ? String.format(Locale.ROOT, " (%,d spoke)", one.spoke()) : "";
        return all + spoke + (one.plan().isFast() ? ", fast" : one.plan().edge() ? ", edge" : "");
    }

    private static String each(Duration every) {
        return every.toSeconds() % 60 == 0 ? every.toMinutes() + " min" : every.toSeconds() + " s";
    }

    private static String bytes(Outcome one, long bytes) {
        return number((double) bytes / one.acknowledged()) + " B";
    }

    private static String aDay(Outcome one, long bytes) {
        return number(bytes / one.seconds() * SECONDS_A_DAY / MEGABYTE) + " MB";
    }

    private static String times(Durations durations, double... shares) {
        return Arrays.stream(shares)
                .mapToObj(share -> number(durations.millis(share)))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Three digits at least, as far as there is anything in front of the point. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.1f" : "%,.0f", value);
    }
}
