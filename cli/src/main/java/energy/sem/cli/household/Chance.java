package energy.sem.cli.household;

/**
 * Repeatable chance: numbers that depend on a seed, a subject and an index and on nothing else (SplitMix64, whose
 * constants are fixed here because a library's generator may change). Not thread-safe.
 */
final class Chance {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    private Chance(long state) {
        this.state = state;
    }

    /** The sequence of this subject and index; two different ones have nothing to do with each other. */
    static Chance of(long seed, String subject, long index) {
        return new Chance(mixed(seed, subject.hashCode(), index));
    }

    /** One number in [0, 1) for the index, without a sequence. */
    static double at(long subjectSeed, long index) {
        return unit(mix(subjectSeed + index * STEP));
    }

    /** A seed for {@link #at} and {@link #smooth}: that of one subject. */
    static long subjectSeed(long seed, String subject) {
        return mixed(seed, subject.hashCode(), 0);
    }

    /** A curve in [0, 1) without jumps: it passes through a new number at each whole x. */
    static double smooth(long subjectSeed, double x) {
        double floor = Math.floor(x);
        long index = (long) floor;
        double part = x - floor;
        double eased = part * part * (3 - 2 * part);
        return at(subjectSeed, index) * (1 - eased) + at(subjectSeed, index + 1) * eased;
    }

    /** The next number in [0, 1). */
    double uniform() {
        state += STEP;
        return unit(mix(state));
    }

    /** The next number in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** True with this probability. */
    boolean happens(double probability) {
        return uniform() < probability;
    }

    private static double unit(long bits) {
        return (bits >>> 11) * 0x1.0p-53;
    }

    private static long mixed(long seed, long subject, long index) {
        return mix(mix(mix(seed) + subject * STEP) + index * STEP);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
