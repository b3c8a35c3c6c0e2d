package energy.sem.history.period;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.history.answer.Comparison;
import energy.sem.history.answer.PeriodAnswer;
import energy.sem.history.calendar.Household;
import energy.sem.history.calendar.Period;
import energy.sem.history.calendar.Span;
import energy.sem.history.calendar.View;
import energy.sem.history.model.Plain;
import energy.sem.history.model.PlainDevice;
import energy.sem.history.model.Tables;
import energy.sem.history.store.Device;
import energy.sem.history.store.Kind;
import energy.sem.history.store.Meter;
import energy.sem.local.test.TestServices;
import energy.sem.p1.Register;

import static org.assertj.core.api.Assertions.assertThat;

/** A period beside the one before, at moments of a clock that the test sets. */
class ComparisonTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final long QUARTER = 900_000;
    private static final long HOUR = 4 * QUARTER;

    private final PlainDevice electricity = new PlainDevice("electricity", "1SEMcompared");
    private final PlainDevice gas = new PlainDevice("gas", "7SEMcompared");

    @ParameterizedTest(name = "{0}, {1} days of data")
    @CsvSource({
        // nineteen minutes after midnight: the live total would be compared with fifteen
        "2026-11-22T00:19:00, 64",
        "2026-11-22T00:15:00, 64",
        "2026-11-22T00:44:59, 64",
        "2026-11-22T10:47:12, 64",
        "2026-11-23T00:16:00, 64",
        "2026-12-01T00:17:30, 64",
        "2026-11-30T23:59:59, 64",
        // days with 23 and 25 hours, the days after, and their weeks
        "2026-03-29T01:50:00, 64",
        "2026-03-29T03:10:00, 64",
        "2026-03-30T02:40:00, 64",
        "2026-03-31T12:20:00, 64",
        "2026-10-25T02:50:00, 64",
        "2026-10-26T02:20:00, 64",
        "2026-11-01T08:05:00, 64",
        // months of other lengths, a leap day and the days around it, the turn of a year
        "2026-05-31T18:35:00, 64",
        "2028-02-29T11:25:00, 430",
        "2028-03-01T00:20:00, 430",
        "2028-03-30T09:55:00, 64",
        "2027-01-01T00:19:00, 430",
        "2029-02-28T16:10:00, 430",
    })
    void both_sides_count_up_to_the_same_point_in_every_answer(LocalDateTime local, int days) throws Exception {
        Instant now = local.atZone(BRUSSELS).toInstant();
        Meter meter =
                written("compared" + local.toString().toLowerCase(Locale.ROOT).replaceAll("\\W", ""), now, days);
        PeriodAnswers answers = answers(now);
        for (Period period : Period.values()) {
            if (period == Period.YEAR && days < 400) {
                continue;
            }
            View view = new View(period, 0);
            PeriodAnswer live = answer(answers, meter, view, now, Until.LAST_READING);
            PeriodAnswer quarter = answer(answers, meter, view, now, Until.LAST_QUARTER);

            assertThat(live.comparison())
                    .as("the same whatever the data end at")
                    .isEqualTo(quarter.comparison());
            check(period + " " + local, live, quarter);
        }
    }

    private void check(String what, PeriodAnswer live, PeriodAnswer quarter) {
        Comparison said = live.comparison();
        long from = edge(live.from().toInstant());
        long until = edge(said.until().toInstant());
        long before = edge(live.previous().from().toInstant());
        long point = edge(said.previousUntil().toInstant());
        Plain plain = new Plain(List.of(electricity, gas), BRUSSELS, Long.MAX_VALUE);

        assertThat(said.until()).as(what).isEqualTo(live.dataUntil());
        assertThat(said.previousUntil()).as(what).isEqualTo(live.previous().point());
        assertThat(said.total().of(Register.IMPORT_WH))
                .as(what)
                .isEqualByComparingTo(plain.energy("import", from, until))
                .isEqualTo(quarter.total().of(Register.IMPORT_WH));
        assertThat(said.previous().of(Register.IMPORT_WH))
                .as(what)
                .isEqualByComparingTo(plain.energy("import", before, point))
                .isEqualTo(live.previous().untilSamePoint().of(Register.IMPORT_WH));
        assertThat(said.changePercent().importKwh())
                .as(what)
                .isEqualTo(percent(plain.energy("import", from, until), plain.energy("import", before, point)));

        // Gas is read at full hours: it is compared up to the last one, on both sides.
        long hour = until / 4 * 4;
        if (hour > from && period(live) != Period.DAY) {
            long missing = until - hour;
            BigDecimal then = plain.sum("gas", before, point - missing, "volume_l");
            assertThat(said.total().gasM3()).as(what).isEqualByComparingTo(plain.sum("gas", from, hour, "volume_l"));
            // A date or a time that is not there is SpanTest's.
            boolean sameTime =
                    said.until().toLocalTime().equals(said.previousUntil().toLocalTime());
            if (sameTime && point - missing > before) {
                assertThat(said.previous().gasM3()).as(what).isEqualByComparingTo(then);
                assertThat(said.changePercent().gasM3())
                        .as(what)
                        .isEqualTo(percent(said.total().gasM3(), then));
            }
        }
    }

    @Test
    void in_the_first_quarter_hour_nothing_is_compared() throws Exception {
        Instant now =
                LocalDateTime.parse("2026-11-22T00:14:59").atZone(BRUSSELS).toInstant();
        Meter meter = written("comparedfirst", now, 3);

        assertThat(answer(answers(now), meter, new View(Period.DAY, 0), now, Until.LAST_READING)
                        .comparison())
                .isNull();
    }

    @Test
    void where_too_little_of_the_period_before_was_measured_there_is_no_percentage() throws Exception {
        Instant now =
                LocalDateTime.parse("2026-11-22T10:47:12").atZone(BRUSSELS).toInstant();
        Meter meter = written("comparedshort", now, 10);

        Comparison week = answer(answers(now), meter, new View(Period.WEEK, 0), now, Until.LAST_READING)
                .comparison();
        assertThat(week.previous().of(Register.IMPORT_WH)).isPositive();
        assertThat(week.changePercent()).isNull();
    }

    @Test
    void until_last_quarter_is_the_same_to_the_byte_with_each_batch_until_a_quarter_hour_is_full() throws Exception {
        Instant now =
                LocalDateTime.parse("2026-11-22T10:46:00").atZone(BRUSSELS).toInstant();
        Meter meter = written("comparedbatches", now, 64);
        List<View> views = new ArrayList<>();
        for (Period period : Period.values()) {
            views.add(new View(period, 0));
            views.add(new View(period, -1));
        }
        for (View view : views) {
            String first = json(answer(answers(now), meter, view, now, Until.LAST_QUARTER));
            for (int seconds = 10; seconds < 830; seconds += 90) {
                Instant later = now.plusSeconds(seconds);
                batch(meter, later);
                assertThat(json(answer(answers(later), meter, view, later, Until.LAST_QUARTER)))
                        .as(view + " " + later)
                        .isEqualTo(first);
            }
            restore(meter, now);
            Instant full = now.plusSeconds(840);
            if (view.offset() == 0) {
                nextQuarter(meter, full);
                assertThat(json(answer(answers(full), meter, view, full, Until.LAST_QUARTER)))
                        .isNotEqualTo(first);
                drop(meter, full);
            }
        }
    }

    /** What ingest does with a batch: the running quarter hour's row moves on. */
    private static void batch(Meter meter, Instant at) throws SQLException {
        execute("UPDATE quarter_hour SET last_at = " + at.toEpochMilli()
                + ", last_import_t1_wh = last_import_t1_wh + 7, max_import_w = COALESCE(max_import_w, 0) + 1 WHERE device_id = "
                + meter.devices().get(0).id() + " AND quarter = " + edge(at));
    }

    private static void restore(Meter meter, Instant at) throws SQLException {
        execute("UPDATE quarter_hour SET last_at = " + at.toEpochMilli() + " WHERE device_id = "
                + meter.devices().get(0).id() + " AND quarter = " + edge(at));
    }

    private static void nextQuarter(Meter meter, Instant at) throws SQLException {
        execute(
                "INSERT INTO quarter_hour (device_id, quarter, first_at, last_at, first_import_t1_wh, last_import_t1_wh)"
                        + " SELECT device_id, quarter + 1, " + at.toEpochMilli() + ", " + at.toEpochMilli()
                        + ", last_import_t1_wh + 50, last_import_t1_wh + 50 FROM quarter_hour WHERE device_id = "
                        + meter.devices().get(0).id() + " AND quarter = " + (edge(at) - 1));
    }

    private static void drop(Meter meter, Instant at) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_migrate");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM quarter_hour WHERE device_id = "
                    + meter.devices().get(0).id() + " AND quarter = " + edge(at));
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestServices.get().connect("sem_ingest");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    private static PeriodAnswer answer(PeriodAnswers answers, Meter meter, View view, Instant now, Until until) {
        return answers.period(
                meter, view, Span.of(view, now, BRUSSELS), view.period().step(), until, Details.of("voltage,power"));
    }

    private static PeriodAnswers answers(Instant now) throws SQLException {
        return Wired.answers(Wired.source(), new Household(Clock.fixed(now, BRUSSELS)), List.of());
    }

    private static String json(PeriodAnswer answer) throws JsonProcessingException {
        return new ObjectMapper().registerModule(new JavaTimeModule()).writeValueAsString(answer);
    }

    private static Period period(PeriodAnswer answer) {
        return Period.of(answer.period());
    }

    private static long percent(BigDecimal now, BigDecimal before) {
        return Math.round((now.doubleValue() / before.doubleValue() - 1) * 100);
    }

    private static long edge(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), QUARTER);
    }

    /** A meter with a reading at each quarter hour and one now, and gas at each full hour. */
    private Meter written(String name, Instant now, int days) throws SQLException {
        long end = now.toEpochMilli();
        long registerWh = 1_000_000;
        for (long at = edge(now) * QUARTER - days * 96L * QUARTER; at <= end; at += QUARTER) {
            electricity.readings.put(at, Map.of("import_t1_wh", registerWh));
            if (at % HOUR == 0) {
                gas.readings.put(at, Map.of("volume_l", registerWh / 9));
            }
            registerWh += 40 + Math.floorMod(at / QUARTER * 7919, 211);
        }
        electricity.readings.put(end, Map.of("import_t1_wh", registerWh));
        try (Connection connection = TestServices.get().connect("sem_ingest")) {
            List<PlainDevice> devices = List.of(electricity, gas);
            List<Integer> ids = new Tables(connection).write(name, false, devices, BRUSSELS);
            return new Meter(
                    name,
                    false,
                    Tables.firstMilli(devices),
                    List.of(
                            new Device(ids.get(0), Kind.ELECTRICITY, electricity.serial),
                            new Device(ids.get(1), Kind.GAS, gas.serial)));
        }
    }
}
