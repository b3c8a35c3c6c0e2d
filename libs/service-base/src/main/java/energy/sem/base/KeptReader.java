package energy.sem.base;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A reader that is administered while SEM runs. Immutable.
 *
 * @param name of the reader
 * @param all whether its keys open every meter, and what is of the installation too
 * @param meters where they do not: the names of those that they open
 * @param groups groups of which they open every member
 * @param keys by their hashes; those that are over, or begin later, among them
 */
public record KeptReader(String name, boolean all, Set<String> meters, Set<String> groups, List<Key> keys) {

    /**
     * What is not said is nothing.
     *
     * @throws IllegalArgumentException when it has no name
     */
    public KeptReader {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("a reader has no name");
        }
        meters = byName(meters);
        groups = byName(groups);
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    // Said in one order, so that what has not changed has the same tag.
    private static SortedSet<String> byName(Set<String> names) {
        return Collections.unmodifiableSortedSet(names == null ? new TreeSet<>() : new TreeSet<>(names));
    }

    /** The same, with the members of its groups instead of these; a group that is not known has none. */
    public KeptReader withMembers(Map<String, ? extends Collection<String>> membersByGroup) {
        Set<String> opened = new HashSet<>(meters);
        groups.forEach(group -> Optional.ofNullable(membersByGroup.get(group)).ifPresent(opened::addAll));
        return new KeptReader(name, all, opened, Set.of(), keys);
    }

    /**
     * A key, by its hash.
     *
     * @param sha256 64 hex digits
     * @param notBefore from when it opens; {@code null} from ever
     * @param notAfter until when, exclusive; {@code null} for ever
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Key(String sha256, Instant notBefore, Instant notAfter) {
        private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

        /** @throws IllegalArgumentException when the hash is none */
        public Key {
            if (sha256 == null || !HASH.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a key's hash is not 64 hex digits");
            }
        }
    }
}
