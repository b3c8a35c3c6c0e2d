package energy.sem.gateway.administer;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import energy.sem.base.Problem;
import energy.sem.registry.EntryJson;
import energy.sem.registry.EntryKind;
import energy.sem.registry.Registry;
import energy.sem.registry.RegistryAwayException;
import energy.sem.registry.RegistryChange;
import energy.sem.registry.RegistryEntry;

/** How an administrator changes entries, of whatever kind, and what is said where they cannot be changed. Thread-safe. */
@Singleton
class Changes {
    static final int CONFLICT = 409;
    private static final int RETRY_AFTER_SECONDS = 5;

    private final FollowedRegistry registry;

    Changes(FollowedRegistry registry) {
        this.registry = registry;
    }

    /**
     * Changes the registry. What is answered is done: this gateway already follows it.
     *
     * @throws Problem 503 when Kafka does not answer, and what the decision throws
     */
    <T> T change(Function<Registry, RegistryChange<T>> decide) {
        try {
            return registry.writer().change(decide);
        } catch (RegistryAwayException e) {
            throw Problem.unavailable("The registry: " + e.getMessage() + ".", RETRY_AFTER_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The gateway is stopping: send it again.", RETRY_AFTER_SECONDS);
        }
    }

    /**
     * Removes an entry, a broken one too.
     *
     * @param mayBe says why it cannot be removed where the registry has none; else there is just none
     * @throws Problem 404 when there is none, 409 when it is in another version
     */
    void remove(EntryKind<?> kind, String name, Optional<Long> version, Runnable mayBe) {
        requireName(kind, name);
        var unused = change(now -> {
            Optional<RegistryEntry> before = now.at(kind.key(name));
            if (before.isEmpty() && !now.broken().containsKey(kind.key(name))) {
                mayBe.run();
                throw unknown(kind, name);
            }
            before.ifPresent(entry -> requireVersion(kind, name, version, entry.version()));
            return RegistryChange.remove(kind, name, name);
        });
    }

    static void requireName(EntryKind<?> kind, String name) {
        if (!EntryJson.isName(name)) {
            throw Problem.badRequest("A " + kind.word() + "'s name is 1 to 32 lower-case letters and digits.");
        }
    }

    /**
     * Makes sure that what is changed can be read: what a newer SEM wrote, or what it revoked, is not gone over.
     *
     * @throws Problem 409 when the newest record of the entry is broken
     */
    static void requireReadable(EntryKind<?> kind, String name, Registry now) {
        String why = now.broken().get(kind.key(name));
        if (why != null) {
            throw Problem.of(
                    CONFLICT,
                    "The newest record of " + kind.word() + " " + name + " in the registry cannot be read: " + why
                            + ". It is not gone over: change it with the SEM that wrote it, or remove it and add it anew.");
        }
    }

    /**
     * Makes sure that who puts an entry knows whether there is one.
     *
     * @param version which one of it the change is of; empty for one that is new
     */
    static void requirePut(EntryKind<?> kind, String name, Registry now, Optional<Long> version) {
        requireReadable(kind, name, now);
        Optional<RegistryEntry> before = now.at(kind.key(name));
        if (before.isEmpty() && version.isPresent()) {
            throw Problem.of(
                    CONFLICT,
                    "There is no " + kind.word() + " " + name
                            + " in the registry any longer, or there never was: without ?version= it is added.");
        }
        if (before.isPresent() && version.isEmpty()) {
            long there = before.get().version();
            throw Problem.of(
                    CONFLICT,
                    "There is a " + kind.word() + " " + name + " already, in version " + there
                            + ": to change it, say ?version=" + there + ".");
        }
        before.ifPresent(entry -> requireVersion(kind, name, version, entry.version()));
    }

    static void requireVersion(EntryKind<?> kind, String name, Optional<Long> version, long there) {
        if (version.isPresent() && version.get() != there) {
            throw Problem.of(
                    CONFLICT,
                    subject(kind, name) + " was changed meanwhile: it is in version " + there + ", not " + version.get()
                            + ". Read it again, and say ?version=" + there + " if the change is still wanted.");
        }
    }

    /** One at the beginning of a sentence. */
    static String subject(EntryKind<?> kind, String name) {
        return kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.word().substring(1) + " " + name;
    }

    static Problem unknown(EntryKind<?> kind, String name) {
        return Problem.notFound("There is no " + kind.word() + " " + EntrySettings.shown(name)
                + " in the registry: GET /api/v1/admin/" + kind.word() + "s lists them.");
    }
}
