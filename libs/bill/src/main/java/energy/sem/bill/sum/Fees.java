package energy.sem.bill.sum;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

import energy.sem.bill.document.Node;
import energy.sem.bill.sum.Missing.Reason;
import energy.sem.bill.tariff.Contract;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Unit;

/** Prices time and peaks: from the meter's first reading until now. */
final class Fees {
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);
    private static final int DECIMALS = 12;

    private final Usage usage;
    private final Days days;
    private final Spread spread;

    Fees(Usage usage, Days days) {
        this.usage = usage;
        this.days = days;
        this.spread = new Spread(days.zone());
    }

    void price(Piece piece) {
        int from = Math.max(piece.from(), usage.begin());
        int to = Math.min(piece.to(), usage.elapsed());
        if (from >= to) {
            return;
        }
        Price any = piece.component().bands().get(0).price();
        if (!(any instanceof Price.Constant price)) {
            piece.sum("", any).lacks(Reason.NO_PRICE, "", days.of(from, to));
            return;
        }
        Unit.Base base = piece.component().unit().base();
        if (base == Unit.Base.KW_YEAR) {
            days.months(from, to, (month, start, end) -> capacity(piece, price, start, end));
        } else {
            piece.sum("", price).fee(fee(piece, base, price.euro(), from, to));
        }
    }

    private BigDecimal fee(Piece piece, Unit.Base base, BigDecimal euro, int from, int to) {
        return switch (base) {
            case DAY -> spread.days(euro, from, to);
            case MONTH -> spread.months(month -> euro, from, to);
            case KVA_YEAR ->
                spread.years(euro.multiply(Node.bounded(piece.contract().facts().get(Contract.KVA))), from, to);
            default -> spread.years(euro, from, to);
        };
    }

    private void capacity(Piece piece, Price.Constant price, int from, int to) {
        Piece.Sum sum = piece.sum(days.month(from).toString(), price);
        Integer watts = usage.billingPeakW(days.month(from));
        if (watts == null) {
            sum.lacks(Reason.NO_PEAK, "", days.of(from, to));
            return;
        }
        BigDecimal kw = BigDecimal.valueOf(watts, 3);
        Function<java.time.YearMonth, BigDecimal> month =
                any -> kw.multiply(price.euro()).divide(MONTHS_A_YEAR, DECIMALS, RoundingMode.HALF_UP);
        sum.quantity(kw);
        sum.fee(spread.months(month, from, to));
        // Until the month is over its peak may rise.
        sum.mark(Mark.PROVISIONAL, days.edge(days.month(from).plusMonths(1)) > usage.elapsed());
    }
}
