package energy.sem.history.group;

import java.util.BitSet;
import java.util.List;

import energy.sem.sharing.SharedQuarter;
import energy.sem.sharing.SharingKey;

/** Sums of quarter hours: of a group in a bucket, or of one member. What is not known is not there, never 0. Not thread-safe. */
final class Tally {
    private Long importWh;
    private Long exportWh;
    private Long receivedWh;
    private Long givenWh;
    private long coveredMilli;
    private int quarters;
    private int unknownQuarters;
    private int estimatedQuarters;

    /** Members of whom something was not known. */
    private final BitSet missing = new BitSet();

    /** All of these together. */
    static Tally sum(List<Tally> parts) {
        Tally sum = new Tally();
        for (Tally each : parts) {
            sum.importWh = sum(sum.importWh, each.importWh);
            sum.exportWh = sum(sum.exportWh, each.exportWh);
            sum.receivedWh = sum(sum.receivedWh, each.receivedWh);
            sum.givenWh = sum(sum.givenWh, each.givenWh);
            sum.coveredMilli += each.coveredMilli;
            sum.quarters += each.quarters;
            sum.unknownQuarters += each.unknownQuarters;
            sum.estimatedQuarters += each.estimatedQuarters;
            sum.missing.or(each.missing);
        }
        return sum;
    }

    /** What one member counted in a quarter hour. */
    void count(MemberQuarters member, int quarter) {
        importWh = sum(importWh, member.importWh(quarter));
        exportWh = sum(exportWh, member.exportWh(quarter));
        coveredMilli += member.coveredMilli(quarter);
    }

    /**
     * What was shared in a quarter hour by all.
     *
     * @param anyKnown whether it is known of anybody: of nobody, nothing is, not 0
     */
    void share(SharedQuarter shared, boolean anyKnown, boolean estimated) {
        if (anyKnown) {
            receivedWh = sum(receivedWh, shared.sharedWh());
            givenWh = sum(givenWh, shared.sharedWh());
        }
        quarter(shared.isComplete(), estimated);
    }

    /** What was shared in a quarter hour with one of them, and by him. */
    void share(SharedQuarter shared, int member, boolean estimated) {
        boolean known = shared.receivedWh(member) != SharingKey.UNKNOWN;
        if (known) {
            receivedWh = sum(receivedWh, shared.receivedWh(member));
            givenWh = sum(givenWh, shared.givenWh(member));
        }
        quarter(known, estimated);
    }

    private void quarter(boolean known, boolean estimated) {
        quarters++;
        unknownQuarters += known ? 0 : 1;
        estimatedQuarters += estimated ? 1 : 0;
    }

    /** A member of whom a quarter hour is not known. */
    void misses(int member) {
        missing.set(member);
    }

    Long importWh() {
        return importWh;
    }

    Long exportWh() {
        return exportWh;
    }

    Long receivedWh() {
        return receivedWh;
    }

    Long givenWh() {
        return givenWh;
    }

    /** What was taken beside what is known to have come from the group. */
    Long restWh() {
        return without(importWh, receivedWh);
    }

    /** What was injected beside what is known to have been shared. */
    Long surplusWh() {
        return without(exportWh, givenWh);
    }

    long coveredMilli() {
        return coveredMilli;
    }

    int quarters() {
        return quarters;
    }

    int unknownQuarters() {
        return unknownQuarters;
    }

    int estimatedQuarters() {
        return estimatedQuarters;
    }

    BitSet missing() {
        return (BitSet) missing.clone();
    }

    private static Long sum(Long one, Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.addExact(one, other));
    }

    private static Long without(Long whole, Long part) {
        return whole == null || part == null ? whole : Long.valueOf(whole - part);
    }
}
