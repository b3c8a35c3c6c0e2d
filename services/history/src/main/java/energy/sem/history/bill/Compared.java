package energy.sem.history.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import energy.sem.bill.sum.Bill;
import energy.sem.bill.sum.Line;
import energy.sem.bill.tariff.Owner;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Tariff;
import energy.sem.bill.tariff.Unit;
import energy.sem.history.answer.BillComparisonAnswer.ComparedContract;
import energy.sem.history.answer.Decimal;
import energy.sem.history.period.Cents;

/**
 * A contract in a comparison.
 *
 * @param holds whether it is what holds rather than an offer
 * @param days how many are compared
 */
record Compared(List<Tariff> tariffs, boolean holds, Bill bill, int days) {

    /** A part of what is paid, and which lines are it; each line is one. */
    private enum Share {
        ENERGY,
        FEES,
        CREDITS,
        GRID_AND_LEVIES;

        static Share of(Line line) {
            if (line.owner() != Owner.SUPPLIER) {
                return GRID_AND_LEVIES;
            }
            if (line.base() == Unit.Base.KWH || line.base() == Unit.Base.M3) {
                return ENERGY;
            }
            return line.amount().signum() < 0 ? CREDITS : FEES;
        }
    }

    boolean isKnown() {
        return bill.known();
    }

    /** What is paid; of no meaning where it is not known, and then the same for all. */
    BigDecimal paid() {
        return isKnown() ? bill.paid() : BigDecimal.ZERO;
    }

    /** The share of the days on which nothing was missing. */
    BigDecimal pricedShare() {
        Set<LocalDate> without = new HashSet<>();
        bill.missing().forEach(each -> without.addAll(each.days()));
        return Decimal.share(Math.max(0, days - without.size()), days);
    }

    ComparedContract written(Compared holding) {
        List<BigDecimal> shares = Cents.addingUp(
                List.of(sum(Share.ENERGY), sum(Share.FEES), sum(Share.CREDITS), sum(Share.GRID_AND_LEVIES)));
        boolean known = isKnown();
        BigDecimal total = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return new ComparedContract(
                tariffs.stream().map(each -> each.contract().name()).collect(Collectors.joining("+")),
                holds ? true : null,
                basis(),
                known ? Decimal.plain(total) : null,
                known ? Decimal.plain(shares.get(0)) : null,
                known ? Decimal.plain(shares.get(1)) : null,
                known ? Decimal.plain(shares.get(2)) : null,
                known ? Decimal.plain(shares.get(3)) : null,
                known && holding != null && holding.isKnown()
                        ? Decimal.plain(total.subtract(cents(holding.bill.paid())))
                        : null,
                pricedShare(),
                BillWords.missing(bill.missing()));
    }

    private static BigDecimal cents(BigDecimal euro) {
        return euro.setScale(2, java.math.RoundingMode.HALF_UP);
    }

    private BigDecimal sum(Share share) {
        return bill.lines().stream()
                .filter(line -> Share.of(line) == share)
                .map(Line::paid)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String basis() {
        boolean formula = tariffs.stream()
                .flatMap(each -> BillInputs.components(each).stream())
                .flatMap(each -> each.bands().stream())
                .anyMatch(each -> each.price() instanceof Price.Formula);
        return holds ? "agreed" : formula ? "past-prices" : "todays-price";
    }
}
