package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import energy.sem.bill.tariff.Owner;
import energy.sem.bill.tariff.Unit;
import energy.sem.bill.tariff.Utility;
import energy.sem.bill.tariff.Vat;

/**
 * One line of a bill. Immutable.
 *
 * @param name of the component
 * @param part of it: the band, the month of a capacity, the bracket; empty for all
 * @param rule how the price is made, in words
 * @param base the unit of the quantity
 * @param quantity exact; {@code null} for a fee
 * @param vat of it
 * @param amount euro, exact, with or without VAT as the price is written; negative is earned
 * @param marks what it is short of being final
 * @param missing what removes its amount; what is known of it is still in {@code amount}
 */
public record Line(
        Utility utility,
        Owner owner,
        String name,
        String part,
        String rule,
        Unit.Base base,
        BigDecimal quantity,
        Vat vat,
        BigDecimal amount,
        Set<Mark> marks,
        List<Missing> missing) {

    public Line {
        marks = Set.copyOf(marks);
        missing = List.copyOf(missing);
    }

    /** Whether its amount is all there is. */
    public boolean known() {
        return missing.isEmpty();
    }

    /** What is paid, euro with VAT, exact. */
    public BigDecimal paid() {
        return vat.paid(amount);
    }

    /** Without VAT: exact where the price is written so, else to 12 decimals. */
    public BigDecimal withoutVat() {
        return vat.without(amount);
    }

    /** Whether both stand on one line of an invoice. */
    boolean isLike(Line other) {
        return utility == other.utility
                && name.equals(other.name)
                && part.equals(other.part)
                && rule.equals(other.rule)
                && vat.equals(other.vat);
    }

    Line plus(Line other) {
        Set<Mark> both = EnumSet.noneOf(Mark.class);
        both.addAll(marks);
        both.addAll(other.marks);
        return new Line(
                utility,
                owner,
                name,
                part,
                rule,
                base,
                quantity(other),
                vat,
                amount.add(other.amount),
                both,
                together(missing, other.missing));
    }

    private BigDecimal quantity(Line other) {
        if (quantity == null || other.quantity == null) {
            return quantity == null ? other.quantity : quantity;
        }
        // A peak is not added up: it is the same one.
        return base == Unit.Base.KW_YEAR ? quantity : quantity.add(other.quantity);
    }

    static List<Missing> together(List<Missing> some, List<Missing> more) {
        List<Missing> all = new ArrayList<>(some);
        for (Missing each : more) {
            int like = -1;
            for (int i = 0; i < all.size(); i++) {
                like = all.get(i).isLike(each) ? i : like;
            }
            if (like < 0) {
                all.add(each);
            } else {
                all.set(like, all.get(like).plus(each));
            }
        }
        return all;
    }
}
