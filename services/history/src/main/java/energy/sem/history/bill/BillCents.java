package energy.sem.history.bill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import energy.sem.bill.sum.Line;
import energy.sem.history.period.Cents;

/** Lines in whole cents. */
final class BillCents {

    /**
     * What lines are without VAT: of a line that has none what is paid, so that rounding shows no VAT there; the others add up.
     *
     * @param paid of the same lines, in cents
     */
    static List<BigDecimal> withoutVat(List<Line> lines, List<BigDecimal> paid) {
        List<Line> taxed = lines.stream().filter(BillCents::isTaxed).toList();
        List<BigDecimal> rounded =
                Cents.addingUp(taxed.stream().map(Line::withoutVat).toList());
        List<BigDecimal> all = new ArrayList<>(paid);
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            if (isTaxed(lines.get(i))) {
                all.set(i, rounded.get(next++));
            }
        }
        return all;
    }

    private static boolean isTaxed(Line line) {
        return line.vat().percent().signum() != 0;
    }

    private BillCents() {}
}
