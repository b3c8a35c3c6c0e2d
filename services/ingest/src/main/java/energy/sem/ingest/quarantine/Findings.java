package energy.sem.ingest.quarantine;

import java.util.List;

import energy.sem.event.TelegramEvent;
import energy.sem.event.Verdict;
import energy.sem.event.Verdict.Finding;

/** What the gateway found implausible in an event, and which of its values are therefore kept aside. Immutable. */
public final class Findings {
    private final List<Finding> findings;

    private Findings(List<Finding> findings) {
        this.findings = findings;
    }

    /** Whether an event has any. */
    public static boolean isImplausible(TelegramEvent event) {
        return event.verdict() != null && !event.verdict().plausible();
    }

    /** Those of an event; a verdict without a word on what is wrong is about the whole event. */
    public static Findings of(TelegramEvent event) {
        if (!isImplausible(event)) {
            return new Findings(List.of());
        }
        Verdict verdict = event.verdict();
        if (verdict.findings().isEmpty()) {
            return new Findings(List.of(new Finding(null, "implausible", "the gateway judged the event implausible")));
        }
        return new Findings(verdict.findings());
    }

    /** Each finding. */
    public List<Finding> all() {
        return findings;
    }

    /** True when the whole event stays out of readings and quarter hours: not even its time is right. */
    public boolean keepAllAside() {
        return findings.stream().anyMatch(finding -> finding.serial() == null);
    }

    /** True when the values of the device with this serial number stay out of readings and quarter hours. */
    public boolean keepAside(String serial) {
        return findings.stream()
                .anyMatch(
                        finding -> finding.serial() == null || finding.serial().equals(serial));
    }
}
