package energy.sem.event;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import energy.sem.p1.Finding;
import energy.sem.p1.Phase;
import energy.sem.p1.Telegram;

import static org.assertj.core.api.Assertions.assertThat;

class ExtremesSinceTest {

    private static final Instant T0 = Instant.parse("2024-10-18T07:14:00Z");
    private static final energy.sem.p1.Verdict GOOD = energy.sem.p1.Verdict.PLAUSIBLE;

    private final ExtremesSince extremes = new ExtremesSince();

    private static Telegram telegram(Integer importW, Integer exportW, Integer... voltages) {
        List<Phase> phases = new java.util.ArrayList<>();
        for (int i = 0; i < voltages.length; i++) {
            phases.add(new Phase(i + 1, voltages[i], null, null, null));
        }
        return Telegram.builder()
                .importW(importW)
                .exportW(exportW)
                .phases(phases)
                .build();
    }

    @Test
    void the_highest_powers_keep_their_first_moments_and_voltages_their_range() {
        extremes.add(telegram(500, 0, 2300, 2310), T0, GOOD);
        extremes.add(telegram(900, 0, 2290, null), T0.plusSeconds(1), GOOD);
        extremes.add(telegram(900, 20, 2350, 2320), T0.plusSeconds(2), GOOD);
        assertThat(extremes.take())
                .isEqualTo(new Extremes(
                        900,
                        T0.plusSeconds(1),
                        20,
                        T0.plusSeconds(2),
                        List.of(new Extremes.VoltageRange(1, 2290, 2350), new Extremes.VoltageRange(2, 2310, 2320))));
    }

    @Test
    void taking_begins_anew() {
        extremes.add(telegram(500, null), T0, GOOD);
        assertThat(extremes.take().importW()).isEqualTo(500);
        assertThat(extremes.take()).isNull();
        extremes.add(telegram(100, null), T0, GOOD);
        assertThat(extremes.take().importW()).isEqualTo(100);
    }

    @Test
    void an_implausible_telegram_does_not_count_but_one_with_an_implausible_device_does() {
        extremes.add(telegram(99_000, null), T0, finding(Finding.ELECTRICITY));
        extremes.add(telegram(98_000, null), T0, finding(Finding.TELEGRAM));
        extremes.add(telegram(500, null), T0, finding("7SEM2000000012"));
        assertThat(extremes.take().importW()).isEqualTo(500);
    }

    @Test
    void without_any_value_there_are_no_extremes() {
        extremes.add(telegram(null, null), T0, GOOD);
        assertThat(extremes.take()).isNull();
    }

    private static energy.sem.p1.Verdict finding(String subject) {
        return new energy.sem.p1.Verdict(List.of(new Finding(subject, Finding.Cause.IMPOSSIBLE_STEP, "")));
    }
}
