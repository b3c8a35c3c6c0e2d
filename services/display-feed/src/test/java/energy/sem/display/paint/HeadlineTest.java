package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.raster.Panel;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Sample;
import energy.sem.display.view.View;
import energy.sem.display.view.WrongClock;

import static org.assertj.core.api.Assertions.assertThat;

class HeadlineTest {
    private final Painter painter = new Painter();

    private List<String> texts(View view) {
        return painter.drawing(view, Panel.ORIGINAL).placed().stream()
                .map(Drawing.Placed::text)
                .toList();
    }

    private boolean compares(View view) {
        return texts(view).stream().anyMatch(text -> text.equals("t.o.v.") || text.equals("gelijk aan"));
    }

    @Test
    void comparison_is_left_out_when_history_cannot_tell_it() {
        assertThat(compares(Samples.week().view())).isTrue();
        assertThat(compares(Samples.week().first().view())).isFalse();
        assertThat(compares(Samples.week().before(i -> 0).view())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1000, 1200, 20", "1000, 804, 20", "1000, 1004, same", "1000, 50000, >999", "2000, 2009, same"})
    void change_in_percent(long before, long now, String percent) {
        List<String> texts =
                texts(Samples.week().before(i -> before).amounts(i -> now).view());
        if (percent.equals("same")) {
            assertThat(texts).contains("gelijk aan");
        } else {
            assertThat(texts).contains(percent + "\u202F%");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9999, NUMBER_LARGE",
        "99990, NUMBER_LARGE",
        "1203000, NUMBER",
        "99999000, NUMBER",
        "999999000, NUMBER_SMALL"
    })
    void longer_numbers_are_smaller(long wh, Style style) {
        View view = Samples.week().amounts(i -> i == 0 ? wh : 0).view();
        assertThat(painter.drawing(view, Panel.ORIGINAL).placed())
                .anySatisfy(text -> assertThat(text.style()).isEqualTo(style));
    }

    @ParameterizedTest
    @CsvSource({
        "METER, -96, NL, meterklok 96 dagen achter",
        "METER, 1, NL, meterklok 1 dag voor",
        "METER, -9700, NL, meterklok 26 jaar achter",
        "METER, 2, EN, meter clock 2 days ahead",
        "METER, -96, FR, horloge compteur −96 jours",
        "METER, -96, DE, Zähleruhr geht 96 Tage nach",
        "COMPUTER, -3, NL, computerklok 3 dagen voor",
        "COMPUTER, 3, EN, computer clock 3 days behind",
    })
    void a_wrong_clock_is_said_with_its_offset_beside_an_unchanged_picture(
            WrongClock.Whose whose, int daysAhead, Language language, String words) {
        View view = Samples.day()
                .in(language)
                .clock(new WrongClock(whose, daysAhead))
                .view();
        assertThat(texts(view)).contains(words);
        assertThat(texts(Samples.day().in(language).view())).doesNotContain(words);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 0, NL, 2026-11-05T06:20, vanaf 06:20 tot 10:45",
        "WEEK, 0, NL, 2026-11-04T16:00, vanaf 4 nov tot do 10:45",
        "MONTH, -1, EN, 2026-10-28T16:00, from 28 Oct",
        "YEAR, -1, EN, 2025-10-28T16:00, from 28 Oct",
        "YEAR, -1, NL, 2025-10-28T16:00, vanaf 28 okt",
        "YEAR, -1, FR, 2025-10-28T16:00, dès le 28 oct",
        "YEAR, -1, DE, 2025-10-28T16:00, ab 28. Okt",
    })
    void a_period_that_was_measured_in_part_says_from_when(
            Period period, int offset, Language language, LocalDateTime first, String words) {
        LocalDate firstDay = period.firstDay(offset, LocalDate.of(2026, 11, 5));
        Sample sample = Sample.of(period, firstDay).offset(offset).in(language).measuredFrom(first);
        View view = (offset == 0 ? sample.until(LocalDateTime.of(2026, 11, 5, 10, 45)) : sample).view();
        assertThat(texts(view)).anyMatch(text -> text.startsWith(words));
    }

    @Test
    void simulated_data_are_called_demo() {
        assertThat(texts(Samples.week().demo().view())).contains("DEMO");
        assertThat(texts(Samples.week().view())).doesNotContain("DEMO");
    }

    @Test
    void picture_without_data_says_for_which_period_in_words() {
        assertThat(texts(Samples.golden().get("week-no-data"))).contains("Geen metingen voor week 45");
    }
}
