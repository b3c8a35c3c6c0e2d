package energy.sem.history.backup;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.history.store.BackupFacts;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "nothing was ever tried,           -,  -,  -,  -,     -,     -",
                "a person's own is never late,     90, -,  -,  -,     -,     -",
                "last night's and this week's,     1,  3,  90, true,  true,  -",
                "one night was missed,             2,  3,  90, true,  true,  -",
                "three nights were missed,         3,  3,  90, true,  true,  backup-late",
                "last night's failed,              1,  3,  90, false, true,  backup-failed",
                "it failed and none was ever made, -,  -,  1,  false, -,     backup-failed",
                "the drill failed,                 1,  8,  90, true,  false, drill-failed",
                "the first drill is to come,       1,  -,  9,  true,  -,     -",
                "no drill ever came,               1,  -,  16, true,  -,     drill-late",
                "no drill for three weeks,         1,  21, 90, true,  true,  drill-late"
            })
    void what_is_wrong(
            String name,
            Long backupDays,
            Long drillDays,
            Long nightlyDays,
            Boolean backupOk,
            Boolean drillOk,
            String word) {
        BackupFacts facts = new BackupFacts(
                ago(backupDays),
                ago(drillDays),
                ago(nightlyDays),
                backupOk == null ? null : new BackupFacts.Result(backupOk, "why"),
                drillOk == null ? null : new BackupFacts.Result(drillOk, "why"));

        assertThat(Trouble.of(facts, NOW).map(Trouble::word).orElse(null)).isEqualTo(word);
    }

    private static Instant ago(Long days) {
        return days == null ? null : NOW.minusSeconds(days * 86_400 - 3600);
    }
}
