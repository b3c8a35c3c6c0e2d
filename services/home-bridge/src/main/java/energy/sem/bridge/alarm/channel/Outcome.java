package energy.sem.bridge.alarm.channel;

import java.time.Duration;

/**
 * What came of a message.
 *
 * @param result whether it arrived
 * @param words what happened, for people; no secret is in it
 * @param retryAfter how long the other side asks to wait, or {@code null}
 */
public record Outcome(Result result, String words, Duration retryAfter) {

    /** Whether it arrived. */
    public enum Result {
        SENT,
        /** It may arrive later. */
        LATER,
        /** It never will, before somebody changes a setting. */
        REFUSED
    }

    /** It arrived. */
    public static Outcome sent(String words) {
        return new Outcome(Result.SENT, words, null);
    }

    /** It may arrive later. */
    public static Outcome later(String words) {
        return new Outcome(Result.LATER, words, null);
    }

    /** It never will. */
    public static Outcome refused(String words) {
        return new Outcome(Result.REFUSED, words, null);
    }
}
