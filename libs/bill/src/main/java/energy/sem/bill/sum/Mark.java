package energy.sem.bill.sum;

import energy.sem.bill.document.Node;

/** What an amount is short of being final. */
public enum Mark {
    /** Some of its energy was bridged over a gap: all of it is counted, but perhaps not when it flowed. */
    ESTIMATED,
    /** A price or index in it may still change. */
    PROVISIONAL,
    /** It rests on the last known price after that one's end. */
    ASSUMED,
    /** It is a share of what belongs to a whole year or month, and moves as that goes on. */
    SHARE;

    /** As in answers: {@code estimated}. */
    public String word() {
        return Node.word(this);
    }
}
