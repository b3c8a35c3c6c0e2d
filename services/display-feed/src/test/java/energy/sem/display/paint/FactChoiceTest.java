package energy.sem.display.paint;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.display.view.Facts;
import energy.sem.display.view.GridEnergy;
import energy.sem.display.view.Peak;
import energy.sem.display.view.Peaks;
import energy.sem.display.view.Period;
import energy.sem.display.view.Sample;
import energy.sem.display.view.SampleFacts;
import energy.sem.display.view.Utility;
import energy.sem.display.view.View;

import static org.assertj.core.api.Assertions.assertThat;

class FactChoiceTest {

    private static List<String> labels(View view) {
        return new FactChoice(view, Phrases.of(view.language()))
                .facts().stream().map(fact -> fact.labels().get(0)).toList();
    }

    private static Fact monthPeak(View month) {
        return new FactChoice(month, Phrases.of(month.language())).facts().get(1);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, naar net, piek, gas",
        "WEEK, naar net, gas, kosten",
        "MONTH, naar net, piek 4 okt, kosten",
        "YEAR, naar net, factuurpiek, gas",
    })
    void first_three_of_the_periods_list(Period period, String first, String second, String third) {
        assertThat(labels(Samples.of(period).view())).containsExactly(first, second, third);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, piek, gas, water",
        "WEEK, gas, kosten, piek wo",
        "MONTH, piek 4 okt, kosten, gas",
        "YEAR, factuurpiek, gas, kosten",
    })
    void without_sun_the_next_one_moves_up(Period period, String first, String second, String third) {
        assertThat(labels(Samples.of(period).withoutSun().view())).containsExactly(first, second, third);
    }

    @Test
    void prices_come_first_with_their_hours_and_then_what_went_to_the_grid_with_what_is_free() {
        View view = Samples.golden().get("day-prices-nl");
        List<Fact> facts = new FactChoice(view, Phrases.of(view.language())).facts();
        assertThat(labels(view)).containsExactly("prijs nu", "goedkoopste 2 u", "naar net");
        assertThat(facts).extracting(Fact::value).startsWith("23,1 c", "8,4 c");
        assertThat(facts.get(2).value()).endsWith("kWh");
        assertThat(facts).extracting(Fact::note).containsExactly("10:45–11:00", "13:15–15:15", "vrij 3,26 kW");
        assertThat(facts).extracting(Fact::export).containsExactly(false, false, true);
    }

    @Test
    void without_sun_what_is_free_until_the_months_peak_follows_the_prices() {
        View view = Samples.golden().get("day-prices-without-sun");
        List<Fact> facts = new FactChoice(view, Phrases.of(view.language())).facts();
        assertThat(labels(view)).containsExactly("prijs nu", "goedkoopste 2 u", "vrij");
        assertThat(facts.get(2).value()).isEqualTo("3,26 kW");
        assertThat(facts.get(2).note()).isEqualTo("piek 4,18 kW");
    }

    @Test
    void a_price_below_nothing_has_its_sign_and_hours_of_another_day_their_day() {
        View view = Samples.golden().get("day-prices-below-nothing");
        List<Fact> facts = new FactChoice(view, Phrases.of(view.language())).facts();
        assertThat(facts.subList(0, 2)).extracting(Fact::value).containsExactly("−0,3 c", "−12,1 c");
        assertThat(facts.get(1).note()).isEqualTo("vr 22:00–24:00");
    }

    @Test
    void without_sun_gas_and_water_cost_and_tariffs_follow() {
        Facts facts = SampleFacts.none().cost(1140).tariffs(20_410, 14_390).facts();
        assertThat(labels(Samples.week().withoutSun().facts(facts).view()))
                .containsExactly("kosten", "tarief 1", "tarief 2");
    }

    @Test
    void a_home_without_anything_has_no_facts() {
        assertThat(labels(Samples.week().withoutSun().facts(Facts.NONE).view())).isEmpty();
    }

    @Test
    void export_of_a_dull_week_is_shown_where_there_are_panels() {
        assertThat(labels(Samples.week().exports(i -> 0).view())).startsWith("naar net");
    }

    @ParameterizedTest
    @CsvSource({"DAY, piek, 07:15–07:30", "WEEK, piek wo, 18:00–18:15"})
    void quarter_hour_of_a_peak_is_named_by_both_its_ends(Period period, String label, String quarterHour) {
        View view = Samples.of(period).withoutSun().view();
        Fact peak = peak(view);
        assertThat(peak.labels()).startsWith(label);
        assertThat(peak.note()).isEqualTo(quarterHour);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T23:45, 2026-11-02T00:00, piek zo, 23:45–24:00",
        "2026-10-25T02:45, 2026-10-25T02:00, piek zo, 02:45–02:00",
        ", 2026-11-02T07:30, piek ma, 07:30",
        ", , piek, ",
    })
    void at_midnight_in_the_longest_night_and_half_known(
            LocalDateTime from, LocalDateTime to, String label, String quarterHour) {
        Facts facts = new Facts(GridEnergy.NONE, new Peaks(new Peak(3120, from, to), null, null), null, null, null);
        Fact peak = peak(Samples.week().withoutSun().facts(facts).view());
        assertThat(peak.labels()).startsWith(label);
        assertThat(peak.note()).isEqualTo(quarterHour);
    }

    private static Fact peak(View view) {
        return new FactChoice(view, Phrases.of(view.language()))
                .facts().stream()
                        .filter(fact -> fact.labels().get(0).startsWith("piek"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void month_peak_below_two_and_a_half_kilowatt_says_what_is_billed() {
        View low = Samples.golden().get("month-low-peak");
        Fact peak = monthPeak(low);
        assertThat(peak.value()).isEqualTo("1,98 kW");
        assertThat(peak.note()).isEqualTo("min. 2,5");
        assertThat(monthPeak(Samples.month().view()).note()).isNull();
    }

    @Test
    void gas_is_shown_beside_the_week_before_its_highest_day_and_its_mean() {
        View view = Samples.week()
                .utility(Utility.GAS)
                .amounts(i -> 1000 * (i + 1))
                .before(i -> 2000)
                .view();
        List<Fact> facts = new FactChoice(view, Phrases.of(view.language())).facts();
        assertThat(facts.stream().map(fact -> fact.labels().get(0) + " " + fact.value()))
                .containsExactly("week 44 14,0 m³", "max. wo 3,0 m³", "per dag 2,0 m³");
    }

    @Test
    void mean_leaves_the_running_day_and_gaps_out() {
        View view = Samples.week()
                .utility(Utility.WATER)
                .amounts(i -> 300 * (i + 1))
                .gaps(0)
                .first()
                .view();
        List<Fact> facts = new FactChoice(view, Phrases.of(view.language())).facts();
        assertThat(facts.stream().map(fact -> fact.labels().get(0) + " " + fact.value()))
                .containsExactly("max. wo 0,90 m³", "per dag 0,75 m³");
    }

    @Test
    void day_of_the_month_peak_is_named() {
        View view = Sample.of(Period.MONTH, LocalDate.of(2026, 2, 1)).offset(-9).view();
        assertThat(labels(view)).contains("piek 4 feb");
    }
}
