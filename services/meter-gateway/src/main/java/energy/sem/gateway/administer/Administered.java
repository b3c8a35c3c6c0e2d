package energy.sem.gateway.administer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import energy.sem.base.Problem;
import energy.sem.registry.EntryKind;
import energy.sem.registry.Registry;
import energy.sem.registry.RegistryChange;
import energy.sem.registry.RegistryEntry;

/**
 * What an administrator may do with entries of a kind, and how they are seen beside those of this gateway's environment, which
 * win. What is answered is done: this gateway already follows it. Thread-safe.
 *
 * @param <E> as the registry has them
 * @param <S> as the administrator sees them
 */
abstract class Administered<E extends RegistryEntry, S> {
    private final EntryKind<E> kind;
    private final Changes changes;
    private final FollowedRegistry registry;

    Administered(EntryKind<E> kind, Changes changes, FollowedRegistry registry) {
        this.kind = kind;
        this.changes = changes;
        this.registry = registry;
    }

    /** One of the registry. */
    abstract S seen(String name, E entry);

    /** One of whose record nothing is known. */
    abstract S unseen(String name);

    /** The same, with why it is not what stands there. */
    abstract S withFault(S seen, String why);

    /** Those of this gateway's environment, by name. */
    abstract Map<String, S> ofEnvironment();

    /** Whether one of this name is among them. */
    abstract boolean isOfEnvironment(String name);

    /** As whose a record that cannot be read is told; empty where it is not of this kind. */
    Optional<String> brokenName(String key) {
        return kind.name(key);
    }

    private Map<String, S> byName() {
        Registry now = registry.now();
        Map<String, S> all = new TreeMap<>();
        now.of(kind).forEach((name, entry) -> all.put(name, seen(name, entry)));
        now.broken().forEach((key, why) -> brokenName(key)
                .ifPresent(name -> all.put(
                        name, withFault(all.getOrDefault(name, unseen(name)), "its record cannot be read: " + why))));
        ofEnvironment()
                .forEach((name, own) -> all.merge(
                        name,
                        own,
                        (entry, wins) ->
                                withFault(wins, "the registry has one of this name too, which is passed over here")));
        return all;
    }

    /** All of them, of the registry and of this gateway's environment, in the order of their names. */
    List<S> all() {
        return List.copyOf(byName().values());
    }

    /** @throws Problem 404 when there is none */
    S one(String name) {
        return Optional.ofNullable(byName().get(name)).orElseThrow(() -> Changes.unknown(kind, name));
    }

    /**
     * Adds one, or changes it.
     *
     * @param version which one of the entry the change is of; empty for one that is new
     * @param decide what becomes of the entry that is there, if one is
     * @throws Problem 409 where it is of the environment, or there in another version, and what the decision throws
     */
    S put(String name, Optional<Long> version, Function<Optional<E>, RegistryChange<S>> decide) {
        Changes.requireName(kind, name);
        return changes.change(now -> {
            requireOfRegistry(name);
            Changes.requirePut(kind, name, now, version);
            return decide.apply(now.named(kind, name));
        });
    }

    /**
     * Changes one that is there.
     *
     * @param version which one of the entry the change is of; empty for whichever it is in
     * @throws Problem 404 when there is none, 409 where it is of the environment, or in another version
     */
    S change(String name, Optional<Long> version, Function<E, RegistryChange<S>> decide) {
        Changes.requireName(kind, name);
        return changes.change(now -> {
            requireOfRegistry(name);
            Changes.requireReadable(kind, name, now);
            E before = now.named(kind, name).orElseThrow(() -> Changes.unknown(kind, name));
            Changes.requireVersion(kind, name, version, before.version());
            return decide.apply(before);
        });
    }

    /**
     * Removes one, also where its record cannot be read.
     *
     * @throws Problem 404 when there is none, 409 where it is of the environment only, or in another version
     */
    void remove(String name, Optional<Long> version) {
        changes.remove(kind, name, version, () -> requireOfRegistry(name));
    }

    /** @throws Problem 409 where this gateway's environment sets one of this name */
    void requireOfRegistry(String name) {
        if (isOfEnvironment(name)) {
            throw Problem.of(
                    Changes.CONFLICT,
                    Changes.subject(kind, name) + " is set in the environment of this gateway (sem." + kind.word()
                            + "s." + name + ".…), which wins: change it there, or take it out there first.");
        }
    }
}
