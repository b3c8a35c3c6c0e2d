package energy.sem.display.serve;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.view.DataState;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Subject;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A monitor is told in words what a picture would show. */
class ExplanationTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "STALE, , home since 2026-11-05T09:15: look at the meter-gateway",
        "NO_DATA, , no water readings of this week",
        "STARTING, , try again",
        "ERROR, HISTORY_UNREACHABLE, sem.history.url",
        "ERROR, HISTORY_REFUSES, sem.history.key",
        "ERROR, UNKNOWN_METER, '\"home\": /display/status'",
        "ERROR, BAD_REQUEST, address",
        "ERROR, INTERNAL, log",
    })
    void every_trouble_says_what_to_do_next(Status status, Fault fault, String words) {
        assertThat(Explanation.detail(view(status, fault))).contains(words);
    }

    @Test
    void there_is_nothing_to_say_of_a_picture_without_trouble() {
        assertThatIllegalArgumentException().isThrownBy(() -> Explanation.detail(view(Status.OK, null)));
    }

    private static View view(Status status, Fault fault) {
        LocalDateTime since = status == Status.STALE ? LocalDateTime.parse("2026-11-05T09:15") : null;
        LocalDate monday = LocalDate.parse("2026-11-02");
        return View.without(
                new Subject("home", Period.WEEK, 0, Utility.WATER, ZoneId.of("Europe/Brussels"), monday),
                Language.NL,
                new DataState(null, status, since, fault, false, null));
    }
}
