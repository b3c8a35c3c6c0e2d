package energy.sem.sharing;

import java.math.BigInteger;
import java.util.Arrays;

/** Divides whole Wh in proportion, so that the parts are whole and add up exactly. Immutable. */
final class LargestRemainder {
    /** For each member its place in the order by which equal claims are decided. */
    private final int[] ranks;

    /** @param ranks the members' places, each another one */
    LargestRemainder(int[] ranks) {
        this.ranks = ranks.clone();
    }

    /**
     * The parts: each is what it is in proportion, rounded down, or 1 more. The largest remainders are rounded up; of equal
     * ones the larger weight's, then the first by rank.
     *
     * @param wh at least 0
     * @param weights at least 0 each; nobody gets anything when all are 0
     */
    long[] parts(long wh, long[] weights) {
        long[] parts = new long[weights.length];
        long whole = Math.max(0, sum(weights));
        if (wh == 0 || whole == 0) {
            return parts;
        }
        long[] remainders = new long[weights.length];
        long left = wh;
        for (int i = 0; i < weights.length; i++) {
            divide(wh, weights[i], whole, i, parts, remainders);
            left -= parts[i];
        }
        if (left > 0) {
            Integer[] order = new Integer[weights.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, (one, other) -> {
                int larger = Long.compare(remainders[other], remainders[one]);
                larger = larger != 0 ? larger : Long.compare(weights[other], weights[one]);
                return larger != 0 ? larger : Integer.compare(ranks[one], ranks[other]);
            });
            for (int i = 0; i < left; i++) {
                parts[order[i]]++;
            }
        }
        return parts;
    }

    /** Exact also where the product passes 64 bits. */
    private static void divide(long wh, long weight, long whole, int i, long[] parts, long[] remainders) {
        if (Math.multiplyHigh(wh, weight) == 0 && wh * weight >= 0) {
            parts[i] = wh * weight / whole;
            remainders[i] = wh * weight % whole;
            return;
        }
        BigInteger[] quotient = BigInteger.valueOf(wh)
                .multiply(BigInteger.valueOf(weight))
                .divideAndRemainder(BigInteger.valueOf(whole));
        parts[i] = quotient[0].longValueExact();
        remainders[i] = quotient[1].longValueExact();
    }

    static long sum(long[] values) {
        long sum = 0;
        for (long each : values) {
            sum = Math.addExact(sum, each);
        }
        return sum;
    }
}
