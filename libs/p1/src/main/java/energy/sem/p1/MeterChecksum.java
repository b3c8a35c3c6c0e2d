package energy.sem.p1;

import java.util.Optional;

/**
 * Which checksum one meter sends, learned from its telegrams, so that a telegram damaged on the way is believed no more
 * often than with the standard's alone: at any time one checksum is believed, and another one only in its place.
 *
 * <ul>
 *   <li>The first telegram of a meter settles it where it has the standard's checksum.
 *   <li>Where it is whole, fails the standard's and has {@link Checksum#X_25}, known from meters of the field, it is
 *       believed on probation: the first telegram with the standard's checksum ends that.
 *   <li>Any other change takes {@value #IN_A_ROW} different telegrams in a row, each whole and with the same other
 *       checksum, and none between them that has the believed one or none at all. By chance damaged telegrams do that once
 *       in 2^48.
 *   <li>{@link Checksum#ZEROS} takes as many, of a meter that never had a checksum and whose telegrams
 *       name no version; the first checksum ends it.
 * </ul>
 *
 * <p>Shared by all readers of one meter (each push has one). Thread-safe.
 */
public final class MeterChecksum {

    /** So many telegrams show another checksum. */
    public static final int IN_A_ROW = 3;

    private Checksum believed;
    private int confirmations;
    private boolean damagedBefore;
    private Checksum candidate;
    private int run;
    private int lastIdentity;

    /** Whether all is as the standard says, so that a telegram as it should be changes nothing. */
    private volatile boolean plainlyStandard;

    /** The checksum believed so far; empty before the first telegram. */
    public synchronized Optional<Checksum> believed() {
        return Optional.ofNullable(believed);
    }

    /**
     * Whether to believe a whole telegram that has this checksum.
     *
     * @param identity tells a telegram from the ones before it
     */
    boolean believes(Checksum fits, int identity) {
        return (fits == Checksum.ARC && plainlyStandard) || judge(fits, identity);
    }

    private synchronized boolean judge(Checksum fits, int identity) {
        boolean good = fits == believed || mayBegin(fits) || isLasting(fits, identity);
        if (good && fits != believed) {
            confirmations = run;
            believed = fits;
        }
        if (good) {
            confirmations += identity == lastIdentity ? 0 : 1;
            lastIdentity = identity;
            candidate = null;
            run = 0;
        }
        plainlyStandard = believed == Checksum.ARC && run == 0;
        return good;
    }

    /** Whether there is nothing against it that was sent before. */
    private boolean mayBegin(Checksum fits) {
        if (fits == Checksum.ARC) {
            return believed == null || believed == Checksum.ZEROS || confirmations < IN_A_ROW;
        }
        return fits == Checksum.X_25 && believed == null && !damagedBefore;
    }

    private boolean isLasting(Checksum fits, int identity) {
        if (fits == Checksum.ZEROS && believed != null) {
            return false;
        }
        if (fits != candidate) {
            candidate = fits;
            run = 0;
        }
        run += run > 0 && identity == lastIdentity ? 0 : 1;
        lastIdentity = identity;
        return run >= IN_A_ROW;
    }

    /** Notes a telegram that has none of the checksums, or is not whole: what is in a row ends. */
    synchronized void damaged() {
        damagedBefore = true;
        candidate = null;
        run = 0;
        plainlyStandard = believed == Checksum.ARC;
    }
}
