package energy.sem.guard.simulated;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A household with a car for a year, second by second, under each recipe and without a guard. Prints docs/evcc.md's table. */
class YearTest {
    private static final Map<Controls, Outcome> AT_NIGHT = new ConcurrentHashMap<>();
    private static final Map<Controls, Outcome> FROM_DINNER_ON = new ConcurrentHashMap<>();

    /** What the guard keeps back for the seconds until a charger has given way: 4 kW for 50 s of a quarter hour. */
    private static final int RESERVE_W = 222;

    private static final List<Controls> GUARDED = List.of(Controls.EVCC, Controls.HOME_ASSISTANT, Controls.VICTRON);

    @BeforeAll
    static void years() {
        Arrays.stream(Controls.values()).parallel().forEach(each -> {
            AT_NIGHT.put(each, Year.of(House.busy(1), Habit.AT_NIGHT, new Charger(1, 32), each));
            FROM_DINNER_ON.put(each, Year.of(House.busy(1), Habit.FROM_DINNER_ON, new Charger(1, 32), each));
        });
        new EnumMap<>(AT_NIGHT).forEach((each, of) -> System.out.println("from 22 h, " + each + ": " + of));
        new EnumMap<>(FROM_DINNER_ON).forEach((each, of) -> System.out.println("from 18 h, " + each + ": " + of));
    }

    @Test
    void without_a_guard_the_car_raises_the_peak_of_every_month() {
        assertThat(AT_NIGHT.get(Controls.NONE).monthsRaised()).isEqualTo(12);
        assertThat(AT_NIGHT.get(Controls.NONE).billingPeakW()).isGreaterThan(9000);
    }

    @ParameterizedTest
    @EnumSource(
            value = Controls.class,
            names = {"EVCC", "HOME_ASSISTANT", "VICTRON"})
    void a_car_that_charges_at_night_never_raises_a_months_peak(Controls controls) {
        Outcome outcome = AT_NIGHT.get(controls);
        assertThat(outcome.monthsRaised()).isZero();
        assertThat(outcome.quartersRaised).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Controls.class,
            names = {"EVCC", "HOME_ASSISTANT", "VICTRON"})
    void it_gets_all_but_a_hundredth_of_what_it_gets_without_a_guard(Controls controls) {
        assertThat(AT_NIGHT.get(controls).carKwh())
                .isGreaterThan(0.99 * AT_NIGHT.get(Controls.NONE).carKwh());
    }

    @ParameterizedTest
    @EnumSource(
            value = Controls.class,
            names = {"EVCC", "HOME_ASSISTANT", "VICTRON"})
    void a_boiling_tap_each_hour_stops_no_car_and_moves_no_peak(Controls controls) {
        Outcome outcome = Year.of(House.quiet(1), Habit.AT_NIGHT, new Charger(1, 32), controls);
        assertThat(outcome.stops).isZero();
        assertThat(outcome.quartersRaised).isZero();
        assertThat(outcome.billingPeakW()).isEqualTo(2500);
        assertThat(outcome.missingWh).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Controls.class,
            names = {"EVCC", "HOME_ASSISTANT", "VICTRON"})
    void it_is_stopped_twice_an_hour_at_most(Controls controls) {
        assertThat(AT_NIGHT.get(controls).mostStopsAnHour).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"EVCC, evcc", "HOME_ASSISTANT, Home Assistant", "VICTRON, Victron"})
    void the_documentation_has_these_numbers(Controls controls, String name) throws Exception {
        Outcome outcome = AT_NIGHT.get(controls);
        assertThat(Files.readString(Path.of("../../docs/evcc.md")))
                .contains(String.format(
                        Locale.ROOT,
                        "| %s | %.0f kWh | %.1f kW | %d | %d, at most %d an hour |",
                        name,
                        outcome.carKwh(),
                        outcome.billingPeakW() / 1000,
                        outcome.monthsRaised(),
                        outcome.stops,
                        outcome.mostStopsAnHour));
    }

    /** Prints what six households come to, at night and from dinner on; minutes. */
    @ParameterizedTest
    @EnabledIfSystemProperty(named = "sem.test.long", matches = "true")
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "5, 1", "6, 1", "1, 3", "2, 3", "3, 3", "4, 3", "5, 3", "6, 3"})
    void no_months_peak_is_raised_at_night_and_none_beyond_the_houses_own_pace_in_other_households(
            int seed, int phases) {
        for (Controls each : GUARDED) {
            Outcome atNight = Year.of(House.busy(seed), Habit.AT_NIGHT, charger(phases), each);
            Outcome fromDinnerOn = Year.of(House.busy(seed), Habit.FROM_DINNER_ON, charger(phases), each);
            System.out.printf(
                    "household %d, %d phases, %s: from 22 h %s%nfrom 18 h %s%n",
                    seed, phases, each, atNight, fromDinnerOn);
            assertThat(atNight.monthsRaised()).isZero();
            assertThat(fromDinnerOn.mostAbovePaceW).isLessThanOrEqualTo(RESERVE_W);
        }
    }

    private static Charger charger(int phases) {
        return new Charger(phases, phases == 1 ? 32 : 16);
    }

    /**
     * What the car took is taken when the oven goes on, and nobody knows before that it will. So this is what a guard can
     * promise: above what the month has cost already a quarter hour ends only where the house alone, from some second of it
     * on, takes so much that its own pace brings it there; the reserve is for the seconds until the car has given way.
     */
    @ParameterizedTest
    @EnumSource(
            value = Controls.class,
            names = {"EVCC", "HOME_ASSISTANT", "VICTRON"})
    void a_car_that_charges_while_dinner_is_cooked_raises_no_peak_beyond_the_houses_own_pace(Controls controls) {
        assertThat(FROM_DINNER_ON.get(controls).mostAbovePaceW)
                .isLessThanOrEqualTo(RESERVE_W)
                .isLessThan(FROM_DINNER_ON.get(Controls.NONE).mostAbovePaceW / 10);
    }

    @Test
    void a_car_that_charges_while_dinner_is_cooked_raises_peaks_by_far_less_than_without_a_guard() {
        for (int month = 1; month <= 12; month++) {
            assertThat(FROM_DINNER_ON.get(Controls.EVCC).raisedW(month))
                    .as("month %d", month)
                    .isLessThan(FROM_DINNER_ON.get(Controls.NONE).raisedW(month) / 5);
        }
    }
}
