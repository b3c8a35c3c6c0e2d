package energy.sem.cli.backup.keep;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeepRuleTest {
    private static final Instant NIGHT = Instant.parse("2026-11-29T02:15:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one is kept                      | 2026-11-29T02:15:00Z                      | 2026-11-29T02:15:00Z",
                "of one day the last              | 2026-11-29T02:15:00Z 2026-11-29T18:00:00Z | 2026-11-29T18:00:00Z",
                "of two days both                 | 2026-11-28T23:59:59Z 2026-11-29T00:00:00Z | 2026-11-28T23:59:59Z 2026-11-29T00:00:00Z",
                "an old one that is the only one  | 1999-01-01T00:00:00Z                      | 1999-01-01T00:00:00Z",
                "of two years ago the last a month| 2024-03-01T00:00:00Z 2024-03-20T00:00:00Z 2024-04-01T00:00:00Z | 2024-03-01T00:00:00Z 2024-03-20T00:00:00Z 2024-04-01T00:00:00Z"
            })
    void what_is_kept(String name, String times, String kept) {
        assertThat(KeepRule.kept(instants(times))).containsExactlyInAnyOrderElementsOf(instants(kept));
    }

    @Test
    void of_two_years_of_nights_seven_days_four_weeks_and_twelve_months_stay() {
        List<Instant> nights = IntStream.range(0, 730)
                .mapToObj(night -> NIGHT.minus(night, ChronoUnit.DAYS))
                .toList();

        // NIGHT is a Sunday: the end of its week, and two days of it are already the newest of this month and week.
        assertThat(KeepRule.kept(nights).stream()
                        .sorted(Comparator.reverseOrder())
                        .map(each -> each.toString().substring(0, 10)))
                .containsExactly(
                        "2026-11-29",
                        "2026-11-28",
                        "2026-11-27",
                        "2026-11-26",
                        "2026-11-25",
                        "2026-11-24",
                        "2026-11-23",
                        "2026-11-22",
                        "2026-11-15",
                        "2026-11-08",
                        "2026-10-31",
                        "2026-09-30",
                        "2026-08-31",
                        "2026-07-31",
                        "2026-06-30",
                        "2026-05-31",
                        "2026-04-30",
                        "2026-03-31",
                        "2026-02-28",
                        "2026-01-31",
                        "2025-12-31");
    }

    @Property
    void the_newest_is_kept_and_nothing_is_kept_that_was_not_there(
            @ForAll @NotEmpty List<@IntRange(min = 0, max = 2_000_000_000) Integer> seconds) {
        Set<Instant> times = seconds.stream().map(Instant::ofEpochSecond).collect(Collectors.toSet());

        Set<Instant> kept = KeepRule.kept(times);

        assertThat(times).containsAll(kept);
        assertThat(kept).contains(times.stream().max(Comparator.naturalOrder()).orElseThrow());
        assertThat(kept).hasSizeLessThanOrEqualTo(7 + 4 + 12);
        assertThat(KeepRule.kept(kept))
                .as("and doing it again deletes nothing more")
                .isEqualTo(kept);
    }

    private static List<Instant> instants(String times) {
        return Stream.of(times.split(" ")).map(Instant::parse).toList();
    }
}
