package energy.sem.cli.doctor;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceClocksCheckTest {
    private static final Instant ASKED = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant ANSWERED = ASKED.plusSeconds(4);

    @ParameterizedTest
    @CsvSource({"-60", "-1", "0", "4", "64"})
    void a_clock_that_may_be_ours_is_well(int seconds) {
        assertThat(ServiceClocksCheck.look("ingest", ASKED.plusSeconds(seconds), ASKED, ANSWERED))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-61,   the clock of ingest is 61 s behind this computer's",
        "65,    the clock of ingest is 61 s ahead of this computer's",
        "86404, the clock of ingest is 86400 s ahead of this computer's"
    })
    void one_that_cannot_be_is_named(int seconds, String words) {
        assertThat(ServiceClocksCheck.look("ingest", ASKED.plusSeconds(seconds), ASKED, ANSWERED))
                .hasValueSatisfying(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.FAULT);
                    assertThat(finding.what()).isEqualTo(words);
                });
    }

    @Test
    void days_of_another_zone_than_the_answers_are_a_fault() {
        assertThat(ZoneCheck.look("Europe/Brussels", "Europe/Brussels").verdict())
                .isEqualTo(Verdict.WELL);
        Finding other = ZoneCheck.look("Europe/Brussels", "Europe/London");
        assertThat(other.verdict()).isEqualTo(Verdict.FAULT);
        assertThat(other.what())
                .isEqualTo("ingest keeps days of Europe/Brussels, and history answers in Europe/London");
    }
}
