package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Random;

import org.junit.jupiter.api.Test;

import energy.sem.bill.document.DocumentFault;
import energy.sem.quarter.QuarterHours;

import static energy.sem.bill.sum.Home.edge;
import static org.assertj.core.api.Assertions.assertThat;

/** Years of two invented homes, each worked out once more by a plain program that knows nothing of components. */
class YearsTest {
    private static final int FROM = edge("2026-01-01");
    private static final int TO = edge("2027-01-01");
    private static final BigDecimal VAT = bd("1.06");
    private static final long[] IN = new long[TO - FROM];
    private static final long[] OUT = new long[TO - FROM];
    private static final BigDecimal[] SPOT = new BigDecimal[TO - FROM];

    static {
        Random random = new Random(2026);
        for (int i = 0; i < IN.length; i++) {
            IN[i] = 20L + random.nextInt(200);
            OUT[i] = random.nextInt(4) == 0 ? random.nextInt(300) : 0;
            SPOT[i] = BigDecimal.valueOf(random.nextInt(25_000) - 3_000, 2);
        }
    }

    private static Home home() {
        Home home = Home.of("2026-01-01", "2027-01-01")
                .flows(Lane.IMPORT, IN)
                .flows(Lane.EXPORT, OUT)
                .peak("2026-01", 2500)
                .peak("2026-06", 4456);
        for (int i = 0; i < SPOT.length; i++) {
            home.spot(FROM + i, SPOT[i]);
        }
        return home;
    }

    private static String flemish(String... components) {
        return "{name: c, from: 2026-01-01, area: BE, sets: [fluvius-imewo, belgium-electricity],"
                + " facts: {domiciled: 'yes', customer: household}, components: [{"
                + String.join("}, {", components) + "}]}";
    }

    /** Grid and levies of the Flemish year, with VAT: excise by tranche to July, then flat; no maximum binds. */
    private static BigDecimal flemishGridAndLevies() {
        BigDecimal kwh = BigDecimal.ZERO;
        BigDecimal untilAugust = BigDecimal.ZERO;
        for (int i = 0; i < IN.length; i++) {
            kwh = kwh.add(BigDecimal.valueOf(IN[i], 3));
            if (FROM + i < edge("2026-08-01")) {
                untilAugust = untilAugust.add(BigDecimal.valueOf(IN[i], 3));
            }
        }
        assertThat(untilAugust).as("all in the first tranche").isLessThan(bd("20000"));
        BigDecimal excise = untilAugust
                .multiply(bd("0.04748"))
                .add(kwh.subtract(untilAugust).multiply(bd("0.046")));
        BigDecimal contribution = untilAugust.multiply(bd("0.0019261"));
        BigDecimal grid = kwh.multiply(bd("0.0522864"));
        BigDecimal capacity =
                twelfth("2.5").multiply(bd("5")).add(twelfth("4.456").multiply(bd("7")));
        return excise.add(contribution).add(grid).add(capacity).add(bd("17.85")).multiply(VAT);
    }

    private static BigDecimal twelfth(String kw) {
        return bd(kw).multiply(bd("54.20")).divide(bd("12"), 6, RoundingMode.HALF_UP);
    }

    @Test
    void a_flemish_year_with_a_dynamic_contract() throws DocumentFault {
        Bill bill = home().under(flemish(
                        "name: energy, flow: import, unit: c/kWh, vat: 6, formula: 0.1039 * spot + 0.8702, step: quarter",
                        "name: injection, flow: export, unit: c/kWh, vat: none, formula: -0.1 * spot + 1.3135, step: quarter",
                        "name: fee, unit: EUR/year, vat: 6 included, price: 100.70"))
                .of(FROM, TO);
        BigDecimal expected = flemishGridAndLevies().add(bd("100.70"));
        for (int i = 0; i < IN.length; i++) {
            BigDecimal cents = SPOT[i].multiply(bd("0.1039")).add(bd("0.8702"));
            expected = expected.add(cents.multiply(VAT).multiply(BigDecimal.valueOf(IN[i], 5)));
            expected = expected.subtract(
                    SPOT[i].multiply(bd("0.1")).subtract(bd("1.3135")).multiply(BigDecimal.valueOf(OUT[i], 5)));
        }
        assertThat(bill.known()).as(bill.missing().toString()).isTrue();
        assertThat(bill.paid()).isEqualByComparingTo(expected);
    }

    @Test
    void the_same_year_with_a_fixed_contract() throws DocumentFault {
        Bill bill = home().under(flemish(
                        "name: energy, flow: import, unit: c/kWh, vat: 6, price: 14.05",
                        "name: injection, flow: export, unit: c/kWh, vat: none, price: -3.1",
                        "name: fee, unit: EUR/month, vat: 6, price: 5"))
                .of(FROM, TO);
        BigDecimal expected = flemishGridAndLevies().add(bd("63.6"));
        for (int i = 0; i < IN.length; i++) {
            expected = expected.add(bd("14.893").multiply(BigDecimal.valueOf(IN[i], 5)));
            expected = expected.subtract(bd("3.1").multiply(BigDecimal.valueOf(OUT[i], 5)));
        }
        assertThat(bill.paid()).isEqualByComparingTo(expected);
    }

    @Test
    void the_same_year_with_a_variable_contract_by_the_mean_of_the_month() throws DocumentFault {
        Bill bill = home().under(flemish(
                        "name: energy, flow: import, unit: c/kWh, vat: 6, formula: 0.110 * spot + 2.2, step: month"))
                .of(FROM, TO);
        BigDecimal expected = flemishGridAndLevies();
        for (int month = 1; month <= 12; month++) {
            BigDecimal sum = BigDecimal.ZERO;
            long count = 0;
            long wh = 0;
            for (int i = 0; i < IN.length; i++) {
                ZonedDateTime time = QuarterHours.start(FROM + i).atZone(Home.BRUSSELS);
                if (time.getMonthValue() == month) {
                    sum = sum.add(SPOT[i]);
                    wh += IN[i];
                    count++;
                }
            }
            BigDecimal mean = sum.divide(BigDecimal.valueOf(count), 5, RoundingMode.HALF_UP);
            BigDecimal cents = mean.multiply(bd("0.110")).add(bd("2.2")).multiply(VAT);
            expected = expected.add(cents.multiply(BigDecimal.valueOf(wh, 5)));
        }
        assertThat(bill.paid()).isEqualByComparingTo(expected);
    }

    /** From 1 December to 1 February: saldering until New Year, none after it, another tax, feed-in at half the bare price. */
    @Test
    void a_dutch_home_over_new_year_2027() throws DocumentFault {
        int from = edge("2026-12-01");
        int newYear = edge("2027-01-01");
        int to = edge("2027-02-01");
        Home home = Home.of("2026-12-01", "2027-02-01");
        Random random = new Random(2027);
        long[] in = random.longs(to - from, 0, 400).toArray();
        long[] out = random.longs(to - from, 0, 150).toArray();
        String both = "name: nl, from: 2026-12-01, components: ["
                + "{name: energy, flow: import, unit: EUR/kWh, vat: 21, until: 2027-01-01, net: year, price: 0.12},"
                + "{name: energy, flow: import, unit: EUR/kWh, vat: 21, from: 2027-01-01, price: 0.12},"
                + "{name: feed-in, flow: export, unit: EUR/kWh, vat: none, until: 2027-01-01, net: year, price: -0.05},"
                + "{name: feed-in, flow: export, unit: EUR/kWh, vat: none, from: 2027-01-01, price: -0.06},"
                + "{name: energy tax, flow: import, unit: EUR/kWh, vat: 21, until: 2027-01-01, net: year, price: 0.0916},"
                + "{name: energy tax, flow: import, unit: EUR/kWh, vat: 21, from: 2027-01-01, price: 0.09},"
                + "{name: tax reduction, unit: EUR/year, vat: 21, price: -519.80},"
                + "{name: grid, unit: EUR/day, vat: 21, price: 0.92098}]";
        Billing billing = home.flows(Lane.IMPORT, in).flows(Lane.EXPORT, out).under("{" + both + "}");

        long in26 = 0;
        long out26 = 0;
        long in27 = 0;
        long out27 = 0;
        for (int i = 0; i < in.length; i++) {
            in26 += from + i < newYear ? in[i] : 0;
            out26 += from + i < newYear ? out[i] : 0;
            in27 += from + i < newYear ? 0 : in[i];
            out27 += from + i < newYear ? 0 : out[i];
        }
        assertThat(in26).isGreaterThan(out26);
        BigDecimal december = BigDecimal.valueOf(in26 - out26, 3).multiply(bd("0.2116"));
        BigDecimal january = BigDecimal.valueOf(in27, 3).multiply(bd("0.21"));
        BigDecimal feedIn = BigDecimal.valueOf(out27, 3).multiply(bd("0.06"));
        BigDecimal reduction = bd("519.80").multiply(bd("31")).divide(bd("365"), 6, RoundingMode.HALF_UP);
        BigDecimal grid = bd("0.92098").multiply(bd("31"));
        assertThat(billing.of(from, newYear).paid())
                .isEqualByComparingTo(december.add(grid).subtract(reduction).multiply(bd("1.21")));
        assertThat(billing.of(newYear, to).paid())
                .isEqualByComparingTo(january.add(grid)
                        .subtract(reduction)
                        .multiply(bd("1.21"))
                        .subtract(feedIn));
        assertThat(billing.of(from, to).paid())
                .isEqualByComparingTo(billing.of(from, newYear)
                        .paid()
                        .add(billing.of(newYear, to).paid()));
    }

    @Test
    void the_dutch_tax_of_2027_is_unknown_until_it_is_entered() throws DocumentFault {
        Home home = Home.of("2026-12-31", "2027-01-02")
                .flows(
                        Lane.IMPORT,
                        java.util.stream.LongStream.generate(() -> 100)
                                .limit(192)
                                .toArray());
        Bill bill = home.under(
                        "{name: nl, from: 2026-01-01, billing-year: 12-31, sets: [netherlands-electricity], components: []}")
                .of(home.begin(), home.elapsed());
        assertThat(bill.missing())
                .extracting(Missing::detail)
                .containsExactlyInAnyOrder(
                        "energy tax: no price is entered on 2027-01-01.",
                        "tax reduction: no price is entered on 2027-01-01.");
        assertThat(home.under(
                                "{name: nl, from: 2026-01-01, billing-year: 12-31, sets: [netherlands-electricity], components: []}")
                        .of(home.begin(), home.begin() + 96)
                        .known())
                .isTrue();
    }

    @Test
    void a_year_of_quarter_hours_is_priced_at_once() throws DocumentFault {
        Billing billing = home().under(flemish(
                "name: energy, flow: import, unit: c/kWh, vat: 6, formula: 0.1039 * spot + 0.8702, step: quarter"));
        assertThat(LocalDate.of(2026, 12, 31).getDayOfYear() * 96).isEqualTo(IN.length);
        assertThat(billing.of(FROM, TO).lines().get(0).quantity())
                .isEqualByComparingTo(
                        BigDecimal.valueOf(java.util.Arrays.stream(IN).sum(), 3));
    }

    private static BigDecimal bd(String text) {
        return new BigDecimal(text);
    }
}
