package energy.sem.cli.household;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class HouseholdTest {
    private static final int QUARTER_S = 900;

    private static final Household HOUSEHOLD = new Household(1);

    @Test
    void a_reading_depends_on_nothing_but_the_seed_and_the_second() {
        Instant early = Instant.parse("2024-02-29T17:03:21Z");
        Instant late = Instant.parse("2026-11-22T10:15:03Z");
        HouseholdReading lateFirst = HOUSEHOLD.readingAt(late);
        HouseholdReading earlyAfterwards = HOUSEHOLD.readingAt(early);

        Household another = new Household(1);
        assertThat(another.readingAt(early)).isEqualTo(earlyAfterwards);
        assertThat(another.readingAt(late.plusMillis(999))).isEqualTo(lateFirst);
        assertThat(new Household(2).readingAt(late)).isNotEqualTo(lateFirst);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2025-06-21T10:00:00Z", "2026-03-29T00:00:00Z", "2026-10-25T00:00:00Z", "2026-12-31T22:30:00Z"})
    void second_by_second_the_registers_rise_as_the_power_says(String from) {
        Instant start = Instant.parse(from);
        HouseholdReading before = HOUSEHOLD.readingAt(start);
        HouseholdReading first = before;
        double importWs = 0;
        double exportWs = 0;
        for (int s = 1; s <= 2 * 3600; s++) {
            importWs += before.importW();
            exportWs += before.exportW();
            HouseholdReading now = HOUSEHOLD.readingAt(start.plusSeconds(s));
            assertThat(importWh(now)).isBetween(importWh(before), importWh(before) + 4);
            assertThat(exportWh(now)).isBetween(exportWh(before), exportWh(before) + 4);
            assertThat(Math.min(now.importW(), now.exportW())).isZero();
            before = now;
        }
        assertThat((double) importWh(before) - importWh(first)).isCloseTo(importWs / 3600, within(3.0));
        assertThat((double) exportWh(before) - exportWh(first)).isCloseTo(exportWs / 3600, within(3.0));
    }

    @ParameterizedTest
    @CsvSource({
        "Friday before ten at night, 2026-11-20T21:59:59, 1",
        "Friday at ten at night,     2026-11-20T22:00:00, 2",
        "Saturday noon,              2026-11-21T12:00:00, 2",
        "Monday before seven,        2026-11-23T06:59:59, 2",
        "Monday at seven,            2026-11-23T07:00:00, 1",
        "a holiday on a Wednesday,   2026-11-11T12:00:00, 1",
        "seven on a summer morning,  2026-07-01T07:00:00, 1",
        "six on a summer morning,    2026-07-01T06:59:59, 2"
    })
    void the_tariff_follows_the_hours_of_belgium_and_only_its_register_counts(String when, String local, int tariff) {
        Instant at = LocalDateTime.parse(local).atZone(LocalDay.ZONE).toInstant();
        HouseholdReading reading = HOUSEHOLD.readingAt(at);
        HouseholdReading later = HOUSEHOLD.readingAt(at.plusSeconds(1));

        assertThat(reading.tariff()).as(when).isEqualTo(tariff);
        if (tariff == 1) {
            assertThat(later.importT2Wh()).isEqualTo(reading.importT2Wh());
            assertThat(later.exportT2Wh()).isEqualTo(reading.exportT2Wh());
        } else {
            assertThat(later.importT1Wh()).isEqualTo(reading.importT1Wh());
            assertThat(later.exportT1Wh()).isEqualTo(reading.exportT1Wh());
        }
    }

    @Test
    void the_demand_of_the_running_quarter_hour_starts_at_zero_and_is_four_times_its_energy() {
        Instant quarter = Instant.parse("2026-11-20T17:30:00Z");
        long start = importWh(HOUSEHOLD.readingAt(quarter));

        assertThat(HOUSEHOLD.readingAt(quarter).demandW()).isZero();
        for (int s = 1; s < QUARTER_S; s++) {
            HouseholdReading reading = HOUSEHOLD.readingAt(quarter.plusSeconds(s));
            assertThat(reading.demandW()).isEqualTo(4 * (importWh(reading) - start));
        }
        assertThat(HOUSEHOLD.readingAt(quarter.plusSeconds(QUARTER_S)).demandW())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-12", "2026-03", "2026-07", "2026-10"})
    void a_month_peak_is_its_highest_quarter_hour_with_the_time_of_its_end(String text) {
        YearMonth month = YearMonth.parse(text);
        Instant start = month.atDay(1).atStartOfDay(LocalDay.ZONE).toInstant();
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay(LocalDay.ZONE).toInstant();
        Peak highest = new Peak(0, start);
        HouseholdReading before = HOUSEHOLD.readingAt(start);
        assertThat(before.runningPeak())
                .as("nothing is over in a month's first second")
                .isEqualTo(highest);
        for (Instant edge = start.plusSeconds(QUARTER_S); edge.isBefore(end); edge = edge.plusSeconds(QUARTER_S)) {
            HouseholdReading now = HOUSEHOLD.readingAt(edge);
            int demandW = (int) (4 * (importWh(now) - importWh(before)));
            if (demandW > highest.watts()) {
                highest = new Peak(demandW, edge);
            }
            assertThat(now.runningPeak()).isEqualTo(highest);
            before = now;
        }
        List<ClosedMonth> closed = HOUSEHOLD.readingAt(end).closedMonths();
        assertThat(closed.get(closed.size() - 1)).isEqualTo(new ClosedMonth(end, highest));
    }

    @Test
    void the_last_thirteen_months_are_listed_oldest_first_each_with_the_first_of_the_month_after_it() {
        List<Instant> labels = HOUSEHOLD.readingAt(Instant.parse("2026-11-22T10:00:00Z")).closedMonths().stream()
                .map(ClosedMonth::label)
                .toList();

        List<Instant> expected = new ArrayList<>();
        for (YearMonth month = YearMonth.of(2025, 11);
                !month.isAfter(YearMonth.of(2026, 11));
                month = month.plusMonths(1)) {
            expected.add(month.atDay(1).atStartOfDay(LocalDay.ZONE).toInstant());
        }
        assertThat(labels).isEqualTo(expected).hasSize(13);
    }

    @Test
    void a_meter_that_was_just_placed_lists_no_month_and_shows_zero() {
        HouseholdReading first = HOUSEHOLD.readingAt(Household.firstInstant());

        assertThat(first.closedMonths()).isEmpty();
        assertThat(importWh(first) + exportWh(first) + first.gasLitres() + first.waterLitres())
                .isZero();
    }

    @Test
    void there_is_no_reading_before_the_meter_was_placed() {
        assertThatThrownBy(() -> HOUSEHOLD.readingAt(Household.firstInstant().minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("placed on 2023-01-01");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 42, -7})
    void a_year_is_that_of_a_flemish_family(long seed) {
        Household family = new Household(seed);
        HouseholdReading start = family.readingAt(midnight(2025, 1, 1));
        HouseholdReading end = family.readingAt(midnight(2026, 1, 1));

        assertThat((importWh(end) - importWh(start)) / 1000).as("kWh import").isBetween(2900L, 3600L);
        assertThat((exportWh(end) - exportWh(start)) / 1000).as("kWh export").isBetween(2100L, 2900L);
        assertThat((end.gasLitres() - start.gasLitres()) / 1000).as("m3 gas").isBetween(950L, 1450L);
        assertThat((end.waterLitres() - start.waterLitres()) / 1000)
                .as("m3 water")
                .isBetween(85L, 125L);
        assertThat(end.closedMonths()).extracting(month -> month.peak().watts()).allSatisfy(watts -> assertThat(watts)
                .isBetween(2500, 7500));
    }

    @Test
    void the_sun_shines_by_day_and_the_heating_burns_in_winter() {
        HouseholdReading dusk = HOUSEHOLD.readingAt(
                LocalDateTime.parse("2026-06-20T23:00:00").atZone(LocalDay.ZONE).toInstant());
        HouseholdReading dawn = HOUSEHOLD.readingAt(
                LocalDateTime.parse("2026-06-21T04:45:00").atZone(LocalDay.ZONE).toInstant());
        assertThat(exportWh(dawn)).isEqualTo(exportWh(dusk));

        long january = gasBetween(midnight(2026, 1, 1), midnight(2026, 2, 1));
        long july = gasBetween(midnight(2026, 7, 1), midnight(2026, 8, 1));
        assertThat(january).isGreaterThan(5 * july);
    }

    @Test
    void gas_and_water_are_read_every_five_minutes_on_the_clock() {
        Instant at = Instant.parse("2026-11-22T10:14:59Z");
        HouseholdReading reading = HOUSEHOLD.readingAt(at);
        HouseholdReading atCapture = HOUSEHOLD.readingAt(Instant.parse("2026-11-22T10:10:00Z"));

        assertThat(reading.captureAt()).isEqualTo(atCapture.captureAt()).isEqualTo("2026-11-22T10:10:00Z");
        assertThat(reading.gasLitres()).isEqualTo(atCapture.gasLitres());
        assertThat(HOUSEHOLD.readingAt(at.plusSeconds(1)).captureAt()).isEqualTo("2026-11-22T10:15:00Z");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-11-22, 24"})
    void a_day_has_as_many_hours_as_the_clock_gives_it(LocalDate date, int hours) {
        LocalDay day = LocalDay.of(date);
        Instant start = Instant.ofEpochSecond(day.startEpochS());

        assertThat(day.slices()).isEqualTo(hours * 360);
        assertThat(HOUSEHOLD
                        .readingAt(start.plus(Duration.ofHours(hours)).minusSeconds(1))
                        .at())
                .isEqualTo(start.plus(Duration.ofHours(hours)).minusSeconds(1));
    }

    @Test
    void each_phase_has_a_voltage_of_the_grid_and_a_current_that_fits_its_power() {
        for (int minute = 0; minute < 1440; minute++) {
            HouseholdReading reading = HOUSEHOLD.readingAt(midnight(2026, 6, 21).plusSeconds(60L * minute));
            assertThat(reading.phases()).hasSize(3).allSatisfy(phase -> {
                assertThat(phase.voltageDeciV()).isBetween(2200, 2500);
                double voltAmpere = phase.voltageDeciV() * phase.currentCentiA() / 1000.0;
                assertThat(voltAmpere).isBetween(Math.abs(phase.netW()) * 0.99, Math.abs(phase.netW()) * 1.06 + 20);
            });
        }
    }

    @Test
    void easter_moves() {
        assertThat(FamilyCalendar.easter(2024)).isEqualTo("2024-03-31");
        assertThat(FamilyCalendar.easter(2025)).isEqualTo("2025-04-20");
        assertThat(FamilyCalendar.easter(2026)).isEqualTo("2026-04-05");
        assertThat(FamilyCalendar.easter(2027)).isEqualTo("2027-03-28");
        assertThat(FamilyCalendar.easter(2038)).isEqualTo("2038-04-25");
    }

    private long gasBetween(Instant from, Instant to) {
        return HOUSEHOLD.readingAt(to).gasLitres() - HOUSEHOLD.readingAt(from).gasLitres();
    }

    private static Instant midnight(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(LocalDay.ZONE).toInstant();
    }

    private static long importWh(HouseholdReading reading) {
        return reading.importT1Wh() + reading.importT2Wh();
    }

    private static long exportWh(HouseholdReading reading) {
        return reading.exportT1Wh() + reading.exportT2Wh();
    }
}
