package energy.sem.cli.keep;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutageTest {
    private static final Instant BEGIN = Instant.parse("2026-11-29T10:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Outage outage = new Outage("Kafka", BEGIN);

    @Test
    void its_cause_is_said_when_it_begins_and_its_length_when_it_is_over() {
        assertThat(outage.ended("Kafka was killed by signal 9", SECOND, BEGIN))
                .contains("Kafka was killed by signal 9; Kafka is started again in 1 s.");
        outage.tried();
        assertThat(outage.over(BEGIN.plusSeconds(7))).isEqualTo("Kafka is back after 7 s.");
    }

    @Test
    void the_same_cause_with_other_figures_is_said_again_after_ten_minutes_only() {
        outage.ended("the disk is full: 0 bytes left in /d", SECOND, BEGIN);
        outage.tried();

        assertThat(outage.ended("the disk is full: 4096 bytes left in /d", SECOND, BEGIN.plusSeconds(599)))
                .isEmpty();
        assertThat(outage.ended("the disk is full: 0 bytes left in /d", Duration.ofMinutes(1), BEGIN.plusSeconds(600)))
                .contains("the disk is full: 0 bytes left in /d; Kafka does not run, is tried again in 60 s, and for as"
                        + " long as it takes.");
    }

    @Test
    void another_cause_is_said_at_once() {
        outage.ended("Kafka was killed by signal 9", SECOND, BEGIN);
        outage.tried();

        assertThat(outage.ended("the disk is full: 0 bytes left in /d", SECOND, BEGIN.plusSeconds(1)))
                .isPresent();
        outage.tried();
        assertThat(outage.over(BEGIN.plusSeconds(3 * 3600 + 61))).isEqualTo("Kafka is back after 3 h 1 min, at try 2.");
    }
}
