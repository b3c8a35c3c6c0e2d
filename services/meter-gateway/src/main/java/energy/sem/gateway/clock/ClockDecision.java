package energy.sem.gateway.clock;

import energy.sem.gateway.clock.ClockRun.Kind;

/**
 * What {@link ClockJudge} decided.
 *
 * @param belief what the telegram's time is
 * @param ofNow whether the telegram is of about its arrival for sure, and no past that is sent afterwards
 * @param computerOff whether the meter's clock is believed against this computer's
 * @param waiting what those that wait become; null: they wait on
 */
record ClockDecision(Belief belief, boolean ofNow, boolean computerOff, Waiting waiting) {

    /** What a telegram's time is. */
    enum Belief {
        METER,
        ARRIVAL,
        /** It is not sure yet. */
        WAIT
    }

    /**
     * What those that wait become.
     *
     * @param sure what is sure now of them, or of those of that kind; null: each is taken by itself
     * @param kind those that are meant; null: all
     * @param past whether what is far behind is the past
     */
    record Waiting(Belief sure, Kind kind, boolean past) {
        static final Waiting EACH = new Waiting(null, null, false);
        static final Waiting PAST = new Waiting(null, null, true);
        static final Waiting BY_ARRIVAL = new Waiting(Belief.ARRIVAL, null, false);

        static Waiting byMeter(Kind kind) {
            return new Waiting(Belief.METER, kind, false);
        }

        boolean isSureOf(Kind of) {
            return sure != null && (kind == null || kind == of);
        }
    }
}
