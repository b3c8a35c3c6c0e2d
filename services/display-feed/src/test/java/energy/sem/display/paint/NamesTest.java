package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.view.Language;
import energy.sem.display.view.Peak;
import energy.sem.display.view.Period;
import energy.sem.display.view.Sample;
import energy.sem.display.view.View;

import static org.assertj.core.api.Assertions.assertThat;

class NamesTest {

    private static Names names(View view) {
        return new Names(view, Phrases.of(view.language()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL | DAY   | 2026-11-05 | 0   | Vandaag, do 5 nov",
                "FR | DAY   | 2026-11-05 | 0   | Aujourd’hui, jeu. 5 nov.",
                "DE | DAY   | 2026-11-05 | 0   | Heute, Do 5. Nov.",
                "EN | DAY   | 2026-11-05 | 0   | Today, Thu 5 Nov",
                "NL | DAY   | 2026-11-04 | -1  | Gisteren, wo 4 nov",
                "NL | DAY   | 2026-11-03 | -2  | Dinsdag 3 november",
                "DE | DAY   | 2025-12-31 | -2  | Mittwoch 31. Dezember 2025",
                "NL | WEEK  | 2026-11-02 | 0   | Week 45, 2 – 8 nov",
                "FR | WEEK  | 2026-11-02 | 0   | Semaine 45, 2 – 8 nov.",
                "DE | WEEK  | 2026-11-02 | 0   | Woche 45, 2. – 8. Nov.",
                "EN | WEEK  | 2026-11-30 | 0   | Week 49, 30 Nov – 6 Dec",
                "NL | WEEK  | 2026-12-28 | 0   | Week 53, 28 dec – 3 jan",
                "NL | WEEK  | 2026-12-28 | -1  | Week 53, 28 dec 2026 – 3 jan 2027",
                "NL | WEEK  | 2024-12-30 | 0   | Week 1, 30 dec – 5 jan",
                "NL | WEEK  | 2025-11-03 | -52 | Week 45, 3 – 9 nov 2025",
                "NL | MONTH | 2026-10-01 | -1  | Oktober 2026",
                "FR | MONTH | 2026-02-01 | -1  | Février 2026",
                "NL | YEAR  | 2026-01-01 | 0   | 2026",
            })
    void title(Language language, Period period, LocalDate first, int offset, String title) {
        View view = Sample.of(period, first).offset(offset).in(language).view();
        assertThat(names(view).title().get(0)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL | DAY   | tot 10:45",
                "NL | WEEK  | tot do 10:45",
                "NL | MONTH | tot 22 okt, 10:45",
                "NL | YEAR  | tot 22 okt",
                "FR | WEEK  | jusqu’à jeu. 10:45",
                "DE | MONTH | bis 22. Okt., 10:45",
                "EN | WEEK  | until Thu 10:45",
            })
    void as_of(Language language, Period period, String text) {
        assertThat(names(Samples.of(period).in(language).view()).asOf().get(0)).isEqualTo(text);
    }

    @Test
    void a_period_that_is_over_says_no_time() {
        View view =
                Sample.of(Period.WEEK, LocalDate.of(2026, 10, 26)).offset(-1).view();
        assertThat(names(view).asOf()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NL | DAY   | gisteren 10:45",
                "NL | WEEK  | week 44 op dit punt",
                "NL | MONTH | september op dit punt",
                "NL | YEAR  | 2025 op dit punt",
                "FR | WEEK  | semaine 44 à ce stade",
                "DE | WEEK  | Woche 44 bis hier",
                "EN | DAY   | yesterday 10:45",
            })
    void the_period_before_up_to_the_same_point(Language language, Period period, String text) {
        assertThat(names(Samples.of(period).in(language).view()).previous().get(0))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DAY   | 2026-11-03 | ma 2 nov",
                "WEEK  | 2026-10-26 | week 43",
                "WEEK  | 2027-01-04 | week 53",
                "MONTH | 2026-01-01 | december",
                "YEAR  | 2026-01-01 | 2025",
            })
    void the_period_before_whole(Period period, LocalDate first, String text) {
        View view = Sample.of(period, first).offset(-2).view();
        assertThat(names(view).previous()).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-11-06T00:00, ''",
        "WEEK, 2026-11-04T18:15, wo",
        "WEEK, 2026-11-09T00:00, zo",
        "MONTH, 2026-11-01T00:00, 31 okt",
    })
    void a_quarter_hour_that_ends_at_midnight_belongs_to_the_day_before(Period period, LocalDateTime end, String text) {
        Peak peak = new Peak(3120, end.minusMinutes(15), end);
        assertThat(names(Samples.of(period).view()).day(peak)).isEqualTo(text);
    }

    @Test
    void banner_says_the_time_alone_only_in_the_picture_of_that_day() {
        LocalDateTime since = LocalDate.of(2026, 11, 5).atTime(9, 15);
        assertThat(names(Samples.day().view().staleSince(since)).stale().get(0)).isEqualTo("GEEN DATA SINDS 09:15");
        assertThat(names(Samples.week().view().staleSince(since)).stale())
                .startsWith("GEEN DATA SINDS DO 5 NOV 09:15")
                .doesNotContain("GEEN DATA SINDS 09:15");
    }
}
