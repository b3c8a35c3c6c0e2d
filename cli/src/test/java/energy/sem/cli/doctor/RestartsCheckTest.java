package energy.sem.cli.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.cli.folder.Ends;
import energy.sem.cli.process.Ports;

import static org.assertj.core.api.Assertions.assertThat;

class RestartsCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void what_ends_again_and_again_is_a_fault_with_its_cause_and_its_log() {
        for (int minutes = 50; minutes > 0; minutes -= 10) {
            Ends.add(folder, NOW.minus(Duration.ofMinutes(minutes)), "history", "history ran out of memory");
        }

        assertThat(look()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.FAULT);
            assertThat(finding.what())
                    .startsWith("history ended 5 times in the last hour, last at ")
                    .endsWith(":50: history ran out of memory");
            assertThat(finding.advice())
                    .contains(folder.resolve("logs/history.log").toString());
        });
    }

    @ParameterizedTest
    @CsvSource({"1, ended once in the last hour", "2, ended 2 times in the last hour"})
    void once_or_twice_is_said_and_is_no_fault(int times, String said) {
        for (int time = 0; time < times; time++) {
            Ends.add(folder, NOW, "Kafka", "Kafka was killed by signal 9");
        }

        assertThat(look()).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WELL);
            assertThat(finding.what()).startsWith("Kafka " + said);
        });
    }

    @Test
    void parts_are_counted_each_by_itself_and_what_is_older_than_an_hour_is_not() {
        for (int time = 0; time < 4; time++) {
            Ends.add(folder, NOW.minus(Duration.ofMinutes(61)), "ingest", "old");
        }
        Ends.add(folder, NOW, "MariaDB", "new");
        Ends.add(folder, NOW, "history", "new");

        assertThat(look())
                .extracting(Finding::what)
                .satisfiesExactly(one -> assertThat(one).startsWith("MariaDB ended once"), other -> assertThat(other)
                        .startsWith("history ended once"));
    }

    @Test
    void nothing_has_ended_where_nothing_was_written_and_a_new_start_forgets() {
        Ends.add(folder, NOW, "history", "history ran out of memory");
        Ends.forget(folder);
        Ends.forget(folder);

        assertThat(look()).containsExactly(Finding.well("nothing has ended in the last hour"));
    }

    @Test
    void lines_that_are_cut_off_or_nonsense_hide_no_other_and_a_cause_of_many_lines_stays_one() throws Exception {
        Path file = folder.resolve("ends.tsv");
        Files.writeString(file, "nonsense\n2026-11-30\thistory\tno time\n2026-11-30T11:59:0\n\t\t\n");
        Ends.add(folder, NOW, "history", "a\tb\n" + "c".repeat(1000));
        Files.write(file, new byte[] {(byte) 0xff, '\n'}, StandardOpenOption.APPEND);

        assertThat(look()).singleElement().satisfies(finding -> assertThat(finding.what())
                .contains(": a b ccc")
                .hasSizeLessThan(600));
    }

    @Test
    void the_file_does_not_grow_for_ever_and_the_newest_stay() {
        for (int second = 0; second < 250; second++) {
            Ends.add(folder, NOW.plusSeconds(second), "history", "cause " + second);
        }

        List<Ends.End> kept = Ends.since(folder, Instant.EPOCH);
        assertThat(kept).hasSize(200);
        assertThat(kept.get(199).cause()).isEqualTo("cause 249");
    }

    private List<Finding> look() {
        return RestartsCheck.look(new Patient(Addresses.of(folder, new Ports(8080, 9092, 3306), Map.of())), NOW);
    }
}
