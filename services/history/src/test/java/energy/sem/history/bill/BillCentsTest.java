package energy.sem.history.bill;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.bill.sum.Line;
import energy.sem.bill.tariff.Owner;
import energy.sem.bill.tariff.Unit;
import energy.sem.bill.tariff.Utility;
import energy.sem.bill.tariff.Vat;
import energy.sem.history.period.Cents;

import static org.assertj.core.api.Assertions.assertThat;

class BillCentsTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            0.005 0.005 0.005,        0 0 0,  0.00
            0.005 0.005 0.005 1.00,   0 0 0 6, 0.06
            -0.005 0.015 0.125 10.00, 0 0 0 21, 2.10
            1.005 1.005 1.005,        0 6 0,  0.06""")
    void a_line_without_vat_shows_none_however_lines_are_rounded(String amounts, String percents, String vat) {
        String[] each = amounts.split(" ", -1);
        String[] percent = percents.split(" ", -1);
        List<Line> lines = java.util.stream.IntStream.range(0, each.length)
                .mapToObj(i -> line(each[i], percent[i]))
                .toList();
        List<BigDecimal> paid = Cents.addingUp(lines.stream().map(Line::paid).toList());
        List<BigDecimal> without = BillCents.withoutVat(lines, paid);
        for (int i = 0; i < each.length; i++) {
            if (percent[i].equals("0")) {
                assertThat(without.get(i)).as(Arrays.toString(each)).isEqualByComparingTo(paid.get(i));
            }
        }
        assertThat(sum(paid).subtract(sum(without))).isBetween(shifted(vat, "-0.01"), shifted(vat, "0.01"));
    }

    private static BigDecimal shifted(String number, String by) {
        return new BigDecimal(number).add(new BigDecimal(by));
    }

    private static BigDecimal sum(List<BigDecimal> all) {
        return all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Line line(String amount, String percent) {
        Vat vat = percent.equals("0") ? Vat.NONE : new Vat(new BigDecimal(percent), false);
        return new Line(
                Utility.ELECTRICITY,
                Owner.SUPPLIER,
                "fee",
                "",
                "",
                Unit.Base.YEAR,
                null,
                vat,
                new BigDecimal(amount),
                Set.of(),
                List.of());
    }
}
