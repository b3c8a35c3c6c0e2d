package energy.sem.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What an entry of the registry can be of. A kind of its own is a class of entries, which reads and writes what is its own, and a
 * line here; versions, records, backups and what a gateway remembers are everybody's. Immutable.
 *
 * @param <E> how it is said
 */
public final class EntryKind<E extends RegistryEntry> {
    /** A meter. What is known of it holds while its newest record is broken: what it sends is lost otherwise. */
    public static final EntryKind<MeterEntry> METER =
            new EntryKind<>("meter", MeterEntry.class, MeterEntry::read, MeterEntry::write, true);

    /** Who may read some meters. A record that is broken may say that a key is revoked: nothing is left. */
    public static final EntryKind<ReaderEntry> READER =
            new EntryKind<>("reader", ReaderEntry.class, ReaderEntry::read, ReaderEntry::write, false);

    /** Meters that are seen together, whom readers may be for. A broken record may say that one has left: nothing is left. */
    public static final EntryKind<GroupEntry> GROUP =
            new EntryKind<>("group", GroupEntry.class, GroupEntry::read, GroupEntry::write, false);

    private final String word;
    private final Class<E> type;
    private final Content<E> read;
    private final BiConsumer<E, ObjectNode> write;
    private final boolean holdsWhenBroken;

    private EntryKind(
            String word, Class<E> type, Content<E> read, BiConsumer<E, ObjectNode> write, boolean holdsWhenBroken) {
        this.word = word;
        this.type = type;
        this.read = read;
        this.write = write;
        this.holdsWhenBroken = holdsWhenBroken;
    }

    /** Makes an entry of what its record says beside schema and version. */
    interface Content<E> {
        E of(long version, JsonNode json) throws BrokenEntryException;
    }

    /** All of them. */
    public static List<EntryKind<?>> all() {
        return List.of(METER, READER, GROUP);
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
    public static Optional<EntryKind<?>> of(String key) {
        return all().stream().filter(each -> each.name(key).isPresent()).findFirst();
    }

    /** Whether an entry goes on as it was known while its newest record is broken. */
    boolean holdsWhenBroken() {
        return holdsWhenBroken;
    }

    E read(long version, JsonNode json) throws BrokenEntryException {
        return read.of(version, json);
    }

    void write(RegistryEntry entry, ObjectNode json) {
        write.accept(type.cast(entry), json);
    }

    E cast(RegistryEntry entry) {
        return type.cast(entry);
    }

    @Override
    public String toString() {
        return word;
    }
}
