package energy.sem.history.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import energy.sem.history.answer.Bill;
import energy.sem.history.answer.CostPart;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.Unpriced;
import energy.sem.history.cost.Cost;
import energy.sem.history.cost.Part;

/**
 * Exact euros to the thousandths that are written, one after the other: what is written so far is always the rounded sum
 * so far. So buckets add up to the total, and parts to the whole, as written.
 */
final class Money {
    private BigDecimal exact = BigDecimal.ZERO;
    private BigDecimal written = BigDecimal.ZERO;

    /** The next amount as it is written. */
    BigDecimal next(BigDecimal euro) {
        exact = exact.add(euro);
        BigDecimal rounded = exact.setScale(3, RoundingMode.HALF_UP);
        BigDecimal difference = rounded.subtract(written);
        written = rounded;
        return Decimal.plain(difference);
    }

    /** The next bucket's cost as it is written; {@code null} when it is not known or there is none. */
    Bill nextOf(Cost cost) {
        BigDecimal next = next(cost.euro());
        return cost.known() && !cost.isNone() ? Bill.of(next) : null;
    }

    /** A whole cost as it is written, without its parts; {@code null} when it is not known or there is none. */
    static Bill total(Cost cost) {
        return new Money().nextOf(cost);
    }

    /** A whole cost as it is written, with its parts, or with why it is not known; {@code null} when there is none. */
    static Bill bill(Cost cost) {
        if (cost.isNone()) {
            return null;
        }
        Money money = new Money();
        SortedMap<Part, Cost.Item> items = new TreeMap<>(cost.parts());
        List<BigDecimal> amounts =
                items.values().stream().map(item -> money.next(item.euro())).toList();
        Iterator<BigDecimal> written = amounts.iterator();
        Iterator<BigDecimal> cents = Cents.addingUp(amounts).iterator();
        return new Bill(
                Bill.EURO,
                cost.known() ? Decimal.plain(money.written) : null,
                Decimal.plain(Cents.of(money.written)),
                items.entrySet().stream()
                        .map(each -> written(each.getKey(), each.getValue(), written.next(), cents.next()))
                        .toList(),
                cost.unpriced().stream().map(Money::written).toList());
    }

    private static Unpriced written(energy.sem.history.cost.Unpriced missing) {
        return new Unpriced(
                missing.reason(),
                missing.part().word(),
                missing.contract(),
                List.copyOf(missing.tariffs()),
                Decimal.thousandths(missing.quantity()),
                missing.part().unit(),
                missing.setting(),
                missing.detail());
    }

    private static CostPart written(Part part, Cost.Item item, BigDecimal amount, BigDecimal cents) {
        BigDecimal quantity = part.unit() == null ? null : Decimal.thousandths(item.quantity());
        return new CostPart(part.word(), quantity, part.unit(), amount, Decimal.plain(cents));
    }
}
