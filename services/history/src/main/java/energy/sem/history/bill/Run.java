package energy.sem.history.bill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;

import energy.sem.base.Problem;
import energy.sem.history.answer.Decimal;
import energy.sem.history.answer.PriceAnswer.QuarterCost;
import energy.sem.history.answer.PriceAnswer.Stretch;

/**
 * Something that runs some hours in a row and takes its energy evenly, such as a wash.
 *
 * @param quarters how many quarter hours, 1 to 96
 * @param kwh what it takes
 */
public record Run(int quarters, BigDecimal kwh) {
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);
    private static final int MOST_QUARTERS = 96;
    private static final BigDecimal MOST_KWH = BigDecimal.valueOf(1000);

    /** What is meant when nobody says it: two hours at 1 kW. */
    private static final String HOURS = "2";

    /**
     * From a request.
     *
     * @param hours on quarters, {@code null} for 2
     * @param kwh {@code null} for one each hour
     * @throws Problem 400 when they are none
     */
    public static Run of(String hours, String kwh) {
        BigDecimal length = number(hours == null ? HOURS : hours, "hours");
        BigDecimal quarters = length.multiply(FOUR).stripTrailingZeros();
        if (quarters.scale() > 0
                || quarters.signum() <= 0
                || quarters.compareTo(BigDecimal.valueOf(MOST_QUARTERS)) > 0) {
            throw Problem.badRequest("hours=" + hours + " must lie on quarters of an hour, from 0.25 to 24.");
        }
        BigDecimal energy = kwh == null ? length : number(kwh, "kwh");
        if (energy.signum() <= 0 || energy.compareTo(MOST_KWH) > 0) {
            throw Problem.badRequest("kwh=" + kwh + " must be more than 0 and at most " + MOST_KWH + ".");
        }
        return new Run(quarters.intValueExact(), energy);
    }

    private static BigDecimal number(String text, String name) {
        if (!text.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            throw Problem.badRequest(name + " is no number such as 2 or 1.5.");
        }
        return new BigDecimal(text);
    }

    /** The cheapest time for it, the earliest of several; {@code null} when so much is not known in a row. */
    Stretch cheapest(SortedMap<Integer, QuarterCost> known, int now) {
        BigDecimal least = null;
        int best = 0;
        for (int quarter : known.keySet()) {
            BigDecimal cost = cost(known, quarter);
            if (cost != null && (least == null || cost.compareTo(least) < 0)) {
                least = cost;
                best = quarter;
            }
        }
        if (least == null) {
            return null;
        }
        BigDecimal atOnce = cost(known, now);
        return new Stretch(
                Decimal.plain(BigDecimal.valueOf(quarters).divide(FOUR)),
                Decimal.plain(kwh),
                known.get(best).from(),
                known.get(best + quarters - 1).to(),
                cents(least),
                atOnce == null ? null : cents(atOnce),
                atOnce == null ? null : cents(atOnce.subtract(least)));
    }

    private BigDecimal cost(SortedMap<Integer, QuarterCost> known, int from) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int quarter = from; quarter < from + quarters; quarter++) {
            QuarterCost each = known.get(quarter);
            if (each == null || each.importEurKwh() == null) {
                return null;
            }
            sum = sum.add(each.importEurKwh());
        }
        return sum.multiply(kwh).divide(BigDecimal.valueOf(quarters), 6, RoundingMode.HALF_UP);
    }

    private static BigDecimal cents(BigDecimal euro) {
        return Decimal.plain(euro.setScale(2, RoundingMode.HALF_UP));
    }
}
