package energy.sem.sharing;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How what is injected in a quarter hour is divided among those who take in the same quarter hour. */
public enum SharingRule {
    /** Each gets his share of what is injected, at most what he takes; the rest is nobody's (Brussels, Luxembourg). */
    FIXED("fixed"),
    /** The same, and what is left goes again, by their shares, to those who still take, until all of them have all (Brussels). */
    FIXED_ROUNDS("fixed-rounds"),
    /** In proportion to what each takes (Luxembourg's pro rata, the variable key of § 42b in Germany). */
    RELATIVE("relative"),
    /** All to the first member as far as he takes, then to the second, and so on (Luxembourg). */
    PRIORITY("priority"),
    /** First as fixed where there are shares; what is left in proportion to what each still takes: the most that can be shared. */
    OPTIMAL("optimal");

    private final String word;

    SharingRule(String word) {
        this.word = word;
    }

    /** As in settings and answers. */
    public String word() {
        return word;
    }

    /** The rule of this word. */
    public static Optional<SharingRule> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** All their words, for people. */
    public static String words() {
        return Arrays.stream(values()).map(SharingRule::word).collect(Collectors.joining(", "));
    }

    /** True when nothing can be shared by it without shares. */
    public boolean needsShares() {
        return this == FIXED || this == FIXED_ROUNDS;
    }

    /** True when shares mean something to it. */
    public boolean takesShares() {
        return needsShares() || this == OPTIMAL;
    }
}
