package energy.sem.registry;

import java.util.Arrays;
import java.util.Optional;

/** What an entry of the registry can be of. */
public enum EntryKind {
    /** A meter: {@link MeterEntry}. */
    METER("meter"),
    /** Who may read some meters: {@link ReaderEntry}. */
    READER("reader");

    private final String word;

    EntryKind(String word) {
        this.word = word;
    }

    /** What people call it, and what its records' keys begin with. */
    public String word() {
        return word;
    }

    /** The key of the record that has this name. */
    public String key(String name) {
        return word + "/" + name;
    }

    /** The name in a key of this kind; empty for one of another. */
    public Optional<String> name(String key) {
        return key.startsWith(word + "/") ? Optional.of(key.substring(word.length() + 1)) : Optional.empty();
    }

    /** The kind of a key; empty for one that somebody else has put there. */
    static Optional<EntryKind> of(String key) {
        return Arrays.stream(values())
                .filter(each -> each.name(key).isPresent())
                .findFirst();
    }
}
