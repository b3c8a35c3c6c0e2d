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
