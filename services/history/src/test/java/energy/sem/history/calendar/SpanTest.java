package energy.sem.history.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.base.Problem;
import energy.sem.quarter.QuarterHours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpanTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @ParameterizedTest(name = "{0} at {1} in {2}")
    @CsvSource({
        // an ordinary Sunday, the last day of its ISO week
        "day,      2026-11-22T10:15:03Z, Europe/Brussels, 2026-11-22T00:00+01:00, 2026-11-23T00:00+01:00, 24",
        "week,     2026-11-22T10:15:03Z, Europe/Brussels, 2026-11-16T00:00+01:00, 2026-11-23T00:00+01:00, 7",
        "'week,-2',2026-11-22T10:15:03Z, Europe/Brussels, 2026-11-02T00:00+01:00, 2026-11-09T00:00+01:00, 7",
        "month,    2026-11-22T10:15:03Z, Europe/Brussels, 2026-11-01T00:00+01:00, 2026-12-01T00:00+01:00, 30",
        "year,     2026-11-22T10:15:03Z, Europe/Brussels, 2026-01-01T00:00+01:00, 2027-01-01T00:00+01:00, 12",
        "'year,-1',2026-11-22T10:15:03Z, Europe/Brussels, 2025-01-01T00:00+01:00, 2026-01-01T00:00+01:00, 12",
        // just before and at midnight of the household, not of UTC
        "day,      2026-11-22T22:59:59Z, Europe/Brussels, 2026-11-22T00:00+01:00, 2026-11-23T00:00+01:00, 24",
        "day,      2026-11-22T23:00:00Z, Europe/Brussels, 2026-11-23T00:00+01:00, 2026-11-24T00:00+01:00, 24",
        // 23 and 25 hours, and the weeks and months that hold them
        "day,      2026-03-29T12:00:00Z, Europe/Brussels, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00, 23",
        "day,      2026-10-25T12:00:00Z, Europe/Brussels, 2026-10-25T00:00+02:00, 2026-10-26T00:00+01:00, 25",
        "'day,-1', 2026-03-30T00:30:00Z, Europe/Brussels, 2026-03-29T00:00+01:00, 2026-03-30T00:00+02:00, 23",
        "week,     2026-10-25T12:00:00Z, Europe/Brussels, 2026-10-19T00:00+02:00, 2026-10-26T00:00+01:00, 7",
        "month,    2026-03-29T12:00:00Z, Europe/Brussels, 2026-03-01T00:00+01:00, 2026-04-01T00:00+02:00, 31",
        // leap days
        "day,      2028-02-29T12:00:00Z, Europe/Brussels, 2028-02-29T00:00+01:00, 2028-03-01T00:00+01:00, 24",
        "month,    2028-02-29T12:00:00Z, Europe/Brussels, 2028-02-01T00:00+01:00, 2028-03-01T00:00+01:00, 29",
        "'month,-1',2026-03-31T12:00:00Z,Europe/Brussels, 2026-02-01T00:00+01:00, 2026-03-01T00:00+01:00, 28",
        // a year with 53 weeks: its last week reaches into the next year
        "'week,-1',2027-01-05T12:00:00Z, Europe/Brussels, 2026-12-28T00:00+01:00, 2027-01-04T00:00+01:00, 7",
        // midnight that does not exist, and an offset of 45 minutes
        "day,      2018-11-04T12:00:00Z, America/Sao_Paulo, 2018-11-04T01:00-02:00, 2018-11-05T00:00-02:00, 23",
        "day,      2026-11-22T10:15:03Z, Asia/Kathmandu,  2026-11-22T00:00+05:45, 2026-11-23T00:00+05:45, 24",
    })
    void a_period_begins_and_ends_with_the_calendar_of_its_zone(
            String view, Instant now, ZoneId zone, OffsetDateTime from, OffsetDateTime to, int buckets) {
        View of = View.of(view, null);
        Span span = Span.of(of, now, zone);
        assertThat(span.fromTime()).isEqualTo(from);
        assertThat(span.toTime()).isEqualTo(to);
        assertThat(span.edges(of.period().step())).hasSize(buckets + 1).isSorted();
        assertThat(span.startsWithDay()).isTrue();
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource({
        "day,   2026-11-22T11:15+01:00, 2026-11-21T11:15+01:00",
        "week,  2026-11-18T11:15+01:00, 2026-11-11T11:15+01:00",
        "month, 2026-11-18T11:15+01:00, 2026-10-18T11:15+02:00",
        "year,  2026-11-18T11:15+01:00, 2025-11-18T11:15+01:00",
        // local time, not elapsed hours, across a change of the clock
        "day,   2026-03-30T11:15+02:00, 2026-03-29T11:15+02:00",
        "day,   2026-03-29T11:15+02:00, 2026-03-28T11:15+01:00",
        // of a time that the clock skipped, when it did: never later than what comes after
        "day,   2026-03-30T01:45+02:00, 2026-03-29T01:45+01:00",
        "day,   2026-03-30T02:00+02:00, 2026-03-29T03:00+02:00",
        "day,   2026-03-30T02:30+02:00, 2026-03-29T03:00+02:00",
        "day,   2026-03-30T03:00+02:00, 2026-03-29T03:00+02:00",
        "week,  2026-04-05T02:30+02:00, 2026-03-29T03:00+02:00",
        "year,  2027-03-29T02:30+02:00, 2026-03-29T03:00+02:00",
        // weeks that hold a change of the clock
        "week,  2026-03-29T11:15+02:00, 2026-03-22T11:15+01:00",
        "week,  2026-11-01T11:15+01:00, 2026-10-25T11:15+01:00",
        // the hour that there is twice
        "day,   2026-10-26T02:30+01:00, 2026-10-25T02:30+01:00",
        "day,   2026-10-25T02:30+02:00, 2026-10-24T02:30+02:00",
        "day,   2026-10-25T02:00+01:00, 2026-10-24T03:00+02:00",
        "day,   2026-10-25T02:45+01:00, 2026-10-24T03:00+02:00",
        "day,   2026-10-25T03:15+01:00, 2026-10-24T03:15+02:00",
        // dates that the previous period does not have
        "month, 2026-03-28T11:15+01:00, 2026-02-28T11:15+01:00",
        "month, 2026-03-29T11:15+02:00, 2026-03-01T00:00+01:00",
        "month, 2026-03-31T11:15+02:00, 2026-03-01T00:00+01:00",
        "year,  2028-02-29T11:15+01:00, 2027-03-01T00:00+01:00",
        "year,  2028-03-01T11:15+01:00, 2027-03-01T11:15+01:00",
        "year,  2029-02-28T11:15+01:00, 2028-02-28T11:15+01:00",
        "year,  2029-03-01T00:00+01:00, 2028-03-01T00:00+01:00",
        "day,   2028-03-01T11:15+01:00, 2028-02-29T11:15+01:00",
        "month, 2028-03-29T11:15+02:00, 2028-02-29T11:15+01:00",
        // the ends
        "month, 2026-11-01T00:00+01:00, 2026-10-01T00:00+02:00",
        "year,  2026-12-31T23:45+01:00, 2025-12-31T23:45+01:00",
    })
    void the_same_point_of_the_previous_period_has_the_same_date_and_time(
            String period, OffsetDateTime point, OffsetDateTime same) {
        View view = View.of(period, null);
        Span span = Span.of(view, point.toInstant(), BRUSSELS);
        Span previous = Span.of(view.previous(), point.toInstant(), BRUSSELS);
        int found = span.samePoint(view.period(), previous, QuarterHours.of(point.toInstant()));
        assertThat(previous.time(found)).isEqualTo(same);
    }

    @Property
    void the_whole_period_compares_with_the_whole_previous_one(
            @ForAll Period period,
            @ForAll @LongRange(max = 4_000_000_000L) long now,
            @ForAll @IntRange(min = -20, max = 0) int offset) {
        View view = new View(period, offset);
        Instant instant = Instant.ofEpochSecond(1_000_000_000L + now);
        Span span = Span.of(view, instant, BRUSSELS);
        Span previous = Span.of(view.previous(), instant, BRUSSELS);
        assertThat(previous.to()).isEqualTo(span.from());
        assertThat(span.samePoint(period, previous, span.to())).isEqualTo(previous.to());
        assertThat(span.samePoint(period, previous, span.from())).isEqualTo(previous.from());
    }

    @Property(tries = 100)
    void the_same_point_never_goes_back_while_time_goes_on(
            @ForAll Period period, @ForAll @LongRange(max = 2_000_000_000L) long now) {
        Instant instant = Instant.ofEpochSecond(1_000_000_000L + now);
        Span span = Span.of(new View(period, 0), instant, BRUSSELS);
        Span previous = Span.of(new View(period, -1), instant, BRUSSELS);
        int before = previous.from();
        for (int point = span.from(); point <= span.to(); point++) {
            int same = span.samePoint(period, previous, point);
            assertThat(same).isBetween(before, previous.to());
            before = same;
        }
    }

    @Test
    void any_number_of_buckets_is_had_some_at_a_time() {
        Span years = Span.between(Times.time("from", "1999-12-31", BRUSSELS), Times.time("to", "2026-03-30", BRUSSELS));
        for (Step step : Step.values()) {
            Edges edges = new Edges(years, step);
            int last = years.from();
            while (edges.hasNext()) {
                int[] some = edges.next(1000);
                assertThat(some).hasSizeBetween(2, 1001).isSorted();
                assertThat(some[0]).isEqualTo(last);
                last = some[some.length - 1];
            }
            assertThat(last).isEqualTo(years.to());
        }
    }

    @Property
    void buckets_fill_the_period_without_holes(
            @ForAll Period period, @ForAll Step step, @ForAll @LongRange(max = 4_000_000_000L) long now) {
        Span span = Span.of(new View(period, 0), Instant.ofEpochSecond(1_000_000_000L + now), BRUSSELS);
        if (span.to() - span.from() > Span.MOST_BUCKETS && !step.wholeDays() && step == Step.QUARTER) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> span.edges(step));
            return;
        }
        if (step == Step.HOUR && (span.to() - span.from()) / 4 > Span.MOST_BUCKETS) {
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> span.edges(step));
            return;
        }
        int[] edges = span.edges(step);
        assertThat(edges[0]).isEqualTo(span.from());
        assertThat(edges[edges.length - 1]).isEqualTo(span.to());
        for (int i = 1; i < edges.length; i++) {
            assertThat(edges[i]).isGreaterThan(edges[i - 1]);
        }
    }

    @Test
    void a_range_may_begin_anywhere_on_a_quarter_hour() {
        Span span = Span.between(
                Times.time("from", "2026-11-22T10:15:00+01:00", BRUSSELS),
                Times.time("to", "2026-11-22T12:30:00+01:00", BRUSSELS));
        assertThat(span.edges(Step.HOUR)).hasSize(4);
        assertThat(span.startsWithDay()).isFalse();
        Span months =
                Span.between(Times.time("from", "2026-01-31", BRUSSELS), Times.time("to", "2026-04-30", BRUSSELS));
        int[] edges = months.edges(Step.MONTH);
        assertThat(months.time(edges[1])).isEqualTo("2026-02-28T00:00+01:00");
        assertThat(months.time(edges[2])).isEqualTo("2026-03-31T00:00+02:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:15:00+01:00, 2026-11-22T10:15+01:00",
        "2026-11-22T10:15:00 01:00, 2026-11-22T10:15+01:00",
        "2026-11-22T09:15:00Z, 2026-11-22T10:15+01:00",
        "2026-11-22T10:15, 2026-11-22T10:15+01:00",
        "2026-11-22, 2026-11-22T00:00+01:00",
    })
    void times_are_read_as_people_write_them(String text, OffsetDateTime time) {
        assertThat(Times.time("from", text, BRUSSELS).toOffsetDateTime()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:16:00, 2026-11-23, quarter hour",
        "2026-11-23, 2026-11-22, not before",
        "2026-11-23, 2026-11-23, not before",
        "1969-12-31, 2026-11-23, 1970",
        "2026-11-23, +999999999-01-01, year",
        "2026-11-23, 2026-13-01, not a time",
        "yesterday, 2026-11-23, not a time",
        ", 2026-11-23, missing",
    })
    void an_impossible_range_is_refused_with_the_reason(String from, String to, String reason) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Span.between(Times.time("from", from, BRUSSELS), Times.time("to", to, BRUSSELS)))
                .withMessageContaining(reason)
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void too_many_buckets_are_refused() {
        Span year = Span.of(new View(Period.YEAR, 0), Instant.parse("2026-11-22T10:00:00Z"), BRUSSELS);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> year.edges(Step.QUARTER))
                .withMessageContaining("5000");
    }
}
