package energy.sem.bill.sum;

import java.math.BigDecimal;

import energy.sem.bill.sum.Missing.Reason;
import energy.sem.bill.tariff.GasConversion;
import energy.sem.bill.tariff.Price;
import energy.sem.bill.tariff.Unit;

/** What flowed, in base units, and prices that hold all through a part of a month. */
final class Quantities {
    private final Usage usage;
    private final Market market;
    private final Days days;

    Quantities(Usage usage, Market market, Days days) {
        this.usage = usage;
        this.market = market;
        this.days = days;
    }

    /** What flowed in a part of a month, in base units. */
    BigDecimal within(Piece piece, Piece.Sum sum, Lane lane, int from, int to) {
        Long flowed = usage.between(lane, from, to);
        BigDecimal thousandths = BigDecimal.valueOf(flowed == null ? 0 : flowed, 3);
        if (lane != Lane.GAS || thousandths.signum() == 0) {
            return thousandths;
        }
        GasConversion gas = piece.contract().gas();
        if (gas.correction() != null) {
            thousandths = times(
                    thousandths, market.gasM3M3(gas.correction(), days.month(from)), sum, gas.correction(), from, to);
        }
        return piece.component().unit().base() == Unit.Base.KWH
                ? times(thousandths, market.gasKwhM3(gas.coefficient(), days.month(from)), sum, "", from, to)
                : thousandths;
    }

    private BigDecimal times(
            BigDecimal quantity, Market.MonthValue value, Piece.Sum sum, String what, int from, int to) {
        if (value == null) {
            sum.lacks(Reason.NO_COEFFICIENT, what, days.of(from, to));
            return BigDecimal.ZERO;
        }
        sum.mark(Mark.PROVISIONAL, value.provisional());
        return quantity.multiply(value.value());
    }

    /** The same over any time. */
    BigDecimal over(Piece piece, Piece.Sum sum, Lane lane, int from, int to) {
        BigDecimal[] all = {BigDecimal.ZERO};
        days.months(from, to, (month, start, end) -> all[0] = all[0].add(within(piece, sum, lane, start, end)));
        return all[0];
    }

    /** A price that holds all through a part of a month; 0 with a lack where it is not known. */
    BigDecimal price(Piece.Sum sum, Price price, BigDecimal quantity, int from, int to) {
        if (price instanceof Price.Constant constant) {
            return constant.euro();
        }
        if (price instanceof Price.Unknown) {
            sum.lacks(Reason.NO_PRICE, "", days.of(from, to));
            return BigDecimal.ZERO;
        }
        Price.Formula formula = (Price.Formula) price;
        Market.MonthValue value = market.index(formula.index(), days.month(from));
        if (value == null) {
            if (quantity.signum() != 0) {
                sum.lacks(Reason.NO_INDEX, formula.index(), days.of(from, to));
            }
            return BigDecimal.ZERO;
        }
        sum.mark(Mark.PROVISIONAL, value.provisional());
        return formula.at(value.value());
    }
}
