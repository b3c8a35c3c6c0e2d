package energy.sem.history.period;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Amounts in whole cents as people expect to see them: the parts add up to the sum (the largest remainders are rounded up). */
public final class Cents {
    private static final int PLACES = 2;
    private static final BigDecimal ONE = BigDecimal.ONE.movePointLeft(PLACES);

    private Cents() {}

    /** One amount, half up. */
    static BigDecimal of(BigDecimal amount) {
        return amount.setScale(PLACES, RoundingMode.HALF_UP);
    }

    /**
     * Each amount in whole cents, off by less than one; together exactly {@link #of} their sum.
     *
     * @param amounts in any order, also negative; the result has the same order
     */
    public static List<BigDecimal> addingUp(List<BigDecimal> amounts) {
        List<BigDecimal> cents = new ArrayList<>(amounts.stream()
                .map(each -> each.setScale(PLACES, RoundingMode.FLOOR))
                .toList());
        int missing = of(sum(amounts)).subtract(sum(cents)).divide(ONE).intValueExact();
        IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> amounts.get(i).subtract(cents.get(i)))
                        .reversed())
                .limit(missing)
                .forEach(i -> cents.set(i, cents.get(i).add(ONE)));
        return cents;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
