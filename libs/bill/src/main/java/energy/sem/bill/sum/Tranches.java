package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;

import energy.sem.bill.tariff.Band;
import energy.sem.bill.tariff.Price;

/** A year's quantity by its brackets; a constant price is one bracket without end. */
final class Tranches {

    /** Adds what lies between two quantities of a year to the lines of their brackets. */
    static void add(Piece piece, Band band, BigDecimal before, BigDecimal after, SortedSet<LocalDate> days) {
        BigDecimal lower = BigDecimal.ZERO;
        for (Price.Bracket each : brackets(band.price())) {
            BigDecimal quantity = within(after, lower, each.upTo()).subtract(within(before, lower, each.upTo()));
            if (each.euro() == null) {
                sum(piece, band, each).add(quantity, BigDecimal.ZERO);
                if (quantity.signum() != 0) {
                    sum(piece, band, each).lacks(Missing.Reason.NO_PRICE, "", days);
                }
            } else {
                sum(piece, band, each).add(quantity, quantity.multiply(each.euro()));
            }
            lower = each.upTo();
        }
    }

    /** The lines of a band. */
    static List<Piece.Sum> sums(Piece piece, Band band) {
        return brackets(band.price()).stream()
                .map(each -> sum(piece, band, each))
                .toList();
    }

    private static Piece.Sum sum(Piece piece, Band band, Price.Bracket bracket) {
        String part = band.price() instanceof Price.Constant
                ? band.name()
                : bracket.upTo() == null ? "above" : "up to " + bracket.upTo().toPlainString();
        return piece.sum(part, band.price());
    }

    private static List<Price.Bracket> brackets(Price price) {
        return price instanceof Price.Brackets brackets
                ? brackets.brackets()
                : List.of(new Price.Bracket(null, ((Price.Constant) price).euro()));
    }

    private static BigDecimal within(BigDecimal quantity, BigDecimal lower, BigDecimal upper) {
        BigDecimal capped = upper == null ? quantity : quantity.min(upper);
        return capped.subtract(lower).max(BigDecimal.ZERO);
    }

    private Tranches() {}
}
