package energy.sem.p1;

/**
 * What stands for "the telegram does not say" while it is being read. Values become objects only when the telegram is
 * whole, so that reading writes no references.
 */
final class Unsaid {

    static final int INT = Integer.MIN_VALUE;
    static final long LONG = Long.MIN_VALUE;

    private Unsaid() {}

    static Integer orNull(int value) {
        return value == INT ? null : Integer.valueOf(value);
    }

    static Long orNull(long value) {
        return value == LONG ? null : Long.valueOf(value);
    }
}
