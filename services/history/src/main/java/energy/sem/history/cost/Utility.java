package energy.sem.history.cost;

import java.util.Locale;

/** What a contract is for. */
public enum Utility {
    ELECTRICITY,
    GAS,
    WATER;

    /** As in settings and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
