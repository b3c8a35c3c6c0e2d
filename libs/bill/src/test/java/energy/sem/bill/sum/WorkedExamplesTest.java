package energy.sem.bill.sum;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import energy.sem.bill.document.DocumentFault;

import static energy.sem.bill.sum.Home.edge;
import static org.assertj.core.api.Assertions.assertThat;

/** The examples of docs/costs.md, as they stand there. */
class WorkedExamplesTest {
    private static final Path PAGE = Path.of("../../docs/costs.md");

    /** The cells of a table below a heading, by the first of each row. */
    private static Map<String, List<String>> table(String heading) throws IOException {
        Map<String, List<String>> rows = new HashMap<>();
        boolean within = false;
        for (String line : Files.readAllLines(PAGE)) {
            within = line.startsWith("#") ? line.equals("### " + heading) : within;
            if (within && line.startsWith("| ")) {
                List<String> cells = new ArrayList<>();
                for (String cell : line.substring(1, line.length() - 1).split("\\|", -1)) {
                    cells.add(cell.strip().replace("*", "").replace("−", "-"));
                }
                rows.put(cells.get(0), cells);
            }
        }
        return rows;
    }

    @Test
    void the_flemish_year() throws IOException, DocumentFault {
        Home home = Home.of("2026-01-01", "2027-01-01").peak("2026-01", 4456);
        long[] wh = new long[home.elapsed() - home.begin()];
        wh[0] = 2_100_000;
        wh[edge("2026-08-01") - home.begin()] = 1_400_000;
        Bill bill = home.flows(Lane.IMPORT, wh)
                .under("{name: c, from: 2026-01-01, sets: [fluvius-imewo, belgium-electricity],"
                        + " facts: {domiciled: 'yes', customer: household}, components: ["
                        + "{name: energy, flow: import, unit: c/kWh, vat: 6, price: 12},"
                        + "{name: subscription, unit: EUR/year, vat: 6 included, price: 70}]}")
                .of(home.begin(), home.elapsed());
        Map<String, List<String>> page = table("A Flemish year, worked out");
        Map<String, BigDecimal> without = new HashMap<>();
        Map<String, BigDecimal> paid = new HashMap<>();
        for (Line each : bill.lines()) {
            without.merge(each.name(), each.withoutVat(), BigDecimal::add);
            paid.merge(each.name(), each.paid(), BigDecimal::add);
        }
        assertThat(bill.known()).isTrue();
        assertThat(page.keySet()).containsAll(paid.keySet());
        paid.forEach((line, euro) -> {
            assertThat(page.get(line).get(2)).as("%s without VAT", line).isEqualTo(cents(without.get(line)));
            assertThat(page.get(line).get(4)).as("%s to pay", line).isEqualTo(cents(euro));
        });
        assertThat(page.get("total").get(4)).isEqualTo(cents(bill.paid()));
    }

    @Test
    void the_dutch_new_year() throws IOException, DocumentFault {
        Home home = Home.of("2026-12-01", "2027-02-01");
        int newYear = edge("2027-01-01") - home.begin();
        long[] in = new long[home.elapsed() - home.begin()];
        long[] out = new long[in.length];
        in[0] = 300_000;
        in[newYear] = 300_000;
        out[1] = 200_000;
        out[newYear + 1] = 200_000;
        Billing billing = home.flows(Lane.IMPORT, in)
                .flows(Lane.EXPORT, out)
                .under("{name: nl, from: 2026-12-01, components: ["
                        + "{name: energy, flow: import, unit: EUR/kWh, vat: 21, until: 2027-01-01, net: year, price: 0.12},"
                        + "{name: energy, flow: import, unit: EUR/kWh, vat: 21, from: 2027-01-01, price: 0.12},"
                        + "{name: feed-in, flow: export, unit: EUR/kWh, vat: none, until: 2027-01-01, net: year, price: -0.06},"
                        + "{name: feed-in, flow: export, unit: EUR/kWh, vat: none, from: 2027-01-01, price: -0.06},"
                        + "{name: energy tax, flow: import, unit: EUR/kWh, vat: 21, until: 2027-01-01, net: year, price: 0.0916},"
                        + "{name: energy tax, flow: import, unit: EUR/kWh, vat: 21, from: 2027-01-01, price: 0.09},"
                        + "{name: tax reduction, unit: EUR/year, vat: 21, price: -519.80},"
                        + "{name: grid, unit: EUR/day, vat: 21, price: 0.92098}]}");
        Map<String, List<String>> page = table("A Dutch New Year, worked out");
        month(page, billing.of(home.begin(), edge("2027-01-01")), 2);
        month(page, billing.of(edge("2027-01-01"), home.elapsed()), 4);
    }

    private static void month(Map<String, List<String>> page, Bill bill, int column) {
        BigDecimal vat = BigDecimal.ZERO;
        for (Line each : bill.lines()) {
            assertThat(page.get(each.name()).get(column)).as(each.name()).isEqualTo(cents(each.amount()));
            vat = vat.add(each.paid().subtract(each.withoutVat()));
        }
        assertThat(page.get("VAT of 21 % on these").get(column)).isEqualTo(cents(vat));
        assertThat(page.get("total").get(column)).isEqualTo(cents(bill.paid()));
    }

    private static String cents(BigDecimal euro) {
        return euro.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
