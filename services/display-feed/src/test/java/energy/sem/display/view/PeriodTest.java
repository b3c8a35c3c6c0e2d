package energy.sem.display.view;

import java.time.LocalDate;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The calendar of periods. */
class PeriodTest {

    @ParameterizedTest(name = "{0},{1} on {2} is {3} to {4}")
    @CsvSource({
        "DAY, 0, 2026-11-05, 2026-11-05, 2026-11-05",
        "DAY, -5, 2026-11-05, 2026-10-31, 2026-10-31",
        "WEEK, 0, 2026-11-08, 2026-11-02, 2026-11-08",
        "WEEK, -1, 2027-01-03, 2026-12-21, 2026-12-27",
        "WEEK, 0, 2027-01-03, 2026-12-28, 2027-01-03",
        "MONTH, -9, 2026-11-30, 2026-02-01, 2026-02-28",
        "MONTH, -1, 2024-03-31, 2024-02-01, 2024-02-29",
        "YEAR, -1, 2026-11-05, 2025-01-01, 2025-12-31"
    })
    void a_period_is_one_of_the_calendar(Period period, int offset, LocalDate today, LocalDate first, LocalDate last) {
        assertThat(period.firstDay(offset, today)).isEqualTo(first);
        assertThat(period.lastDay(period.firstDay(offset, today))).isEqualTo(last);
    }

    @Property(tries = 500)
    void the_offset_of_any_day_of_a_period_is_the_period_s(
            @ForAll Period period,
            @ForAll @IntRange(min = -500, max = 3) int offset,
            @ForAll @IntRange(min = 10_000, max = 30_000) int todaysEpochDay,
            @ForAll @IntRange(min = 0, max = 27) int into) {
        LocalDate today = LocalDate.ofEpochDay(todaysEpochDay);
        LocalDate first = period.firstDay(offset, today);
        LocalDate last = period.lastDay(first);
        LocalDate day = first.plusDays(into).isAfter(last) ? last : first.plusDays(into);

        assertThat(period.offset(day, today)).isEqualTo(offset);
    }
}
