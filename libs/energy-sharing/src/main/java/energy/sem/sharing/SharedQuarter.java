package energy.sem.sharing;

/**
 * What was shared in one quarter hour, member by member in the order of the key: what all receive, what all give and what
 * is shared are the same number of Wh. Immutable.
 */
public final class SharedQuarter {
    private final long[] receivedWh;
    private final long[] givenWh;
    private final long sharedWh;
    private final boolean complete;

    SharedQuarter(long[] receivedWh, long[] givenWh, long sharedWh, boolean complete) {
        this.receivedWh = receivedWh;
        this.givenWh = givenWh;
        this.sharedWh = sharedWh;
        this.complete = complete;
    }

    /** What a member gets of the others' and, where he injects himself in the same quarter hour, of his own; or {@link SharingKey#UNKNOWN}. */
    public long receivedWh(int member) {
        return receivedWh[member];
    }

    /** What is shared of what a member injects, or {@link SharingKey#UNKNOWN}. */
    public long givenWh(int member) {
        return givenWh[member];
    }

    /** What all members together get. */
    public long sharedWh() {
        return sharedWh;
    }

    /** False when something of a member is not known: then this is what is shared among those of whom all is. */
    public boolean isComplete() {
        return complete;
    }
}
