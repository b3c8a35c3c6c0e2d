package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.Random;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import energy.sem.bill.document.DocumentFault;

import static energy.sem.bill.sum.Home.edge;
import static org.assertj.core.api.Assertions.assertThat;

/** However a time is divided, its parts cost what it costs. */
class SplitsTest {
    /** One component of every kind, a change of contract in the middle, and the excise's step of 1 August 2026. */
    private static final String FIRST = "{name: one, from: 2026-01-01, area: BE, billing-year: 04-01,"
            + " sets: [fluvius-imewo, belgium-electricity], facts: {domiciled: 'no', customer: household}, components: ["
            + "{name: energy, flow: import, unit: c/kWh, vat: 6, formula: 0.1039 * spot + 0.8702, step: quarter},"
            + "{name: hourly, flow: import, unit: c/kWh, vat: 6, formula: 0.1 * spot - 0.1, step: hour, floor: 0.5, cap: 9},"
            + "{name: injection, flow: export, unit: c/kWh, vat: none, formula: -0.1 * spot + 1.3, step: quarter},"
            + "{name: bands, flow: import, unit: EUR/kWh, vat: 21 included, holidays: BE, bands:"
            + " [{name: high, days: mon-fri, hours: '07:00-22:00', on-holidays: false, price: 0.31}, {name: low, otherwise: true,"
            + " formula: 0.001 * spot + 0.02, step: month}]},"
            + "{name: netted, flow: import, unit: EUR/kWh, vat: 21, net: year, brackets: [{up-to: 300, price: 0.1},"
            + " {price: 0.07}]},"
            + "{name: registers, flow: export, unit: EUR/kWh, vat: none, net: year, bands: [{name: a, tariff: 1, price: -0.03},"
            + " {name: b, tariff: 2, price: -0.02}]},"
            + "{name: most, flow: import, unit: EUR/kWh, vat: 6,"
            + " maximum: {of: [plain, peak], price: 0.12, least-kw: 2.5, over: year}},"
            + "{name: plain, flow: import, unit: EUR/kWh, vat: 6, price: 0.05},"
            + "{name: peak, unit: EUR/kW/year, vat: 6, price: 51.5},"
            + "{name: fee, unit: EUR/year, vat: 6, price: 65.01}, {name: rent, unit: EUR/month, vat: 6, price: 1.99},"
            + "{name: daily, unit: EUR/day, vat: 21, price: 0.92098}]}";

    private static final String SECOND = FIRST.replace("name: one, from: 2026-01-01", "name: two, from: 2026-08-15")
            .replace("0.1039", "0.108")
            .replace("over: year", "over: month");

    private static final Home HOME = home();
    private static final int FROM = edge("2026-05-20");
    private static final int TO = edge("2026-11-10");

    private static Home home() {
        Home home = Home.of("2026-04-01", "2026-11-10");
        Random random = new Random(20);
        int length = home.elapsed() - home.begin();
        for (Lane lane :
                new Lane[] {Lane.IMPORT, Lane.EXPORT, Lane.EXPORT_T1, Lane.EXPORT_T2, Lane.IMPORT_T1, Lane.IMPORT_T2}) {
            home.flows(
                    lane,
                    random.longs(length, 0, 120)
                            .map(each -> each < 60 ? 0 : each)
                            .toArray());
        }
        for (int quarter = home.begin(); quarter < home.elapsed(); quarter++) {
            home.spot(quarter, BigDecimal.valueOf(random.nextInt(30_000) - 5_000, 2));
        }
        return home.peak("2026-04", 3123).peak("2026-07", 4456).peak("2026-10", 6001);
    }

    @Property(tries = 20)
    void any_split_adds_up_to_the_last_digit(@ForAll @IntRange(min = 0, max = 1_000_000) int seed)
            throws DocumentFault {
        Billing billing = HOME.under(FIRST, SECOND);
        Random random = new Random(seed);
        int from = FROM + random.nextInt(3000);
        int to = from + 1 + random.nextInt(Math.min(TO - from, 12_000));
        TreeSet<Integer> edges = new TreeSet<>(java.util.Set.of(from, to));
        for (int i = random.nextInt(8); i > 0; i--) {
            edges.add(from + random.nextInt(to - from));
        }
        Bill whole = billing.of(from, to);
        Bill parts = Bill.NONE;
        BigDecimal paid = BigDecimal.ZERO;
        Integer start = null;
        for (int edge : edges) {
            if (start != null) {
                Bill part = billing.of(start, edge);
                paid = paid.add(part.paid());
                parts = parts.plus(part);
            }
            start = edge;
        }
        assertThat(whole.known()).as(whole.missing().toString()).isTrue();
        assertThat(paid).isEqualByComparingTo(whole.paid());
        assertThat(parts.paid()).isEqualByComparingTo(whole.paid());
        BigDecimal lines = whole.lines().stream().map(Line::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines).isEqualByComparingTo(whole.paid());
    }

    @Test
    void both_contracts_have_a_maximum_that_takes_something_off_one_over_a_year_and_one_over_a_month()
            throws DocumentFault {
        assertThat(HOME.under(FIRST, SECOND).of(FROM, TO).lines())
                .filteredOn(each -> each.name().equals("most"))
                .allSatisfy(each -> assertThat(each.amount()).isNegative())
                .extracting(Line::rule)
                .containsExactly(
                        "plain + peak at most 0.12 EUR/kWh over a year",
                        "plain + peak at most 0.12 EUR/kWh over a month");
    }

    @Test
    void days_add_up_to_their_months_and_months_to_the_whole() throws DocumentFault {
        Billing billing = HOME.under(FIRST, SECOND);
        BigDecimal days = BigDecimal.ZERO;
        for (java.time.LocalDate day = java.time.LocalDate.of(2026, 8, 1);
                day.getMonthValue() < 9;
                day = day.plusDays(1)) {
            days = days.add(
                    billing.of(edge(day.toString()), edge(day.plusDays(1).toString()))
                            .paid());
        }
        assertThat(days)
                .isEqualByComparingTo(
                        billing.of(edge("2026-08-01"), edge("2026-09-01")).paid());
    }
}
