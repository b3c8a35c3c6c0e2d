package energy.sem.p1;

/**
 * How a number was written: so many digits, the point, the unit. A meter writes an object the same way each time, so
 * that the next number is read eight characters at once; a guess that fails costs two comparisons. Up to sixteen
 * characters, up to seven of them decimals.
 */
final class NumberShape {

    private static final int MOST_CHARACTERS = 16;
    private static final int MOST_DIGITS = 12;
    private static final int MOST_DECIMALS = 7;

    int wholeDigits;
    int decimals;
    long unit;

    /** Digits and point; 0 when nothing was learnt. */
    private int characters;

    /** What stands behind them, up to the bracket. */
    private long behind;

    private long behindWhere;
    private int behindLength;

    /** In the last eight characters: the point, the digits before it, those behind it. */
    private long pointWhere;

    private long point;
    private long wholeWhere;
    private long decimalsWhere;

    /** The characters before the last eight: how far to shift them out, and what one of them counts. */
    private int headShift;

    private long headCounts;

    /** The number in the group that begins at {@code at}; negative if it is not written so. */
    long read(byte[] bytes, int at) {
        int from = at + 1;
        int to = from + characters;
        if (characters == 0 || to + Long.BYTES > bytes.length || bytes[at] != '(') {
            return -1;
        }
        long last = EightBytes.at(bytes, to - Long.BYTES);
        if (((EightBytes.at(bytes, to) ^ behind) & behindWhere) != 0 || (last & pointWhere) != point) {
            return -1;
        }
        long digits = EightBytes.values(last, wholeWhere) << pointShift() | EightBytes.values(last, decimalsWhere);
        if (!EightBytes.areDigits(digits)) {
            return -1;
        }
        long value = EightBytes.number(digits);
        if (characters <= Long.BYTES) {
            return value;
        }
        long head = EightBytes.values(EightBytes.at(bytes, from) << headShift, -1L << headShift);
        return EightBytes.areDigits(head) ? EightBytes.number(head) * headCounts + value : -1;
    }

    private int pointShift() {
        return pointWhere == 0 ? 0 : 8;
    }

    /** How long the group is, with its brackets. */
    int groupLength() {
        return 1 + characters + behindLength;
    }

    /**
     * Keeps the shape of the number that begins at {@code from}, whose digits and point end at {@code to} and whose
     * group ends at {@code end}, behind the bracket.
     */
    void learn(byte[] bytes, int from, int to, int end, int wholeDigits, int decimals, long unit) {
        int count = to - from;
        boolean fits = from >= Long.BYTES
                && count <= MOST_CHARACTERS
                && wholeDigits + decimals <= MOST_DIGITS
                && decimals <= MOST_DECIMALS
                && end - to <= Long.BYTES
                && to + Long.BYTES <= bytes.length;
        characters = fits ? count : 0;
        if (!fits) {
            return;
        }
        this.wholeDigits = wholeDigits;
        this.decimals = decimals;
        this.unit = unit;
        behindLength = end - to;
        behindWhere = EightBytes.first(behindLength);
        behind = EightBytes.at(bytes, to) & behindWhere;
        long where = ~EightBytes.first(Math.max(0, Long.BYTES - count));
        boolean pointed = count > wholeDigits;
        int upToPoint = Long.BYTES - decimals - (pointed ? 1 : 0);
        wholeWhere = pointed ? where & EightBytes.first(upToPoint) : where;
        pointWhere = pointed ? 0xFFL << (8 * upToPoint) : 0;
        point = pointed ? (long) '.' << (8 * upToPoint) : 0;
        decimalsWhere = pointed ? ~EightBytes.first(upToPoint + 1) : 0;
        headShift = 8 * (MOST_CHARACTERS - count);
        headCounts = pointed ? 10_000_000 : 100_000_000;
    }
}
