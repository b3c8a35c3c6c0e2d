package energy.sem.cli.doctor;

import java.util.Collection;
import java.util.Locale;

/** How something is. */
enum Verdict {
    WELL(0),
    FAULT(1),
    /** It could not be looked at. */
    UNKNOWN(2);

    private final int exitStatus;

    Verdict(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** The whole is at fault when a part is; it is well only when all of it could be looked at. */
    static Verdict ofAll(Collection<Verdict> verdicts) {
        return verdicts.contains(FAULT) ? FAULT : verdicts.isEmpty() || verdicts.contains(UNKNOWN) ? UNKNOWN : WELL;
    }

    /** What {@code ./sem doctor} ends with. */
    int exitStatus() {
        return exitStatus;
    }

    /** In JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
