package energy.sem.files;

import java.util.Locale;

/** What a device of a file measures; the words are those of SEM's tables and export. */
public enum FileDeviceKind {
    ELECTRICITY,
    GAS,
    WATER,
    HEAT,
    /** A further electricity meter behind the household's own. */
    SUBMETER,
    OTHER;

    /** The word in {@code device.kind}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
