package energy.sem.p1;

import java.util.List;

/**
 * What {@link Plausibility} says of one telegram. A verdict changes no value; who stores values obeys it.
 *
 * @param findings what cannot be true, none when all is plausible
 */
public record Verdict(List<Finding> findings) {

    /** Nothing to say against it. */
    public static final Verdict PLAUSIBLE = new Verdict(List.of());

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether there is nothing to say against the telegram. */
    public boolean plausible() {
        return findings.isEmpty();
    }

    /** Whether there is nothing to say against one subject of it (see {@link Finding#subject()}). */
    public boolean plausible(String subject) {
        return findings.stream().noneMatch(f -> f.subject().equals(subject));
    }
}
