package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.gateway.clock.ClockState;

import static org.assertj.core.api.Assertions.assertThat;

/** When a clock that is wrong is told. */
class ClockFindingTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final ClockFinding finding = new ClockFinding();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // right, or so little wrong that a late telegram explains it
        "'0 -3 60 119 -100', ''",
        // wrong, and right again once it clearly is
        "'0 150 151 149 90 61 59 0 1', '150 right'",
        "'-300 -300 0', '-300 right'",
        // a drift is told anew from a minute and a tenth on
        "'150 200 210 211 250 272', '150 211 272'",
        "'3600 3700 3900 4000', '3600 4000'",
        // set to another wrong time
        "'600 -600', '600 -600'",
        // more than a day is an old recording, of which nothing is said
        "'90000', ''",
    })
    void a_believed_clock_is_told_to_be_off_by_minutes(String aheadSeconds, String told) {
        assertThat(told(ClockState.Condition.BELIEVED, aheadSeconds)).isEqualTo(told);
    }

    @Test
    void a_clock_that_was_never_set_is_told_with_the_word_for_it_and_once_it_is_set() {
        assertThat(told(ClockState.Condition.LOOKED_AT, "-800000000")).isEmpty();
        assertThat(told(ClockState.Condition.NEVER_SET, "-800000000 -800000010"))
                .isEqualTo("never-set -800000000");
        assertThat(told(ClockState.Condition.LOOKED_AT, "-5")).isEmpty();
        assertThat(told(ClockState.Condition.BELIEVED, "2")).isEqualTo("right");
    }

    @Test
    void that_it_is_the_computers_clock_is_told_too() {
        assertThat(told(ClockState.Condition.COMPUTER_OFF, "7200")).isEqualTo("computer-off 7200");
    }

    private String told(ClockState.Condition condition, String aheadSeconds) {
        List<String> told = new ArrayList<>();
        for (String seconds : aheadSeconds.split(" ")) {
            Duration ahead = Duration.ofSeconds(Long.parseLong(seconds));
            finding.of(new ClockState(condition, ahead, null), ahead, "1SEM", NOON)
                    .ifPresent(said -> {
                        assertThat(said.kind()).isEqualTo("clock");
                        assertThat(said.serial()).isEqualTo("1SEM");
                        assertThat(said.at()).isEqualTo(NOON);
                        String word = said.text() == null || said.text().equals("off") ? "" : said.text() + " ";
                        told.add(said.value() == null ? "right" : word + said.value());
                    });
        }
        return String.join(" ", told);
    }
}
