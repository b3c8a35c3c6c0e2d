package energy.sem.display.serve;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.view.DataState;
import energy.sem.display.view.Facts;
import energy.sem.display.view.Fault;
import energy.sem.display.view.Language;
import energy.sem.display.view.Period;
import energy.sem.display.view.Status;
import energy.sem.display.view.Subject;
import energy.sem.display.view.Usage;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a device may sleep. */
class NextUpdateTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    @ParameterizedTest(name = "{0},{1} with data until {2} at {3}: {4}")
    @CsvSource({
        // 45 seconds after the next quarter hour its data are drawn
        "DAY, 0, 10:45, 10:46:00, 885",
        "DAY, 0, 10:45, 10:50:00, 645",
        "WEEK, 0, 10:45, 10:50:00, 645",
        // never sooner than the panel's maker allows
        "DAY, 0, 10:45, 10:59:50, 180",
        // the edge has passed, its data are on their way
        "DAY, 0, 10:45, 11:00:05, 180",
        // they are late: the next regular time, not a race
        "DAY, 0, 10:30, 10:46:00, 885",
        // a month and a year hardly move within the hour
        "MONTH, 0, 10:45, 10:50:00, 645",
        "YEAR, 0, 10:45, 10:20:00, 2445",
        // at night nobody looks
        "DAY, 0, 23:00, 23:01:00, 3585",
        "DAY, 0, 04:45, 04:50:00, 645",
        // a day that is over becomes another one at midnight, but is asked for at least every six hours
        "DAY, -1, 00:00, 22:00:00, 7245",
        "YEAR, -1, 00:00, 10:46:00, 21600"
    })
    void seconds_until_something_can_have_changed(Period period, int offset, String asOf, String now, long expected) {
        View view = view(Status.OK, period, offset, LocalDateTime.parse("2026-11-05T" + asOf));

        assertThat(NextUpdate.seconds(view, instant(now))).isEqualTo(expected);
    }

    @Test
    void in_trouble_it_is_five_minutes() {
        for (Status status : List.of(Status.STALE, Status.NO_DATA, Status.STARTING, Status.ERROR)) {
            assertThat(NextUpdate.seconds(view(status, Period.DAY, 0, null), instant("10:50:00")))
                    .isEqualTo(300);
        }
    }

    @Property(tries = 500)
    void it_is_always_between_three_minutes_and_six_hours(
            @ForAll Period period,
            @ForAll @IntRange(min = -2, max = 0) int offset,
            @ForAll @IntRange(min = 0, max = 20_000_000) int second) {
        Instant now = Instant.ofEpochSecond(1_790_000_000L + second);
        LocalDateTime asOf = LocalDateTime.ofInstant(Instant.ofEpochSecond(now.getEpochSecond() / 900 * 900), ZONE);

        assertThat(NextUpdate.seconds(view(Status.OK, period, offset, asOf), now))
                .isBetween(180L, 21_600L);
    }

    @ParameterizedTest(name = "at {0}, yesterday with data until {1}: {2}")
    @CsvSource({
        // its last quarter hour is on its way
        "00:00:04, 2026-11-04T23:45, 180",
        // and has come
        "00:00:50, 2026-11-05T00:00, 21600",
        // or never will
        "00:16:00, 2026-11-04T23:45, 21600",
    })
    void just_after_its_end_a_day_is_asked_for_once_more(String now, LocalDateTime asOf, long expected) {
        assertThat(NextUpdate.seconds(view(Status.OK, Period.DAY, -1, asOf), instant(now)))
                .isEqualTo(expected);
    }

    private static Instant instant(String time) {
        return LocalDateTime.parse("2026-11-05T" + time).atZone(ZONE).toInstant();
    }

    private static View view(Status status, Period period, int offset, LocalDateTime asOf) {
        LocalDate firstDay = period.firstDay(offset, LocalDate.parse("2026-11-05"));
        return new View(
                new Subject("home", period, offset, Utility.ELECTRICITY, ZONE, firstDay),
                Language.NL,
                new DataState(
                        asOf,
                        status,
                        status == Status.STALE ? LocalDateTime.parse("2026-11-05T09:00") : null,
                        status == Status.ERROR ? Fault.INTERNAL : null,
                        false,
                        null),
                new Usage(1000L, 0L, null, false, List.of()),
                null,
                Facts.NONE);
    }
}
