package energy.sem.history.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import energy.sem.history.flow.Flow;
import energy.sem.p1.Register;
import energy.sem.p1.RegisterValues;
import energy.sem.quarter.QuarterHours;

import static org.assertj.core.api.Assertions.assertThat;

class CostingTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void each_direction_and_tariff_has_its_price() {
        Cost cost = costing(electricity("2026-01-01", null, null, null))
                .of(flow(1000L, 2500L, 400L, 0L), edge("2026-02-01"), edge("2026-02-02"));
        assertThat(cost.known()).isTrue();
        assertThat(cost.parts().get(Part.IMPORT_T1).euro()).isEqualByComparingTo("0.3");
        assertThat(cost.parts().get(Part.IMPORT_T2).euro()).isEqualByComparingTo("0.5");
        assertThat(cost.parts().get(Part.EXPORT_T1).euro()).isEqualByComparingTo("-0.02");
        assertThat(cost.parts().get(Part.EXPORT_T1).quantity()).isEqualTo(400);
        assertThat(cost.euro()).isEqualByComparingTo("0.78");
    }

    @Test
    void fixed_fees_are_spread_over_the_quarter_hours_of_their_month_and_year() {
        Costing costing = costing(electricity("2026-01-01", null, "10", "365"));
        assertThat(fixed(costing, "2026-02-01", "2026-03-01")).isEqualByComparingTo("38");
        assertThat(fixed(costing, "2026-01-01", "2027-01-01")).isEqualByComparingTo("485");
        // a day of 23 hours costs less than one of 24: 92 of the 2972 quarter hours of March
        assertThat(fixed(costing(electricity("2026-01-01", null, "29.72", null)), "2026-03-29", "2026-03-30"))
                .isEqualByComparingTo("0.92");
    }

    @Test
    void the_days_of_a_month_cost_what_the_month_costs() {
        Costing costing = costing(electricity("2026-01-01", "47.13", "9.99", "71.3"));
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate day = LocalDate.of(2026, 3, 1); day.getMonthValue() == 3; day = day.plusDays(1)) {
            sum = sum.add(costing.of(flow(0L, 0L, 0L, 0L), edge(day), edge(day.plusDays(1)))
                    .euro());
        }
        assertThat(sum)
                .isEqualByComparingTo(costing.of(flow(0L, 0L, 0L, 0L), edge("2026-03-01"), edge("2026-04-01"))
                        .euro());
    }

    @Test
    void capacity_is_a_twelfth_of_the_years_price_for_the_billing_peak_of_the_month() {
        Costing costing = costing(electricity("2026-01-01", "60", null, null));
        Cost march = costing.of(Flow.NONE, edge("2026-03-01"), edge("2026-04-01"));
        assertThat(march.parts().get(Part.CAPACITY).euro())
                .as("4.456 kW x 60 / 12")
                .isEqualByComparingTo("22.28");
        assertThat(costing.of(Flow.NONE, edge("2026-04-01"), edge("2026-05-01")).parts())
                .as("a month without a peak")
                .doesNotContainKey(Part.CAPACITY);
    }

    @Test
    void fees_count_from_the_first_reading_to_now_only() {
        Costing costing = new Costing(
                List.of(electricity("2026-01-01", null, "30", null)),
                Map.of(),
                BRUSSELS,
                edge("2026-04-11"),
                edge("2026-04-21"));
        assertThat(fixed(costing, "2026-04-01", "2026-05-01")).isEqualByComparingTo("10");
    }

    @Test
    void what_no_contract_covers_makes_the_cost_unknown() {
        Costing costing = costing(electricity("2026-06-01", null, null, null));
        int may = edge("2026-05-01");
        int june = edge("2026-06-01");
        assertThat(costing.of(flow(1L, 0L, 0L, 0L), may, june).known()).isFalse();
        assertThat(costing.of(Flow.NONE, may, june).known())
                .as("nothing flowed")
                .isTrue();
        assertThat(costing.of(
                                new Flow(RegisterValues.of(Register.IMPORT_WH, 7), null, null, null, null, Set.of()),
                                june,
                                june + 1)
                        .known())
                .as("a meter without tariffs, and no price for it")
                .isFalse();
        assertThat(costing.changes(may, edge("2026-07-01"))).containsExactly(june);
        assertThat(costing.changes(june, edge("2026-07-01"))).isEmpty();
    }

    @Test
    void tariffs_3_to_8_and_what_the_total_has_more_have_the_plain_price_or_make_the_cost_unknown() {
        int day = edge("2026-02-01");
        RegisterValues threeTariffs = RegisterValues.of(Map.of(
                Register.IMPORT_WH, 6_000L,
                Register.IMPORT_T1_WH, 1_000L,
                Register.IMPORT_T2_WH, 2_000L,
                Register.IMPORT_T3_WH, 3_000L));
        RegisterValues onlyTheTotalRises = RegisterValues.of(
                Map.of(Register.IMPORT_WH, 2_000L, Register.IMPORT_T1_WH, 0L, Register.IMPORT_T2_WH, 0L));
        RegisterValues rounded = RegisterValues.of(
                Map.of(Register.IMPORT_WH, 3_001L, Register.IMPORT_T1_WH, 1_000L, Register.IMPORT_T2_WH, 2_000L));
        Contract plain = contract("p", LocalDate.of(2026, 1, 1), "0.30", "0.20", "0.40");
        Contract dayAndNight = contract("n", LocalDate.of(2026, 1, 1), "0.30", "0.20", null);

        assertThat(costing(plain).of(flow(threeTariffs), day, day + 1).euro()).isEqualByComparingTo("1.9");
        assertThat(costing(plain).of(flow(onlyTheTotalRises), day, day + 1).euro())
                .isEqualByComparingTo("0.8");
        assertThat(costing(dayAndNight).of(flow(threeTariffs), day, day + 1).unpriced())
                .singleElement()
                .matches(each -> each.quantity() == 3_000)
                .extracting(Unpriced::detail)
                .isEqualTo(
                        "Contract n has no price for energy from the grid in tariff 3: add SEM_CONTRACTS_N_IMPORT_KWH.");
        assertThat(costing(dayAndNight)
                        .of(flow(onlyTheTotalRises), day, day + 1)
                        .unpriced())
                .singleElement()
                .extracting(Unpriced::detail)
                .isEqualTo("Contract n has no price for energy from the grid that no tariff counts:"
                        + " add SEM_CONTRACTS_N_IMPORT_KWH.");
        assertThat(costing(dayAndNight).of(flow(rounded), day, day + 1))
                .as("a Wh is rounding")
                .matches(Cost::known)
                .extracting(Cost::euro)
                .isEqualTo(new BigDecimal("0.70000"));
    }

    @Test
    void tariffs_that_stand_still_and_a_rounded_total_need_no_price() {
        int day = edge("2026-02-01");
        RegisterValues fourTariffs = RegisterValues.of(Map.of(
                Register.IMPORT_WH, 3_002L,
                Register.IMPORT_T1_WH, 1_000L,
                Register.IMPORT_T2_WH, 2_000L,
                Register.IMPORT_T3_WH, 0L,
                Register.IMPORT_T4_WH, 0L));
        Contract dayAndNight = contract("n", LocalDate.of(2026, 1, 1), "0.30", "0.20", null);
        assertThat(costing(dayAndNight).of(flow(fourTariffs), day, day + 1))
                .matches(Cost::known)
                .extracting(Cost::euro)
                .isEqualTo(new BigDecimal("0.70000"));
    }

    @Test
    void export_that_a_contract_with_export_prices_has_none_for_makes_the_cost_unknown() {
        int day = edge("2026-02-01");
        RegisterValues inTariff5 = RegisterValues.of(Map.of(Register.EXPORT_WH, 1_000L, Register.EXPORT_T5_WH, 1_000L));
        Contract none = contract("n", LocalDate.of(2026, 1, 1), "0.30", "0.20", null);
        assertThat(costing(none).of(flow(inTariff5), day, day + 1).known())
                .as("without any export price, export earns nothing")
                .isTrue();
        assertThat(costing(electricity("2026-01-01", null, null, null))
                        .of(flow(inTariff5), day, day + 1)
                        .unpriced())
                .extracting(Unpriced::detail)
                .containsExactly(
                        "Contract e has no price for energy to the grid in tariff 5: add SEM_CONTRACTS_E_EXPORT_KWH.");
    }

    @Test
    void what_has_no_price_in_several_buckets_is_said_once() {
        Contract dayAndNight = contract("n", LocalDate.of(2026, 1, 1), "0.30", "0.20", null);
        int day = edge("2026-02-01");
        Cost sum = Cost.NONE;
        for (Register tariff : List.of(Register.IMPORT_T4_WH, Register.IMPORT_T3_WH, Register.IMPORT_T8_WH)) {
            sum = sum.plus(costing(dayAndNight)
                    .of(flow(RegisterValues.of(Map.of(Register.IMPORT_WH, 700L, tariff, 700L))), day, day + 1));
        }
        assertThat(sum.unpriced()).singleElement().matches(each -> each.quantity() == 2_100);
        assertThat(sum.unpriced().get(0).detail()).contains("in tariffs 3, 4 and 8:");
    }

    private static Flow flow(RegisterValues energy) {
        return new Flow(energy, null, null, null, null, Set.of());
    }

    private static Contract contract(String name, LocalDate from, String t1, String t2, String plain) {
        return new Contract(
                name,
                Utility.ELECTRICITY,
                null,
                from,
                new BigDecimal(t1),
                new BigDecimal(t2),
                plain == null ? null : new BigDecimal(plain),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void gas_and_water_have_contracts_of_their_own() {
        Contract gas = new Contract(
                "g",
                Utility.GAS,
                null,
                LocalDate.of(2026, 1, 1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new BigDecimal("0.95"),
                null,
                null);
        Flow flow = new Flow(RegisterValues.NONE, 12_345L, 700L, null, null, Set.of());
        Cost cost = costing(gas).of(flow, edge("2026-02-01"), edge("2026-02-02"));
        assertThat(cost.euro()).isEqualByComparingTo("11.72775");
        assertThat(cost.parts()).containsOnlyKeys(Part.GAS);
        assertThat(cost.known()).isTrue();
    }

    @Test
    void a_contract_is_for_its_meter() {
        Contract home = new Contract(
                "h",
                Utility.GAS,
                "home",
                LocalDate.of(2026, 1, 1),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                null,
                null);
        Contracts contracts = new Contracts(List.of(home));
        assertThat(contracts.of("home")).hasSize(1);
        assertThat(contracts.of("shed")).isEmpty();
    }

    @Test
    void two_contracts_for_the_same_from_the_same_day_stop_the_start() {
        Contract one = electricity("2026-01-01", null, null, null);
        assertThat(new Contracts(List.of(one, one)).fault().orElseThrow())
                .contains("both begin on 2026-01-01 for the same electricity");
        assertThat(new Contracts(List.of(one, electricity("2026-01-02", null, null, null))).fault())
                .isEmpty();
    }

    private static BigDecimal fixed(Costing costing, String from, String to) {
        return costing.of(Flow.NONE, edge(from), edge(to))
                .parts()
                .get(Part.ELECTRICITY_FIXED)
                .euro();
    }

    private static Costing costing(Contract contract) {
        return new Costing(
                List.of(contract), Map.of(YearMonth.of(2026, 3), 4456), BRUSSELS, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Contract electricity(String from, String capacity, String month, String year) {
        return new Contract(
                "e",
                Utility.ELECTRICITY,
                null,
                LocalDate.parse(from),
                new BigDecimal("0.30"),
                new BigDecimal("0.20"),
                null,
                new BigDecimal("0.05"),
                new BigDecimal("0.05"),
                null,
                capacity == null ? null : new BigDecimal(capacity),
                null,
                month == null ? null : new BigDecimal(month),
                year == null ? null : new BigDecimal(year));
    }

    private static Flow flow(Long importT1, Long importT2, Long exportT1, Long exportT2) {
        return new Flow(
                RegisterValues.of(Map.of(
                        Register.IMPORT_WH, importT1 + importT2,
                        Register.IMPORT_T1_WH, importT1,
                        Register.IMPORT_T2_WH, importT2,
                        Register.EXPORT_WH, exportT1 + exportT2,
                        Register.EXPORT_T1_WH, exportT1,
                        Register.EXPORT_T2_WH, exportT2)),
                null,
                null,
                null,
                null,
                Set.of());
    }

    private static int edge(String day) {
        return edge(LocalDate.parse(day));
    }

    private static int edge(LocalDate day) {
        return QuarterHours.of(day.atStartOfDay(BRUSSELS).toInstant());
    }
}
