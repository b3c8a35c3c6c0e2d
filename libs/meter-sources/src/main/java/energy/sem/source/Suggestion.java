package energy.sem.source;

import java.util.Optional;

/**
 * What somebody may do with a device that was found.
 *
 * @param what it is, in words
 * @param source to give a meter; empty where something has to be known or done first
 * @param first what has to be done or known before, in words; empty where nothing
 */
public record Suggestion(String what, Optional<String> source, Optional<String> first) {

    /** It can be read as it is. */
    public static Suggestion ready(String what, String source) {
        return new Suggestion(what, Optional.of(source), Optional.empty());
    }

    /** It can be read after something was done. */
    public static Suggestion after(String what, String first, String source) {
        return new Suggestion(what, Optional.of(source), Optional.of(first));
    }

    /** It may be one, and somebody has to look. */
    public static Suggestion look(String what, String first) {
        return new Suggestion(what, Optional.empty(), Optional.of(first));
    }
}
