package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.Missing.Reason;

import static energy.sem.bill.sum.Home.contract;
import static energy.sem.bill.sum.Home.edge;
import static org.assertj.core.api.Assertions.assertThat;

class BillingTest {
    private static final String ENERGY =
            "name: energy, flow: import, unit: c/kWh, vat: none, formula: 0.1039 * spot + 0.8702";
    private static final int DAY = edge("2026-11-28");

    /** The hour of docs/costs.md. */
    private static Home workedHour() {
        return Home.of("2026-11-28", "2026-11-29")
                .flows(Lane.IMPORT, 412, 380, 1105, 950)
                .spot("92.10", "92.10", "-12.40", "3.07");
    }

    @Test
    void an_hour_by_the_quarter_is_right_to_the_last_digit() throws DocumentFault {
        Billing billing = workedHour().under(contract("", ENERGY + ", step: quarter"));
        assertThat(billing.of(DAY, DAY + 4).paid()).isEqualByComparingTo("0.0893564443");
        String[] parts = {"0.0430102868", "0.0396696820", "-0.0046206680", "0.0112971435"};
        for (int i = 0; i < parts.length; i++) {
            assertThat(billing.of(DAY + i, DAY + i + 1).paid()).isEqualByComparingTo(parts[i]);
        }
        Line line = billing.of(DAY, DAY + 4).lines().get(0);
        assertThat(line.quantity()).isEqualByComparingTo("2.847");
        assertThat(line.rule()).isEqualTo("0.1039 × spot + 0.8702 c/kWh, by quarter");
    }

    @Test
    void only_contracts_that_gave_a_line_are_named() throws DocumentFault {
        String fee = "components: [{name: fee, unit: EUR/year, vat: none, price: 60}]}";
        Billing billing = Home.of("2026-03-01", "2026-05-01")
                .under(
                        "{name: before, from: 2015-01-01, " + fee,
                        "{name: mine, from: 2026-04-01, " + fee,
                        "{name: later, from: 2026-06-01, " + fee,
                        "{name: gas, utility: gas, from: 2015-01-01, components: [{name: gas, flow: import, unit: EUR/m3, vat: none, price: 1}]}");
        assertThat(names(billing, "2026-03-01", "2026-05-01")).containsExactly("before", "mine");
        assertThat(names(billing, "2026-04-01", "2026-05-01")).containsExactly("mine");
        assertThat(names(billing, "2026-05-01", "2026-07-01")).isEmpty();
    }

    private static List<String> names(Billing billing, String from, String to) {
        return billing.contracts(billing.of(edge(from), edge(to)), edge(from), edge(to));
    }

    @Test
    void the_same_hour_by_the_hour_costs_72_percent_more() throws DocumentFault {
        Billing billing = workedHour().under(contract("", ENERGY + ", step: hour"));
        assertThat(billing.of(DAY, DAY + 4).paid()).isEqualByComparingTo("0.1540924016775");
    }

    @Test
    void with_grid_certificates_and_excise_it_is_right_without_and_with_vat() throws DocumentFault {
        Billing billing = workedHour()
                .under(contract(
                        "",
                        ENERGY.replace("none", "6") + ", step: quarter",
                        "name: certificates, flow: import, unit: EUR/kWh, vat: 6, price: 0.01492",
                        "name: grid energy, flow: import, unit: EUR/kWh, vat: 6, price: 0.0522864",
                        "name: excise, flow: import, unit: EUR/MWh, vat: 6, price: 46"));
        Bill bill = billing.of(DAY, DAY + 4);
        assertThat(bill.withoutVat()).isEqualByComparingTo("0.4116550651");
        assertThat(bill.paid()).isEqualByComparingTo("0.436354369006");
        assertThat(bill.known()).isTrue();
    }

    @Test
    void the_capacity_of_a_month_is_a_twelfth_of_the_year_for_its_peak() throws DocumentFault {
        Billing billing = Home.of("2026-03-01", "2026-05-01")
                .peak("2026-03", 4456)
                .under(contract("", "name: capacity, unit: EUR/kW/year, vat: 6, price: 54.20"));
        Bill march = billing.of(edge("2026-03-01"), edge("2026-04-01"));
        assertThat(march.withoutVat()).isEqualByComparingTo("20.126267");
        assertThat(march.paid().setScale(6, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("21.333843");
        assertThat(march.lines().get(0).quantity()).isEqualByComparingTo("4.456");
        assertThat(billing.of(edge("2026-03-01"), edge("2026-05-01")).lines())
                .extracting(Line::part)
                .containsExactly("2026-03", "2026-04");
    }

    @Test
    void vat_is_of_each_component_and_injection_has_none() throws DocumentFault {
        Bill bill = Home.of("2026-11-28", "2026-11-29")
                .flows(Lane.IMPORT, 1000)
                .flows(Lane.EXPORT, 2000)
                .under(contract(
                        "",
                        "name: energy, flow: import, unit: EUR/kWh, vat: 6, price: 0.10",
                        "name: sharing, flow: import, unit: EUR/kWh, vat: 21, price: 0.10",
                        "name: grid, flow: import, unit: EUR/kWh, vat: 6 included, price: 0.106",
                        "name: injection, flow: export, unit: EUR/kWh, vat: none, price: -0.03"))
                .of(DAY, DAY + 96);
        assertThat(bill.lines())
                .extracting(Line::paid)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(bd("0.106"), bd("0.121"), bd("0.106"), bd("-0.06"));
        assertThat(bill.lines().get(2).withoutVat()).isEqualByComparingTo("0.1");
        assertThat(bill.paid()).isEqualByComparingTo("0.273");
    }

    @Test
    void an_unknown_day_ahead_price_removes_the_total_where_something_flowed() throws DocumentFault {
        Home home = workedHour().spot(DAY + 1, null);
        Billing billing = home.under(contract("", ENERGY + ", step: quarter"));
        Bill bill = billing.of(DAY, DAY + 8);
        assertThat(bill.known()).isFalse();
        assertThat(bill.missing()).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(Reason.NO_SPOT);
            assertThat(each.detail()).isEqualTo("energy: no day-ahead price is known on 2026-11-28.");
        });
        assertThat(billing.of(DAY + 2, DAY + 4).known())
                .as("the others are known")
                .isTrue();
        assertThat(billing.of(DAY + 4, DAY + 96).known()).as("nothing flowed").isTrue();
        home.spot(DAY + 1, bd("92.10"));
        assertThat(billing.of(DAY, DAY + 8).paid()).as("it arrived late").isEqualByComparingTo("0.0893564443");
    }

    @Test
    void an_hour_with_an_unknown_quarter_is_unknown_when_it_is_billed_by_the_hour() throws DocumentFault {
        Billing billing = workedHour().spot(DAY + 1, null).under(contract("", ENERGY + ", step: hour"));
        assertThat(billing.of(DAY + 2, DAY + 3).known()).isFalse();
    }

    @Test
    void a_floor_and_a_cap_hold_for_each_step() throws DocumentFault {
        Billing billing = workedHour().under(contract("", ENERGY + ", step: quarter, floor: 0.5, cap: 9"));
        assertThat(billing.of(DAY, DAY + 4).paid())
                .isEqualByComparingTo(bd("0.792")
                        .multiply(bd("0.09"))
                        .add(bd("1.105").multiply(bd("0.005")))
                        .add(bd("0.950").multiply(bd("0.01189173"))));
    }

    @Test
    void a_month_mean_is_provisional_until_the_month_is_over() throws DocumentFault {
        Home home = Home.of("2026-11-01", "2026-12-01").flows(Lane.IMPORT, 1000);
        for (int quarter = edge("2026-11-01"); quarter < edge("2026-12-01"); quarter++) {
            home.spot(quarter, BigDecimal.valueOf(quarter < DAY ? 60 : 30));
        }
        Billing billing = home.under(contract("", ENERGY + ", step: month"));
        Bill over = billing.of(edge("2026-11-01"), edge("2026-12-01"));
        assertThat(over.paid()).as("27 days at 60, 3 at 30: 57").isEqualByComparingTo("0.067925");
        assertThat(over.lines().get(0).marks()).isEmpty();
        home.elapsed(DAY);
        assertThat(billing.of(edge("2026-11-01"), edge("2026-12-01")).lines().get(0))
                .satisfies(each -> assertThat(each.marks()).containsExactly(Mark.PROVISIONAL))
                .satisfies(each -> assertThat(each.paid()).isEqualByComparingTo("0.071042"));
    }

    @Test
    void an_index_of_a_month_is_provisional_then_final_and_unknown_until_entered() throws DocumentFault {
        Home home = Home.of("2026-10-01", "2026-12-01").flows(Lane.IMPORT, 1000);
        Billing billing = home.under(
                contract("", "name: energy, flow: import, unit: EUR/MWh, vat: none, formula: 1.1 * BelpexRLP0 + 22"));
        int october = edge("2026-10-01");
        int november = edge("2026-11-01");
        assertThat(billing.of(october, november).missing())
                .extracting(Missing::detail)
                .containsExactly("energy: no value is known of BelpexRLP0 on 31 days from 2026-10-01 to 2026-10-31.");
        home.index("BelpexRLP0", "2026-10", "80", true);
        assertThat(billing.of(october, november).lines().get(0).marks()).containsExactly(Mark.PROVISIONAL);
        home.index("BelpexRLP0", "2026-10", "90", false);
        assertThat(billing.of(october, november).paid()).isEqualByComparingTo("0.121");
        assertThat(billing.of(october, november).lines().get(0).marks()).isEmpty();
    }

    @Test
    void registers_have_their_bands_and_what_has_none_is_named() throws DocumentFault {
        String bands = "name: energy, flow: import, unit: EUR/kWh, vat: none,"
                + " bands: [{name: high, tariff: 1, price: 0.30}, {name: low, tariff: 2, price: 0.20}]";
        Home home =
                Home.of("2026-11-28", "2026-11-29").flows(Lane.IMPORT_T1, 1000).flows(Lane.IMPORT_T2, 2500);
        Bill bill = home.under(contract("", bands)).of(DAY, DAY + 96);
        assertThat(bill.paid()).isEqualByComparingTo("0.8");
        assertThat(bill.lines()).extracting(Line::part).containsExactly("high", "low");
        home.flows(Lane.IMPORT_OTHER, 5);
        assertThat(home.under(contract("", bands)).of(DAY, DAY + 96).missing())
                .extracting(Missing::reason)
                .containsExactly(Reason.NO_BAND);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 07:00, high", // a Friday
        "2026-11-27, 22:00, low",
        "2026-11-28, 12:00, low",
        "2026-12-25, 12:00, low", // a Friday and a holiday
        "2026-10-25, 02:30, low"
    })
    void hours_of_the_clock_choose_the_band(String day, String time, String band) throws DocumentFault {
        Home home = Home.of(day, java.time.LocalDate.parse(day).plusDays(1).toString());
        int quarter = energy.sem.quarter.QuarterHours.of(java.time.LocalDate.parse(day)
                .atTime(java.time.LocalTime.parse(time))
                .atZone(Home.BRUSSELS)
                .toInstant());
        long[] wh = new long[quarter - home.begin() + 1];
        wh[wh.length - 1] = 1000;
        Bill bill = home.flows(Lane.IMPORT, wh)
                .under(contract(
                        "",
                        "name: energy, flow: import, unit: EUR/kWh, vat: none, holidays: BE, bands:"
                                + " [{name: high, days: mon-fri, hours: '07:00-22:00', on-holidays: false, price: 1},"
                                + " {name: low, otherwise: true, price: 2}]"))
                .of(home.begin(), home.elapsed());
        assertThat(bill.lines().stream().filter(each -> each.quantity().signum() > 0))
                .extracting(Line::part)
                .containsExactly(band);
    }

    @Test
    void both_hours_of_the_october_night_are_priced() throws DocumentFault {
        Home home = Home.of("2026-10-25", "2026-10-26");
        long[] wh = new long[100];
        Arrays.fill(wh, 1000);
        home.flows(Lane.IMPORT, wh);
        for (int i = 0; i < 100; i++) {
            home.spot(home.begin() + i, BigDecimal.valueOf(i));
        }
        Bill bill = home.under(contract(
                        "", "name: e, flow: import, unit: EUR/MWh, vat: none, formula: 1 * spot, step: quarter"))
                .of(home.begin(), home.elapsed());
        assertThat(bill.paid()).as("0 + … + 99 EUR/MWh").isEqualByComparingTo("4.95");
    }

    @Test
    void brackets_are_tranches_of_the_year() throws DocumentFault {
        Home home = Home.of("2026-01-01", "2027-01-01");
        long[] wh = new long[home.elapsed() - home.begin()];
        wh[0] = 11_000_000;
        wh[edge("2026-06-01") - home.begin()] = 3_000_000;
        Billing billing = home.flows(Lane.IMPORT, wh)
                .under(contract(
                        "",
                        "name: excise, flow: import, unit: EUR/MWh, vat: none,"
                                + " brackets: [{up-to: 12000, price: 10}, {price: 20}]"));
        assertThat(billing.of(home.begin(), home.elapsed()).paid()).isEqualByComparingTo("160");
        assertThat(billing.of(edge("2026-06-01"), edge("2026-07-01")).paid())
                .as("1 MWh of the first tranche, 2 of the second")
                .isEqualByComparingTo("50");
        assertThat(billing.of(edge("2026-06-01"), edge("2026-07-01"))
                        .lines()
                        .get(0)
                        .marks())
                .containsExactly(Mark.SHARE);
        assertThat(billing.of(home.begin(), home.elapsed()).lines().get(0).marks())
                .isEmpty();
    }

    @Test
    void netting_takes_the_other_direction_off_down_to_nothing() throws DocumentFault {
        Home home = Home.of("2026-01-01", "2027-01-01");
        long[] in = new long[home.elapsed() - home.begin()];
        long[] out = new long[in.length];
        in[0] = 3_000_000;
        out[edge("2026-06-01") - home.begin()] = 2_000_000;
        Billing billing = home.flows(Lane.IMPORT, in)
                .flows(Lane.EXPORT, out)
                .under(contract(
                        "",
                        "name: tax, flow: import, unit: EUR/kWh, vat: 21, net: year, price: 0.1",
                        "name: surplus, flow: export, unit: EUR/kWh, vat: none, net: year, price: -0.05"));
        assertThat(billing.of(home.begin(), home.elapsed()).paid()).isEqualByComparingTo("121");
        assertThat(billing.of(edge("2026-06-01"), edge("2026-07-01")).paid()).isEqualByComparingTo("-242");
        out[edge("2026-07-01") - home.begin()] = 2_000_000;
        assertThat(home.flows(Lane.EXPORT, out)
                        .under(contract(
                                "",
                                "name: tax, flow: import, unit: EUR/kWh, vat: 21, net: year, price: 0.1",
                                "name: surplus, flow: export, unit: EUR/kWh, vat: none, net: year, price: -0.05"))
                        .of(home.begin(), home.elapsed())
                        .paid())
                .as("1 MWh more went out than in")
                .isEqualByComparingTo("-50");
    }

    @Test
    void gas_is_billed_by_the_coefficient_of_its_month() throws DocumentFault {
        Home home = Home.of("2026-10-01", "2026-12-01");
        long[] litres = new long[home.elapsed() - home.begin()];
        litres[0] = 10_000;
        litres[litres.length - 1] = 20_000;
        Billing billing = home.flows(Lane.GAS, litres)
                .coefficient("2026-10", "11.5")
                .under("{name: g, utility: gas, from: 2026-01-01, components:"
                        + " [{name: gas, flow: import, unit: EUR/kWh, vat: 6, price: 0.05}]}");
        assertThat(billing.of(home.begin(), edge("2026-11-01")).withoutVat()).isEqualByComparingTo("5.75");
        assertThat(billing.of(home.begin(), home.elapsed()).missing())
                .extracting(Missing::reason)
                .containsExactly(Reason.NO_COEFFICIENT);
        home.coefficient("2026-11", "11.6");
        assertThat(billing.of(home.begin(), home.elapsed()).withoutVat()).isEqualByComparingTo("17.35");
    }

    @Test
    void gas_is_corrected_by_what_is_entered_for_its_month() throws DocumentFault {
        Home home = Home.of("2026-10-01", "2026-12-01").index("nl", "2026-10", "0.98", false);
        long[] litres = new long[home.elapsed() - home.begin()];
        litres[0] = 10_000;
        litres[litres.length - 1] = 10_000;
        Billing billing = home.flows(Lane.GAS, litres)
                .coefficient("2026-10", "10")
                .coefficient("2026-11", "10")
                .under("{name: g, utility: gas, from: 2026-01-01, gas-correction: nl, components:"
                        + " [{name: gas, flow: import, unit: EUR/m3, vat: none, price: 1},"
                        + " {name: kwh, flow: import, unit: EUR/kWh, vat: none, price: 0.01}]}");
        assertThat(billing.of(home.begin(), edge("2026-11-01")).paid()).isEqualByComparingTo("10.78");
        assertThat(billing.of(home.begin(), home.elapsed()).missing())
                .extracting(Missing::reason, Missing::what)
                .contains(org.assertj.core.groups.Tuple.tuple(Reason.NO_COEFFICIENT, "nl"));
    }

    @Test
    void a_share_of_lines_is_exact_in_any_stretch_and_unknown_with_them() throws DocumentFault {
        String[] components = {
            ENERGY.replace("vat: none", "vat: 6") + ", step: quarter",
            "name: grid, flow: import, unit: EUR/kWh, vat: 6, price: 0.05",
            "name: discount, unit: '%', vat: 6, price: -2.5, of: [energy, grid]"
        };
        Billing billing = workedHour().under(contract("", components));
        Bill hour = billing.of(DAY, DAY + 4);
        // 2.5 % of 0.0893564443 and 2.847 kWh at 0.05, with VAT.
        assertThat(hour.lines().get(2).amount()).isEqualByComparingTo("-0.0057926611075");
        assertThat(hour.lines().get(2).paid()).isEqualByComparingTo("-0.00614022077395");
        assertThat(hour.lines().get(2).rule()).isEqualTo("-2.5 % of energy + grid");
        assertThat(billing.of(DAY, DAY + 1)
                        .paid()
                        .add(billing.of(DAY + 1, DAY + 4).paid()))
                .isEqualByComparingTo(hour.paid());
        Bill unknown =
                workedHour().spot(DAY, null).under(contract("", components)).of(DAY, DAY + 4);
        assertThat(unknown.lines().get(2).known()).isFalse();
    }

    /** Walloon compensation: grid and transport of what is left of the year, each register for itself, and never below 0. */
    @Test
    void compensation_nets_the_grid_of_a_year_and_loses_what_is_left_over() throws DocumentFault {
        Home home = Home.of("2026-01-01", "2027-01-01")
                .flows(Lane.IMPORT, 3_000_000)
                .flows(Lane.IMPORT_T1, 1_000_000)
                .flows(Lane.IMPORT_T2, 2_000_000)
                .flows(Lane.EXPORT, 2_500_000)
                .flows(Lane.EXPORT_T1, 1_500_000)
                .flows(Lane.EXPORT_T2, 1_000_000);
        Bill year = home.under("{name: c, from: 2026-01-01, sets: [ores],"
                        + " facts: {tariff: bi, compensation: 'yes', prosumer-kva: 5}, components: []}")
                .of(home.begin(), home.elapsed());
        assertThat(year.lines().stream()
                        .filter(each -> each.name().equals("grid energy"))
                        .map(Line::paid))
                .usingElementComparator(BigDecimal::compareTo)
                .as("0.5 MWh too many in tariff 1, 1 MWh left in tariff 2")
                .containsExactly(bd("0"), bd("73.9"));
        assertThat(year.lines().stream()
                        .filter(each -> each.name().equals("transport"))
                        .map(Line::paid))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(bd("13.7"));
        assertThat(year.lines().stream()
                        .filter(each -> each.name().equals("prosumer"))
                        .map(Line::paid))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(bd("429.2"));
    }

    @Test
    void beyond_its_last_day_a_price_is_unknown_or_assumed_and_said_so() throws DocumentFault {
        Home home = Home.of("2026-12-31", "2027-01-02").flows(Lane.IMPORT, longs(192, 1000));
        String set = "sets: [fluvius-imewo], facts: {domiciled: 'yes'}";
        home.peak("2026-12", 4000);
        Bill unknown = home.under(contract(set, ENERGY.replace("formula: 0.1039 * spot + 0.8702", "price: 1")))
                .of(home.begin(), home.elapsed());
        assertThat(unknown.known()).isFalse();
        assertThat(unknown.missing())
                .extracting(Missing::detail)
                .contains(
                        "grid energy: no price is entered on 2027-01-01.",
                        "capacity: no price is entered on 2027-01-01.");
        Bill assumed = home.under(contract(
                        set + ", assume-last: true", ENERGY.replace("formula: 0.1039 * spot + 0.8702", "price: 1")))
                .of(home.begin(), home.elapsed());
        assertThat(assumed.known()).isTrue();
        assertThat(assumed.lines().stream().filter(each -> each.name().equals("grid energy")))
                .singleElement()
                .satisfies(each -> assertThat(each.marks()).contains(Mark.ASSUMED));
    }

    @Test
    void a_price_that_nobody_entered_removes_the_total() throws DocumentFault {
        Bill bill = Home.of("2026-11-28", "2026-11-29")
                .flows(Lane.IMPORT, 1000)
                .under(contract("", "name: a, flow: import, unit: c/kWh, vat: none, price: unknown"))
                .of(DAY, DAY + 96);
        assertThat(bill.known()).isFalse();
        assertThat(bill.lines().get(0).rule()).isEqualTo("unknown");
    }

    @Test
    void what_flowed_before_any_contract_is_named() throws DocumentFault {
        Home home = Home.of("2025-12-31", "2026-01-02").flows(Lane.IMPORT, longs(192, 10));
        assertThat(home.under(contract("", ENERGY.replace("formula: 0.1039 * spot + 0.8702", "price: 1")))
                        .of(home.begin(), home.elapsed())
                        .missing())
                .extracting(Missing::detail)
                .containsExactly("electricity: no contract holds on 2025-12-31.");
    }

    @Test
    void the_next_contract_ends_the_one_before() throws DocumentFault {
        Home home = Home.of("2026-11-28", "2026-11-30").flows(Lane.IMPORT, longs(192, 1000));
        String one =
                "{name: one, from: 2026-01-01, components: [{name: e, flow: import, unit: EUR/kWh, vat: none, price: 1}]}";
        String two =
                "{name: two, from: 2026-11-29, components: [{name: e, flow: import, unit: EUR/kWh, vat: none, price: 2}]}";
        Bill bill = home.under(two, one).of(home.begin(), home.elapsed());
        assertThat(bill.paid()).isEqualByComparingTo("288");
        assertThat(bill.lines()).extracting(Line::rule).containsExactly("1 EUR/kWh", "2 EUR/kWh");
    }

    @Test
    void energy_whose_time_is_not_known_is_marked_where_time_matters() throws DocumentFault {
        Home home = workedHour().estimated(DAY + 2);
        Bill bill = home.under(contract(
                        "", ENERGY + ", step: quarter", "name: flat, flow: import, unit: c/kWh, vat: none, price: 1"))
                .of(DAY, DAY + 4);
        assertThat(bill.lines().get(0).marks()).containsExactly(Mark.ESTIMATED);
        assertThat(bill.lines().get(1).marks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"876, 4456, true", "878, 4456, false", "1180, 6000, true", "1182, 6000, false", "100, 2500, false"})
    void the_maximum_tariff_of_imewo_binds_for_those_who_use_little(long kwh, int peakW, boolean binds)
            throws DocumentFault {
        Home home = Home.of("2026-01-01", "2027-01-01")
                .flows(Lane.IMPORT, kwh * 1000)
                .peak("2026-01", peakW);
        Bill bill = home.under(
                        "{name: c, from: 2026-01-01, sets: [fluvius-imewo], facts: {domiciled: 'yes'}, components: []}")
                .of(home.begin(), home.elapsed());
        Line maximum = bill.lines().stream()
                .filter(each -> each.name().equals("maximum tariff"))
                .findFirst()
                .orElseThrow();
        assertThat(maximum.amount().signum()).isEqualTo(binds ? -1 : 0);
        assertThat(bill.known()).isTrue();
    }

    @Test
    void what_remains_under_the_maximum_is_never_less_than_the_least_peak_costs() throws DocumentFault {
        Home home = Home.of("2026-01-01", "2027-01-01").flows(Lane.IMPORT, 0).peak("2026-01", 6000);
        Bill bill = home.under(
                        "{name: c, from: 2026-01-01, sets: [fluvius-imewo], facts: {domiciled: 'yes'}, components: []}")
                .of(home.begin(), home.elapsed());
        assertThat(bill.withoutVat())
                .as("2.5 kW in twelve parts of a millionth of a euro each, and data management")
                .isEqualByComparingTo(bd("11.291667").multiply(bd("12")).add(bd("17.85")));
    }

    @Test
    void fees_count_from_the_first_reading_until_now() throws DocumentFault {
        Billing billing = Home.of("2026-04-11", "2026-04-21")
                .under(contract(
                        "",
                        "name: fee, unit: EUR/month, vat: none, price: 30",
                        "name: daily, unit: EUR/day, vat: none, price: 0.92"));
        Bill bill = billing.of(edge("2026-04-01"), edge("2026-05-01"));
        assertThat(bill.lines())
                .extracting(Line::paid)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(bd("10"), bd("9.2"));
    }

    private static long[] longs(int count, long each) {
        long[] all = new long[count];
        Arrays.fill(all, each);
        return all;
    }

    private static BigDecimal bd(String text) {
        return new BigDecimal(text);
    }

    private static final String FLAT = "name: energy, flow: import, unit: EUR/kWh, vat: none, price: 0.3";

    /** Read from the 5th to the 8th of November. */
    private static Home readForThreeDays() {
        return Home.of("2026-11-05", "2026-12-01").flows(Lane.IMPORT, 100, 100).silentFrom("2026-11-08");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            before the first reading, 2026-11-01, 2026-11-04, 3
            after the last one,       2026-11-10, 2026-11-12, 2
            begun in it,              2026-11-01, 2026-11-06, 4
            silent since,             2026-11-05, 2026-12-01, 23
            whole month,              2026-11-01, 2026-12-01, 27""")
    void time_that_no_reading_covers_is_missing_and_not_0(String what, String from, String to, int days)
            throws DocumentFault {
        Bill bill = readForThreeDays().under(contract("", FLAT)).of(edge(from), edge(to));
        assertThat(bill.known()).as(what).isFalse();
        assertThat(bill.missing()).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(Reason.NO_READINGS);
            assertThat(each.days()).hasSize(days);
        });
    }

    @Test
    void time_that_readings_cover_is_known() throws DocumentFault {
        Bill bill = readForThreeDays().under(contract("", FLAT)).of(edge("2026-11-05"), edge("2026-11-08"));
        assertThat(bill.known()).isTrue();
        assertThat(bill.paid()).isEqualByComparingTo("0.06");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            net: year, price: 0.3
            net: none, brackets: [{up-to: 1000, price: 0.3}, {price: 0.2}]""")
    void what_depends_on_the_year_is_not_known_while_the_year_began_unread(String price) throws DocumentFault {
        String component = "name: energy, flow: import, unit: EUR/kWh, vat: none, " + price;
        Home home = readForThreeDays().flows(Lane.EXPORT, 0);
        int from = edge("2026-11-05");
        Bill whole = home.under(contract("", component)).of(from, from + 8);
        assertThat(whole.missing()).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(Reason.NO_READINGS);
            assertThat(each.days().first()).isEqualTo("2026-01-01");
            assertThat(each.days().last()).isEqualTo("2026-11-04");
        });
        assertThat(home.under(contract("billing-year: 11-05", component.replace("net: year", "net: none")))
                        .of(from, from + 8)
                        .known())
                .isTrue();
    }

    @Test
    void a_maximum_takes_nothing_off_while_it_is_not_known_what_came_from_the_grid() throws DocumentFault {
        Bill bill = Home.of("2026-11-01", "2026-12-01")
                .peak("2026-11", 6000)
                .under(contract(
                        "",
                        "name: capacity, unit: EUR/kW/year, vat: none, price: 50",
                        "name: maximum, flow: import, unit: EUR/kWh, vat: none,"
                                + " maximum: {of: [capacity], price: 0.3, least-kw: 2.5, over: month}"))
                .of(edge("2026-11-01"), edge("2026-12-01"));
        assertThat(bill.paid()).isEqualByComparingTo("25");
        assertThat(bill.missing()).extracting(Missing::reason).containsExactly(Reason.NO_READINGS);
    }
}
