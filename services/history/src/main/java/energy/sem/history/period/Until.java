package energy.sem.history.period;

import energy.sem.base.Problem;

/** Where the data of a running period end. */
public enum Until {
    /** At the newest reading: every Wh that is known. */
    LAST_READING("last-reading"),
    /** At the last full quarter hour: the same answer until the next one is full. */
    LAST_QUARTER("last-quarter");

    private final String word;

    Until(String word) {
        this.word = word;
    }

    /** The edge at which the data end. */
    int end(Freshness fresh) {
        return this == LAST_QUARTER ? fresh.lastQuarter() : Integer.MAX_VALUE;
    }

    /**
     * Whether the moment of the newest reading belongs into the answer: it changes with each one, and so has no place in an
     * answer that stays the same until a quarter hour is full, unless no more come.
     */
    boolean saysNewest(Freshness fresh) {
        return fresh.lastAtMilli() != null && (this == LAST_READING || fresh.stale());
    }

    /**
     * The choice of this name.
     *
     * @throws Problem 400 when there is none
     */
    public static Until of(String text) {
        for (Until until : values()) {
            if (until.word.equalsIgnoreCase(text)) {
                return until;
            }
        }
        throw Problem.badRequest("until=" + text + " is unknown: use last-reading or last-quarter.");
    }

    /** Such as {@code last-quarter}. */
    public String word() {
        return word;
    }
}
