package energy.sem.p1;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MomentaryValuesTest {

    private static final Instant T0 = Instant.parse("2024-10-18T07:00:00Z");

    private final Plausibility plausibility = new Plausibility();

    private Judged judge(int second, TelegramBuilder builder) {
        Telegram t = builder.serial("1SEM1")
                .registers(RegisterValues.of(Register.IMPORT_T1_WH, 1000L + second))
                .build();
        Instant at = T0.plusSeconds(second);
        return plausibility.judge(t, TelegramTimes.asStated(t, ZoneOffset.UTC, at));
    }

    private static TelegramBuilder belgian() {
        return Telegram.builder().dialect(Dialect.EMUCS_1_7);
    }

    private static TelegramBuilder volts(Integer... deciV) {
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < deciV.length; i++) {
            phases.add(new Phase(i + 1, deciV[i], 100, null, null));
        }
        return belgian().phases(phases);
    }

    @ParameterizedTest(name = "{0} dV: {1}")
    @CsvSource({
        "0, true, not connected",
        "99, true, induced on an open phase",
        "100, false, ",
        "449, false, ",
        "577, true, 100 V transformer between phase and star point",
        "635, true, 110 V transformer",
        "1285, true, 3 x 230 V without neutral against a star point",
        "1338, true, the same",
        "2300, true, 230 V",
        "3000, true, ",
        "3001, false, ",
        "9999, false, ",
        "-1, false, ",
    })
    void a_voltage_is_none_or_one_that_a_meter_is_connected_to(int deciV, boolean possible, String why) {
        Judged judged = judge(0, volts(2300, deciV, 2310));
        assertThat(judged.leftOut().isEmpty()).as(why).isEqualTo(possible);
        assertThat(judged.telegram().phases())
                .extracting(Phase::voltageDeciV)
                .containsExactly(2300, possible ? deciV : null, 2310);
        assertThat(judged.verdict().plausible()).isTrue();
    }

    @Test
    void what_is_left_out_is_told_with_its_value_and_why_and_all_else_stays() {
        MonthPeak peak = new MonthPeak(YearMonth.of(2024, 9), null, 4321);
        Judged judged = judge(0, volts(9999).importW(400).exportW(0).monthPeaks(List.of(peak)));
        assertThat(judged.leftOut())
                .containsExactly(new LeftOut(
                        "voltageDeciV",
                        1,
                        9999,
                        LeftOut.Cause.IMPOSSIBLE_VOLTAGE,
                        "phase 1: voltageDeciV is 999.9 V; it is 0 or between 45 and 300"));
        assertThat(judged.telegram().importW()).isEqualTo(400);
        assertThat(judged.telegram().monthPeaks()).containsExactly(peak);
        assertThat(judged.telegram().phases()).containsExactly(new Phase(1, null, 100, null, null));
        assertThat(judged.telegram().registers().get(Register.IMPORT_T1_WH)).isEqualTo(1000);
    }

    @Test
    void a_phase_of_which_nothing_is_left_is_not_there() {
        Judged judged = judge(0, belgian().phases(List.of(new Phase(2, 9999, null, null, null))));
        assertThat(judged.telegram().phases()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EMUCS_1_7, 140000, 0, ",
        "EMUCS_1_7, 600000, 0, ",
        "EMUCS_1_7, 600001, 0, importW",
        "EMUCS_1_7, 0, 999999, exportW",
        "EMUCS_1_7, 10, 10, ",
        "EMUCS_1_7, 11, 11, importW exportW",
        "DSMR_5, 200, 300, importW exportW",
        "DSMR_5, 999999, 300, importW",
        "HUNGARY, 250, 168, ",
        "SWEDEN, 250, 168, ",
    })
    void power_is_what_a_connection_carries_and_flows_one_way_where_the_meter_adds_phases_up(
            Dialect dialect, int in, int out, String leftOut) {
        Judged judged = judge(0, belgian().dialect(dialect).importW(in).exportW(out));
        List<String> names = leftOut == null ? List.of() : List.of(leftOut.split(" "));
        assertThat(judged.leftOut()).extracting(LeftOut::name).isEqualTo(names);
        assertThat(judged.telegram().importW()).isEqualTo(names.contains("importW") ? null : (Integer) in);
        assertThat(judged.telegram().exportW()).isEqualTo(names.contains("exportW") ? null : (Integer) out);
        assertThat(judged.verdict().plausible()).isTrue();
    }

    @Test
    void currents_phase_powers_demands_and_peaks_are_judged_too() {
        MonthPeak possible = new MonthPeak(YearMonth.of(2024, 8), null, 5000);
        Judged judged = judge(
                0,
                belgian()
                        .phases(List.of(new Phase(1, 2300, 99_900, 200_001, 0)))
                        .demandW(700_000)
                        .runningPeak(new Peak(null, 700_001))
                        .monthPeaks(List.of(new MonthPeak(YearMonth.of(2024, 9), null, 9_000_000), possible)));
        assertThat(judged.leftOut())
                .extracting(LeftOut::name)
                .containsExactly("demandW", "runningPeakW", "monthPeakW of 2024-09", "currentCentiA", "importW");
        assertThat(judged.telegram().monthPeaks()).containsExactly(possible);
        assertThat(judged.telegram().runningPeak()).isNull();
        assertThat(judged.telegram().phases()).containsExactly(new Phase(1, 2300, null, null, 0));
    }

    @Test
    void what_lasts_for_15_minutes_is_believed_until_it_ends() {
        for (int second = 0; second < 900; second += 10) {
            assertThat(judge(second, volts(4000 + second % 3)).leftOut()).hasSize(1);
        }
        assertThat(judge(900, volts(4001)).leftOut()).isEmpty();
        assertThat(judge(910, volts(4001)).leftOut()).isEmpty();
        judge(920, volts(2300));
        assertThat(judge(930, volts(4001)).leftOut()).hasSize(1);
    }

    @Test
    void three_in_fifteen_minutes_are_enough_and_two_are_not() {
        assertThat(judge(0, volts(4000)).leftOut()).hasSize(1);
        assertThat(judge(900, volts(4000)).leftOut()).hasSize(1);
        assertThat(judge(900, volts(4000)).leftOut()).as("the same again").hasSize(1);
        assertThat(judge(1800, volts(4000)).leftOut()).isEmpty();
    }

    @Test
    void one_that_jumps_about_is_never_believed() {
        for (int second = 0; second < 3600; second += 10) {
            assertThat(judge(second, volts(second % 20 == 0 ? 4000 : 15_000)).leftOut())
                    .hasSize(1);
        }
    }

    @Test
    void a_meter_that_says_both_ways_for_good_is_believed() {
        for (int second = 0; second < 900; second += 10) {
            assertThat(judge(second, belgian().importW(50 + second).exportW(3000))
                            .leftOut())
                    .hasSize(2);
        }
        assertThat(judge(900, belgian().importW(12).exportW(3000)).leftOut()).isEmpty();
    }

    @Property(tries = 300)
    void whatever_a_momentary_value_is_the_registers_are_judged_as_without_it(
            @ForAll int importW, @ForAll int deciV, @ForAll int centiA, @ForAll @IntRange(min = -50, max = 50) int wh) {
        Plausibility fresh = new Plausibility();
        Telegram first = belgian()
                .registers(RegisterValues.of(Register.IMPORT_T1_WH, 1000L))
                .build();
        Telegram odd = first.toBuilder()
                .importW(importW)
                .phases(List.of(new Phase(1, deciV, centiA, importW, 0)))
                .registers(RegisterValues.of(Register.IMPORT_T1_WH, 1000L + wh))
                .build();
        fresh.judge(first, TelegramTimes.asStated(first, ZoneOffset.UTC, T0));
        Judged judged = fresh.judge(odd, TelegramTimes.asStated(odd, ZoneOffset.UTC, T0.plusSeconds(60)));
        assertThat(judged.verdict().plausible()).isEqualTo(wh >= 0);
        assertThat(judged.telegram().registers()).isEqualTo(odd.registers());
    }
}
