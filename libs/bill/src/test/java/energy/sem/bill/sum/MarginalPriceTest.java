package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntFunction;

import org.junit.jupiter.api.Test;

import energy.sem.bill.document.DocumentFault;
import energy.sem.bill.sum.MarginalPrice.Quote;
import energy.sem.bill.sum.Missing.Reason;
import energy.sem.bill.tariff.Flow;
import energy.sem.bill.tariff.Tariff;

import static energy.sem.bill.sum.Home.contract;
import static energy.sem.bill.sum.Home.edge;
import static org.assertj.core.api.Assertions.assertThat;

/** What one more kWh costs in a quarter hour. */
class MarginalPriceTest {
    private static final int DAY = edge("2026-11-28");
    private static final String SPOT =
            "name: energy, flow: import, unit: c/kWh, vat: 6, formula: 0.1 * spot + 1, step: quarter";

    private static MarginalPrice price(Home home, IntFunction<Integer> tariff, String... contracts)
            throws DocumentFault {
        List<Tariff> tariffs = Home.tariffs(contracts);
        return new MarginalPrice(tariffs, home, home, Home.BRUSSELS, tariff);
    }

    @Test
    void it_is_all_that_depends_on_the_quarter_hour_with_vat_and_no_fee() throws DocumentFault {
        Home home = Home.of("2026-11-28", "2026-11-29").peak("2026-11", 4000).spot("92.10", "-12.40");
        MarginalPrice price = price(
                home,
                any -> 1,
                contract(
                        "",
                        SPOT,
                        "name: grid, flow: import, unit: EUR/kWh, vat: 6, price: 0.05",
                        "name: capacity, unit: EUR/kW/year, vat: 6, price: 54",
                        "name: fee, unit: EUR/month, vat: 6, price: 9",
                        "name: most, flow: import, unit: EUR/kWh, vat: 6,"
                                + " maximum: {of: [capacity, grid], price: 0.3, least-kw: 2.5, over: year}"));
        assertThat(price.of(Flow.IMPORT, DAY).euro()).isEqualByComparingTo("0.161226");
        assertThat(price.of(Flow.IMPORT, DAY + 1).euro()).isEqualByComparingTo("0.050456");
    }

    @Test
    void a_quarter_hour_without_a_day_ahead_price_has_none_and_says_so() throws DocumentFault {
        Quote quote = price(Home.of("2026-11-28", "2026-11-29"), any -> 1, contract("", SPOT))
                .of(Flow.IMPORT, DAY);
        assertThat(quote.euro()).isNull();
        assertThat(quote.missing()).extracting(Missing::reason).containsExactly(Reason.NO_SPOT);
    }

    @Test
    void what_is_to_come_is_priced_too() throws DocumentFault {
        Home home = Home.of("2026-11-28", "2026-11-29").elapsed(DAY).spot(DAY + 50, new BigDecimal("100"));
        assertThat(price(home, any -> 1, contract("", SPOT))
                        .of(Flow.IMPORT, DAY + 50)
                        .euro())
                .isEqualByComparingTo("0.1166");
    }

    @Test
    void export_is_negative_where_it_earns() throws DocumentFault {
        Home home = Home.of("2026-11-28", "2026-11-29").spot("100", "5");
        MarginalPrice price = price(
                home,
                any -> 1,
                contract(
                        "", "name: in, flow: export, unit: c/kWh, vat: none, formula: -0.1 * spot + 1, step: quarter"));
        assertThat(price.of(Flow.EXPORT, DAY).euro()).isEqualByComparingTo("-0.09");
        assertThat(price.of(Flow.EXPORT, DAY + 1).euro()).as("it costs").isEqualByComparingTo("0.005");
    }

    private static final String DAY_AND_NIGHT = contract(
            "",
            "name: energy, flow: import, unit: EUR/kWh, vat: none,"
                    + " bands: [{name: day, tariff: 1, price: 0.3}, {name: night, tariff: 2, price: 0.2}]");

    @Test
    void bands_by_register_follow_the_tariff_that_the_meter_counts() throws DocumentFault {
        MarginalPrice price =
                price(Home.of("2026-11-28", "2026-11-29"), quarter -> quarter < DAY + 28 ? 2 : 1, DAY_AND_NIGHT);
        assertThat(price.of(Flow.IMPORT, DAY).euro()).isEqualByComparingTo("0.2");
        assertThat(price.of(Flow.IMPORT, DAY + 28).euro()).isEqualByComparingTo("0.3");
    }

    @Test
    void where_the_tariff_is_not_known_there_is_a_price_only_when_it_does_not_matter() throws DocumentFault {
        Home home = Home.of("2026-11-28", "2026-11-29").spot("100");
        Quote quote = price(home, any -> null, DAY_AND_NIGHT).of(Flow.IMPORT, DAY);
        assertThat(quote.euro()).isNull();
        assertThat(quote.missing()).extracting(Missing::reason).containsExactly(Reason.NO_TARIFF);
        assertThat(price(home, any -> null, contract("", SPOT))
                        .of(Flow.IMPORT, DAY)
                        .euro())
                .isEqualByComparingTo("0.1166");
    }

    @Test
    void brackets_are_taken_where_the_year_stands() throws DocumentFault {
        String brackets = contract(
                "",
                "name: tax, flow: import, unit: EUR/kWh, vat: none,"
                        + " brackets: [{up-to: 1, price: 0.3}, {price: 0.1}]");
        Home home = Home.of("2026-01-01", "2026-01-02")
                .flows(Lane.IMPORT, 400, 0, 600)
                .elapsed(edge("2026-01-01") + 3);
        assertThat(price(home, any -> 1, brackets)
                        .of(Flow.IMPORT, edge("2026-01-01") + 1)
                        .euro())
                .as("0.6 kWh in the first, the rest in the second")
                .isEqualByComparingTo("0.22");
        assertThat(price(home, any -> 1, brackets)
                        .of(Flow.IMPORT, edge("2026-01-01") + 50)
                        .euro())
                .isEqualByComparingTo("0.1");
    }

    @Test
    void a_netted_kwh_costs_what_it_changes_and_export_takes_as_much_off() throws DocumentFault {
        String netted = contract("", "name: tax, flow: import, unit: EUR/kWh, vat: 21, price: 0.1, net: year");
        Home bought =
                Home.of("2026-01-01", "2026-01-02").flows(Lane.IMPORT, 5000).flows(Lane.EXPORT, 1000);
        Home sold = Home.of("2026-01-01", "2026-01-02").flows(Lane.IMPORT, 1000).flows(Lane.EXPORT, 5000);
        int quarter = edge("2026-01-01") + 40;
        assertThat(price(bought, any -> 1, netted).of(Flow.IMPORT, quarter).euro())
                .isEqualByComparingTo("0.121");
        assertThat(price(bought, any -> 1, netted).of(Flow.EXPORT, quarter).euro())
                .isEqualByComparingTo("-0.121");
        assertThat(price(sold, any -> 1, netted).of(Flow.IMPORT, quarter).euro())
                .isEqualByComparingTo("0");
    }

    @Test
    void nothing_holds_where_there_is_no_contract() throws DocumentFault {
        Quote quote = price(
                        Home.of("2025-11-28", "2025-11-29"),
                        any -> 1,
                        contract("", "name: energy, flow: import, unit: EUR/kWh, vat: none, price: 0.2"))
                .of(Flow.IMPORT, edge("2025-11-28"));
        assertThat(quote.missing()).extracting(Missing::reason).containsExactly(Reason.NO_CONTRACT);
    }
}
