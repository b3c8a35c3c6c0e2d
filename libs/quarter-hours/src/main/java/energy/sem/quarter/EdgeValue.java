package energy.sem.quarter;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A register's value at an edge between two quarter hours.
 *
 * <p>The value depends on nothing but the edge and the readings around it, so what one period ends with the next starts
 * with, and differences between edges add up to the register without a remainder.
 *
 * @param value in the register's unit
 * @param basis what it rests on
 * @param bracketMilli time between the two readings it was interpolated between; 0 when exact,
 *     {@link Long#MAX_VALUE} when there is a reading on one side only
 */
public record EdgeValue(long value, Basis basis, long bracketMilli) {

    /** What an edge's value rests on. */
    public enum Basis {
        /** A reading exactly at the edge. */
        EXACT,
        /** Interpolated between the reading before and the reading after. */
        BETWEEN,
        /** No reading after the edge yet: the value of the last one before. */
        OPEN,
        /** No reading before the edge: the device starts with its first one. */
        START
    }

    /**
     * The value at an edge from the readings around it.
     *
     * @param edgeMilli the edge, milliseconds since 1970 in UTC
     * @param beforeMilli time of the last reading before the edge; only looked at when {@code before} is there
     * @param before its value, or {@code null}
     * @param afterMilli time of the first reading at or after the edge; only looked at when {@code after} is there
     * @param after its value, or {@code null}
     * @return empty when neither is there
     * @throws IllegalArgumentException when a reading is on the wrong side of the edge
     */
    public static Optional<EdgeValue> at(long edgeMilli, long beforeMilli, Long before, long afterMilli, Long after) {
        if ((before != null && beforeMilli >= edgeMilli) || (after != null && afterMilli < edgeMilli)) {
            throw new IllegalArgumentException("the edge " + edgeMilli + " ms is not between the readings at "
                    + beforeMilli + " and " + afterMilli + " ms");
        }
        if (after != null && afterMilli == edgeMilli) {
            return Optional.of(new EdgeValue(after, Basis.EXACT, 0));
        }
        if (before != null && after != null) {
            long bracket = afterMilli - beforeMilli;
            long value = interpolate(before, after, edgeMilli - beforeMilli, bracket);
            return Optional.of(new EdgeValue(value, Basis.BETWEEN, bracket));
        }
        if (before != null) {
            return Optional.of(new EdgeValue(before, Basis.OPEN, Long.MAX_VALUE));
        }
        return after == null ? Optional.empty() : Optional.of(new EdgeValue(after, Basis.START, Long.MAX_VALUE));
    }

    /** True when readings on both sides, or one exactly at the edge, are at most {@code milli} apart. */
    public boolean bracketedWithin(long milli) {
        return isInside() && bracketMilli <= milli;
    }

    /** Whether it lies within the register's life: on or between readings that have it. */
    public boolean isInside() {
        return basis == Basis.EXACT || basis == Basis.BETWEEN;
    }

    /** The sum of two registers at one edge; it is as certain as the less certain of the two. */
    public EdgeValue plus(EdgeValue other) {
        EdgeValue weaker = basis.compareTo(other.basis) >= 0 ? this : other;
        return new EdgeValue(
                Math.addExact(value, other.value), weaker.basis, Math.max(bracketMilli, other.bracketMilli));
    }

    /** The same, shifted by a constant. */
    public EdgeValue plus(long constant) {
        return new EdgeValue(Math.addExact(value, constant), basis, bracketMilli);
    }

    /** {@code from + floor((to - from) * part / whole)}, exact: the product of two years' gap and energy passes 64 bits. */
    private static long interpolate(long from, long to, long part, long whole) {
        long difference = to - from;
        boolean fits = ((to ^ from) & (to ^ difference)) >= 0;
        if (fits && Math.multiplyHigh(difference, part) == (difference * part) >> 63) {
            return from + Math.floorDiv(difference * part, whole);
        }
        BigInteger[] quotient = BigInteger.valueOf(to)
                .subtract(BigInteger.valueOf(from))
                .multiply(BigInteger.valueOf(part))
                .divideAndRemainder(BigInteger.valueOf(whole));
        BigInteger floor = quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
        return BigInteger.valueOf(from).add(floor).longValueExact();
    }
}
