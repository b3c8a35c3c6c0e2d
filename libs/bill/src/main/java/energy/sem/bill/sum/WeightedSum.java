package energy.sem.bill.sum;

import java.math.BigDecimal;

import energy.sem.bill.price.QuarterPrices;

/**
 * The sum of energy times price, exact: whole numbers while they fit into 64 bits, because ten years are 350,000 products. Not
 * thread-safe.
 */
final class WeightedSum {
    /** What has left the 64 bits, or has other decimals than prices are kept with. */
    private BigDecimal before = BigDecimal.ZERO;

    private long sumE5;

    /** Adds a product of which the price is in hundred-thousandths. */
    void add(long quantity, long priceE5) {
        long product = quantity * priceE5;
        if (Math.multiplyHigh(quantity, priceE5) != product >> 63) {
            before = before.add(
                    BigDecimal.valueOf(quantity).multiply(BigDecimal.valueOf(priceE5, QuarterPrices.DECIMALS)));
            return;
        }
        long sum = sumE5 + product;
        if (((sum ^ sumE5) & (sum ^ product)) < 0) {
            before = before.add(BigDecimal.valueOf(sumE5, QuarterPrices.DECIMALS));
            sum = product;
        }
        sumE5 = sum;
    }

    void add(long quantity, BigDecimal price) {
        before = before.add(price.multiply(BigDecimal.valueOf(quantity)));
    }

    BigDecimal value() {
        return before.add(BigDecimal.valueOf(sumE5, QuarterPrices.DECIMALS));
    }
}
