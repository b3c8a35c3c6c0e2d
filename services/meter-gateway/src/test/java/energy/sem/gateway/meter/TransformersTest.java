package energy.sem.gateway.meter;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import energy.sem.p1.MonthPeak;
import energy.sem.p1.Peak;
import energy.sem.p1.Phase;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.p1.Telegram;
import energy.sem.source.Telegrams;

import static org.assertj.core.api.Assertions.assertThat;

class TransformersTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private static Transformers transformers(String current, String voltage) {
        return new Transformers(
                Ratio.parse(current).orElseThrow(), Ratio.parse(voltage).orElseThrow());
    }

    private static Telegram telegram() {
        Telegram plain = Telegrams.of(AT, 1_000).build();
        return plain.toBuilder()
                .demandW(500)
                .runningPeak(new Peak(plain.at(), 1234))
                .monthPeaks(List.of(new MonthPeak(OCTOBER, plain.at(), 2000)))
                .phases(List.of(new Phase(1, 577, 151, 402, null)))
                .build();
    }

    @Test
    void energies_powers_and_peaks_are_times_both_currents_and_voltages_times_their_own() {
        Telegram of = transformers("200/5", "10000/100").of(telegram());

        assertThat(of.registers())
                .isEqualTo(RegisterValues.of(Map.of(
                        Register.IMPORT_T1_WH, 4_000_000L,
                        Register.IMPORT_T2_WH, 8_000_000L,
                        Register.EXPORT_T1_WH, 12_000_000L,
                        Register.EXPORT_T2_WH, 16_000_000L)));
        assertThat(of.importW()).isEqualTo(642 * 4000);
        assertThat(of.exportW()).isZero();
        assertThat(of.demandW()).isEqualTo(2_000_000);
        assertThat(of.runningPeak().demandW()).isEqualTo(1234 * 4000);
        assertThat(of.monthPeaks()).extracting(MonthPeak::demandW).containsExactly(8_000_000);
        assertThat(of.phases()).containsExactly(new Phase(1, 57_700, 6_040, 402 * 4000, null));
    }

    @Test
    void devices_stamps_and_what_was_not_said_stay_as_they_are() {
        Telegram of = transformers("200/5", "1").of(telegram());

        assertThat(of.devices()).isEqualTo(telegram().devices());
        assertThat(of.at()).isEqualTo(telegram().at());
        assertThat(of.registers().get(Register.IMPORT_WH)).isNull();
        assertThat(of.phases().get(0).voltageDeciV()).isEqualTo(577);
    }

    @Test
    void without_transformers_the_telegram_is_the_same() {
        Telegram telegram = telegram();

        assertThat(Transformers.NONE.of(telegram)).isSameAs(telegram);
        assertThat(transformers("5/5", "1.0").of(telegram)).isSameAs(telegram);
    }

    @Property(tries = 500)
    void a_register_that_rises_rises_by_the_ratio_to_the_watt_hour(
            @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long wh,
            @ForAll @LongRange(min = 0, max = 1_000_000) long more) {
        Ratio ratio = Ratio.parse("20000/110").orElseThrow();
        long before = ratio.times(wh, Long.MAX_VALUE);
        long after = ratio.times(wh + more, Long.MAX_VALUE);

        assertThat(after).isGreaterThanOrEqualTo(before);
        assertThat((after - before) * 110 - more * 20_000).isBetween(-110L, 110L);
    }
}
