package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;

/** Telegrams in a row whose stamps are odd in one way. Not thread-safe. */
final class ClockRun {
    private static final int MANY = 20;
    private static final int SOME = 3;
    private static final int SEVERAL = 5;
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_QUARTER = Duration.ofMinutes(15);

    // What is sent afterwards goes faster than it was counted, or slower: a clock does not.
    private static final Duration PACE_SLACK = Duration.ofSeconds(5);
    private static final int PACE_PART = 20;

    /** How stamps can be odd. */
    enum Kind {
        /** About a day or more ahead of arrival. */
        FAR_AHEAD,
        /** About a day or more behind. */
        FAR_BEHIND,
        /** Ahead of arrival, though by less than a day, and of what the meter said before. */
        AHEAD,
        /** Behind what the meter said before, while its registers went on. */
        BACK
    }

    final Kind kind;
    private final Instant firstStated;
    private final Moment first;
    private final Object firstValues;
    private Instant lastStated;
    private Moment last;
    private int telegrams = 1;

    /** @param values of the registers, which tell a clock that stands still from a telegram sent again */
    ClockRun(Kind kind, Instant stated, Moment moment, Object values) {
        this.kind = kind;
        this.firstStated = stated;
        this.first = moment;
        this.firstValues = values;
        this.lastStated = stated;
        this.last = moment;
    }

    /** Whether a further telegram's stamp goes on with its arrival, or stands still while the registers go on. */
    boolean isAtPace(Instant stated, Moment moment, Object values) {
        Duration byMeter = Duration.between(firstStated, stated);
        Duration byComputer = moment.since(first);
        Duration apart = byMeter.minus(byComputer).abs();
        boolean together = apart.compareTo(PACE_SLACK.plus(byComputer.dividedBy(PACE_PART))) <= 0;
        return together || (byMeter.isZero() && !values.equals(firstValues));
    }

    void add(Instant stated, Moment moment) {
        telegrams++;
        lastStated = stated;
        last = moment;
    }

    /** What the last one's stamp says. */
    Instant stated() {
        return lastStated;
    }

    /** When the last one came. */
    Moment moment() {
        return last;
    }

    /** How far it is ahead of its arrival. */
    Duration ahead() {
        return Duration.between(last.wall(), lastStated);
    }

    /** Whether there were some, not just a glitch. */
    boolean areSome() {
        return telegrams >= SOME;
    }

    /**
     * Whether there were so many, for so long, that it is sure. What is read from a meter waits for it and is seldom of the
     * past: for it less is enough.
     */
    boolean lasts(boolean live) {
        Duration time = last.since(first);
        if (kind != Kind.FAR_BEHIND) {
            return telegrams >= MANY || (telegrams >= SOME && time.compareTo(A_MINUTE) >= 0);
        }
        return live
                ? (telegrams >= MANY && time.compareTo(A_WHILE) >= 0)
                        || (telegrams >= SEVERAL && time.compareTo(A_MINUTE) >= 0)
                : (telegrams >= MANY && time.compareTo(A_MINUTE) >= 0)
                        || (telegrams >= SEVERAL && time.compareTo(A_QUARTER) >= 0);
    }
}
