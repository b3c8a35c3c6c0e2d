package energy.sem.mqtt;

import java.util.concurrent.TimeUnit;

/**
 * How long to wait before the next try: little while nobody answers, so that a broker that is back is found within two
 * seconds; more where a person has to change something, or where each connection is cut right after it was made, as when two
 * clients have one id. Not thread-safe.
 */
final class Pauses {
    private static final long FIRST_MILLIS = 250;
    private static final long LONGEST_AWAY_MILLIS = 2_000;
    private static final long FIRST_REFUSED_MILLIS = 2_000;
    private static final long LONGEST_REFUSED_MILLIS = 30_000;
    /** A connection that lived longer was not thrown out by another client of the same id, which would try sooner. */
    static final long SHORT_LIFE_MILLIS = 60_000;
    /** So often in a row a broker may restart right after another start. */
    private static final int SHORT_LIVES = 3;

    private int failures;
    private int shortLives;
    private long connectedNanos;

    void connected() {
        failures = 0;
        connectedNanos = System.nanoTime();
    }

    /** Milliseconds after a try that failed. */
    long after(Failure.Kind kind) {
        boolean away = kind == Failure.Kind.AWAY || kind == Failure.Kind.HUNG_UP;
        long first = away ? FIRST_MILLIS : FIRST_REFUSED_MILLIS;
        long longest = away ? LONGEST_AWAY_MILLIS : LONGEST_REFUSED_MILLIS;
        return Math.min(longest, first << Math.min(10, failures++));
    }

    /** Milliseconds after a connection that stood is gone. */
    long afterLoss(Failure.Kind kind) {
        long livedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - connectedNanos);
        shortLives = livedMillis < SHORT_LIFE_MILLIS ? shortLives + 1 : 0;
        if (kind != Failure.Kind.REFUSED && !isCutAgainAndAgain()) {
            return FIRST_MILLIS;
        }
        return Math.min(
                LONGEST_REFUSED_MILLIS, FIRST_REFUSED_MILLIS << Math.min(10, Math.max(0, shortLives - SHORT_LIVES)));
    }

    /** Whether one connection after the other was cut soon after it was made. */
    boolean isCutAgainAndAgain() {
        return shortLives > SHORT_LIVES;
    }
}
