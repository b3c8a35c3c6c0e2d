package energy.sem.cli.up;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NightlyBackupsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "never made, '', 2026-11-29T12:10:00Z, 2026-11-29T12:10:00Z",
        "made last night, 2026-11-29T01:15:00Z, 2026-11-29T12:10:00Z, 2026-11-30T01:15:00Z",
        "made by hand in the evening, 2026-11-29T19:00:00Z, 2026-11-29T12:10:00Z, 2026-11-30T01:15:00Z",
        "made after midnight, 2026-11-29T00:00:00Z, 2026-11-28T12:10:00Z, 2026-11-29T01:15:00Z",
        "a week was missed, 2026-11-22T01:15:00Z, 2026-11-29T12:10:00Z, 2026-11-29T12:10:00Z",
        "a night without a quarter past two, 2026-03-28T01:15:00Z, 2026-03-28T12:10:00Z, 2026-03-29T01:15:00Z",
        "a night with two, 2026-10-24T00:15:00Z, 2026-10-24T12:10:00Z, 2026-10-25T00:15:00Z"
    })
    void a_backup_is_due(String name, String newest, Instant earliest, Instant due) {
        Optional<Instant> made =
                Optional.of(newest).filter(text -> !text.isEmpty()).map(Instant::parse);

        assertThat(NightlyBackups.due(made, earliest, ZoneId.of("Europe/Brussels")))
                .isEqualTo(due);
    }
}
