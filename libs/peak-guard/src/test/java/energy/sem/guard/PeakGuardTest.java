package energy.sem.guard;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The guard over the telegrams of a meter; the target is 2400 W, 222 W of it kept for what the household switches on. */
class PeakGuardTest {
    private static final long QUARTER = 1_780_000_200_000L / 900_000 * 900_000;
    private static final int CONNECTION_W = 9200;

    private PeakGuard guard = PeakGuard.NEW;
    private double demandW;

    @Test
    void at_the_start_of_a_quarter_hour_it_allows_the_target_without_its_reserve() {
        GuardAllowance allowance = at(0, 300);
        assertThat(allowance.targetW()).isEqualTo(2400);
        assertThat(allowance.allowedImportW()).isEqualTo(2178);
        assertThat(allowance.secondsLeft()).isEqualTo(900);
        assertThat(allowance.projectedW()).isEqualTo(300);
        assertThat(allowance.lost()).isFalse();
    }

    @Test
    void a_burst_of_ten_seconds_is_let_pass_and_costs_some_watts_afterwards() {
        GuardAllowance before = run(0, 300, 2150);
        for (int second = 300; second < 310; second++) {
            assertThat(at(second, 5150).allowedImportW())
                    .as("second %d", second)
                    .isGreaterThan(5100);
        }
        assertThat(at(310, 2150).allowedImportW())
                .isBetween(before.allowedImportW() - 60, before.allowedImportW() - 30);
    }

    @Test
    void what_stays_longer_than_a_burst_is_stopped_and_nothing_large_starts_for_five_minutes() {
        run(0, 100, 2100);
        run(100, 120, 4100);
        assertThat(guard.allowance().allowedImportW()).isLessThan(2178);
        run(120, 420, 300);
        assertThat(guard.allowance().allowedImportW()).isEqualTo(300 + 1379);
        assertThat(run(420, 430, 300).allowedImportW()).isGreaterThan(2400);
    }

    @Test
    void a_second_stop_within_the_hour_leaves_no_room_for_a_start_until_the_hour_is_over() {
        run(0, 20, 4100);
        run(20, 400, 300);
        assertThat(run(400, 420, 5000).allowedImportW()).isLessThan(5000);
        run(420, 899, 300);
        assertThat(guard.allowance().allowedImportW()).isEqualTo(300 + 1379);
        for (int quarter = 1; quarter < 4; quarter++) {
            demandW = 0;
            assertThat(run(900 * quarter, 900 * quarter + 899, 300).allowedImportW())
                    .isEqualTo(300 + 1379);
        }
        demandW = 0;
        assertThat(run(3600, 3700, 300).allowedImportW()).isGreaterThan(2100);
    }

    @Test
    void it_rises_by_half_a_kilowatt_at_least_and_once_a_minute() {
        run(0, 59, 100);
        int first = guard.allowance().allowedImportW();
        assertThat(first).isEqualTo(2178);
        int rises = 0;
        int last = first;
        for (int second = 59; second < 900; second++) {
            int now = at(second, 100).allowedImportW();
            if (now > last) {
                assertThat(now - last).isGreaterThanOrEqualTo(500);
                rises++;
            }
            last = now;
        }
        assertThat(rises).isBetween(2, 12);
    }

    @Test
    void in_the_last_five_minutes_it_does_not_rise() {
        int before = run(0, 600, 500).allowedImportW();
        assertThat(run(600, 900, 100).allowedImportW()).isEqualTo(before);
    }

    @Test
    void a_lost_quarter_hour_allows_the_least_there_is_until_it_is_over() {
        demandW = 2600;
        run(450, 470, 3000);
        assertThat(guard.allowance().allowedImportW()).isEqualTo(1);
        assertThat(guard.allowance().lost()).isTrue();
        demandW = 0;
        assertThat(at(900, 300).lost()).isFalse();
        assertThat(guard.allowance().allowedImportW()).isGreaterThan(1);
    }

    @Test
    void a_month_peak_is_the_target_until_the_month_is_over() {
        GuardReading before = new GuardReading(QUARTER, 0, 300, 4100, CONNECTION_W);
        guard = guard.after(before, GuardTarget.USUAL);
        assertThat(guard.allowance().targetW()).isEqualTo(4000);
        GuardReading after = new GuardReading(QUARTER + 900_000, 0, 300, 0, CONNECTION_W);
        guard = guard.after(after, GuardTarget.USUAL);
        assertThat(guard.allowance().targetW()).isEqualTo(2400);
        assertThat(guard.allowance().allowedImportW()).isEqualTo(2178);
    }

    @Test
    void the_connection_is_the_most() {
        demandW = 100;
        assertThat(at(800, 100).allowedImportW()).isEqualTo(CONNECTION_W);
    }

    @Test
    void thirty_seconds_without_a_telegram_not_more_than_the_target_and_after_ninety_nothing_is_said() {
        demandW = 300;
        at(800, 100);
        assertThat(guard.afterSilence(29_999).allowedImportW()).isEqualTo(CONNECTION_W);
        assertThat(guard.afterSilence(29_999).secondsLeft()).isEqualTo(71);
        assertThat(guard.afterSilence(30_000).allowedImportW()).isEqualTo(2400);
        assertThat(guard.afterSilence(89_999).allowedImportW()).isEqualTo(2400);
        assertThat(guard.afterSilence(90_000)).isNull();
        assertThat(PeakGuard.NEW.afterSilence(0)).isNull();
    }

    @ParameterizedTest(name = "{1} W in so far and {2} W at {0} s: {3} W before the edge, {4} W after it")
    @CsvSource({"895, 100, 100, 9200, 2178, 100", "895, 2600, 3000, 1, 2178, 3000"})
    void what_held_in_a_quarter_hour_ends_with_it_also_before_the_next_telegram(
            int second, int demand, int importW, int before, int after, int projected) {
        demandW = demand;
        at(second, importW);
        assertThat(guard.afterSilence(4999).allowedImportW()).isEqualTo(before);
        GuardAllowance next = guard.afterSilence(5000);
        assertThat(next.allowedImportW()).isEqualTo(after);
        assertThat(next.projectedW()).isEqualTo(projected);
        assertThat(next.secondsLeft()).isEqualTo(900);
        assertThat(next.lost()).isFalse();
    }

    @Test
    void a_telegram_of_before_begins_anew() {
        run(100, 120, 5000);
        demandW = 0;
        assertThat(at(0, 300).allowedImportW()).isEqualTo(2178);
    }

    @Property
    void whatever_comes_it_allows_one_watt_at_least_and_the_connection_at_most(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -20_000, max = 40_000) Integer> imports,
            @ForAll @IntRange(max = 30_000) int demand,
            @ForAll @IntRange(max = 20_000) int connectionW) {
        PeakGuard any = PeakGuard.NEW;
        long at = QUARTER;
        for (int importW : imports) {
            at += 7000;
            any = any.after(new GuardReading(at, demand, importW, 0, connectionW), GuardTarget.USUAL);
            assertThat(any.allowance().allowedImportW()).isBetween(1, Math.max(1, connectionW));
            assertThat(any.allowance().secondsLeft()).isBetween(1, 900);
        }
    }

    private GuardAllowance run(int from, int to, int importW) {
        for (int second = from; second < to; second++) {
            at(second, importW);
        }
        return guard.allowance();
    }

    private GuardAllowance at(int second, int importW) {
        guard = guard.after(
                new GuardReading(QUARTER + 1000L * second, (int) demandW, importW, 0, CONNECTION_W), GuardTarget.USUAL);
        demandW += importW / 900.0;
        return guard.allowance();
    }
}
