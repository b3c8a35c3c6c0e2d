package energy.sem.system.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a run showed.
 *
 * @param seed that draws the same faults again
 * @param faults how many there were
 * @param verdicts a meter each
 * @param poison how many records nobody can read were put among the telegrams
 * @param dead how many lie in the dead topic
 * @param heals how long each took to heal
 * @param slowest how long a push waited for its acknowledgement at most
 * @param differences of figures, answers and pictures; and answers that no fault excuses
 */
record Report(
        long seed,
        int faults,
        List<Verdict> verdicts,
        long poison,
        long dead,
        List<Duration> heals,
        Duration slowest,
        List<String> differences) {

    long telegrams() {
        return verdicts.stream().mapToLong(Verdict::telegrams).sum();
    }

    long owed() {
        return verdicts.stream().mapToLong(Verdict::owed).sum();
    }

    long stored() {
        return verdicts.stream().mapToLong(each -> each.stored().size()).sum();
    }

    long lost() {
        return verdicts.stream().mapToLong(each -> each.lost().size()).sum();
    }

    long doubled() {
        return verdicts.stream().mapToLong(Verdict::doubled).sum();
    }

    /** A row of the table in docs/reliability.md. */
    String row() {
        List<Duration> sorted = heals.stream().sorted().toList();
        Duration median = sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
        Duration longest = sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() - 1);
        return "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %s | %s |"
                .formatted(
                        LocalDate.now(java.time.ZoneOffset.UTC),
                        seed,
                        faults,
                        telegrams(),
                        owed(),
                        stored(),
                        lost(),
                        doubled(),
                        differences.size(),
                        seconds(median),
                        seconds(longest));
    }

    /** Prints it and adds it to a file. */
    void keepRow(Path file) throws IOException {
        System.out.println(row());
        Files.writeString(file, row() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Nothing was lost or doubled, and every figure, answer and picture is what it should be. */
    void assertFlawless() {
        assertThat(verdicts.stream()
                        .filter(verdict -> !verdict.lost().isEmpty())
                        .map(verdict -> verdict.meter() + ": " + verdict.lost()))
                .as("lost")
                .isEmpty();
        assertThat(verdicts).extracting(Verdict::owed).doesNotContain(0);
        assertThat(doubled()).as("doubled").isZero();
        assertThat(differences).isEmpty();
        assertThat(dead).as("records in the dead topic").isGreaterThanOrEqualTo(poison);
    }

    private static String seconds(Duration duration) {
        return "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100);
    }
}
