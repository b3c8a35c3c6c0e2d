package energy.sem.base;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says what a key opens: everything ({@code sem.read-keys}), or the meters of a reader: of the settings ({@code sem.readers}),
 * which win, or one that is administered while SEM runs ({@link KeptReaders}). One for all doors of a service: whoever guesses
 * waits at each of them ({@link FailureLimit}). Thread-safe.
 */
@Singleton
public class ReadKeys {
    private static final int FORBIDDEN = 403;
    private static final int RETRY_AFTER_SECONDS = 2;

    /** Of a service that follows none. */
    private static final KeptReaders NONE = new KeptReaders() {
        @Override
        public List<KeptReader> now() {
            return List.of();
        }

        @Override
        public boolean isKnown() {
            return true;
        }
    };

    private final Supplier<Known> settings;
    private final Supplier<KeptReaders> keptReaders;
    private final boolean people;
    private final FailureLimit failures;
    private final Clock clock;
    private volatile Known known;
    private volatile Kept kept = new Kept(List.of(), Map.of(), List.of());

    /** Those of the settings, and of the service's {@link KeptReaders} if it has them; without any setting, everyone may read. */
    @Inject
    ReadKeys(
            @ConfigProperty(name = "sem.read-keys") Optional<List<String>> keys,
            @ConfigProperty(name = "sem.oidc.auth-server-url") Optional<String> provider,
            Readers readers,
            Instance<KeptReaders> keptReaders) {
        this(
                () -> Known.of(keys.orElse(List.of()), readers.byName(), readers.membersByGroup()),
                () -> keptReaders.isResolvable() ? keptReaders.get() : NONE,
                provider.isPresent(),
                Clock.systemUTC());
    }

    ReadKeys(List<String> forAll, Map<String, ReaderSettings.One> readers, Clock clock) {
        this(forAll, readers, Map.of(), NONE, false, clock);
    }

    ReadKeys(
            List<String> forAll,
            Map<String, ReaderSettings.One> readers,
            Map<String, Set<String>> membersByGroup,
            KeptReaders keptReaders,
            boolean people,
            Clock clock) {
        this(() -> Known.of(forAll, readers, membersByGroup), () -> keptReaders, people, clock);
    }

    private ReadKeys(Supplier<Known> settings, Supplier<KeptReaders> keptReaders, boolean people, Clock clock) {
        this.settings = settings;
        this.keptReaders = keptReaders;
        this.people = people;
        this.clock = clock;
        failures = new FailureLimit(clock);
    }

    /** The keys of readers that are administered, as they were made of these. */
    private record Kept(List<KeptReader> readers, Map<String, Set<String>> membersByGroup, List<ReadKey> keys) {}

    /** What the settings say, or why they cannot be kept to. */
    private record Known(
            List<ReadKey> keys,
            Map<String, Set<String>> readers,
            Map<String, Set<String>> membersByGroup,
            Optional<NoStart> fault) {
        static Known of(
                List<String> forAll, Map<String, ReaderSettings.One> readers, Map<String, Set<String>> membersByGroup) {
            try {
                return new Known(
                        ReadKey.of(forAll, readers), ReadKey.metersByReader(readers), membersByGroup, Optional.empty());
            } catch (NoStart e) {
                return new Known(List.of(), Map.of(), Map.of(), Optional.of(e));
            }
        }
    }

    // Twice at the same time does no harm.
    private Known known() {
        Known read = known;
        if (read == null) {
            read = settings.get();
            known = read;
        }
        return read;
    }

    // Nobody without sem.read-keys: then reading is open, or the settings are wrong.
    private List<ReadKey> keptKeys() {
        Known ofSettings = known();
        if (ofSettings.keys().isEmpty()) {
            return List.of();
        }
        List<KeptReader> now = keptReaders.get().now();
        Map<String, Set<String>> groups = keptReaders.get().membersByGroup();
        Kept made = kept;
        if (made.readers() != now || made.membersByGroup() != groups) {
            Map<String, Set<String>> members = new HashMap<>(groups);
            members.putAll(ofSettings.membersByGroup());
            made = new Kept(
                    now,
                    groups,
                    ReadKey.of(
                            now.stream()
                                    .filter(each -> !ofSettings.readers().containsKey(each.name()))
                                    .toList(),
                            members));
            kept = made;
        }
        return made.keys();
    }

    /**
     * Settings that do not fit together stop the start. Said here, with one line: doors are made before a start can be stopped
     * with one, and until it is nobody may read.
     */
    void check(@Observes StartupEvent start) {
        known().fault().ifPresent(wrong -> {
            throw wrong;
        });
    }

    /** Whether everyone may read, without a key. */
    public boolean isEmpty() {
        Known all = known();
        return all.keys().isEmpty() && all.fault().isEmpty();
    }

    /**
     * The settings' readers, by name, with the meters that they open: one of the same name that is administered opens nothing.
     */
    public Map<String, Set<String>> readersOfSettings() {
        return known().readers();
    }

    /** The settings' groups, by name, with their members: they win over those that are administered. */
    public Map<String, Set<String>> groupsOfSettings() {
        return known().membersByGroup();
    }

    /**
     * Whether some who read may read some meters only, or may be such: by a key, though not every service hears at once which
     * readers there are, or as people who sign in at history ({@code sem.oidc}).
     */
    public boolean haveReaders() {
        return !isEmpty()
                && (people
                        || !keptReaders.get().isKnown()
                        || Stream.concat(known().keys().stream(), keptKeys().stream())
                                .anyMatch(each -> !each.opens().all()));
    }

    /** What a key opens now; empty for a wrong one, which does not count as a guess. Always compares with every key. */
    public Optional<ReadableMeters> openedBy(String given) {
        byte[] sha256 = Keys.sha256(given);
        Instant now = clock.instant();
        ReadableMeters found = null;
        // The settings last: they win.
        for (List<ReadKey> keys : List.of(keptKeys(), known().keys())) {
            for (ReadKey each : keys) {
                if (each.is(sha256) && each.opensAt(now)) {
                    found = each.opens();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** Why something that opens as a key does is refused when it is wrong: it counts as a wrong key. */
    public Problem refusal(String address, Problem wrong) {
        return failures.refusal(address, wrong);
    }

    /**
     * What a request may read.
     *
     * @param given the key that came with it, if one did
     * @param address of who asks, as {@link Callers} knows it
     * @param missing what to say to who has no key, and could have one
     * @param wrong what to say of a key that is none of these
     * @throws Problem 401 without a key, 403 with a wrong one, 429 for an address with too many wrong ones, 503 with one that may
     *     be of a reader who is not known yet
     */
    public ReadableMeters readable(Optional<String> given, String address, String missing, String wrong) {
        if (isEmpty()) {
            return ReadableMeters.ALL;
        }
        return openedBy(given.orElseThrow(() -> Problem.unauthorized(missing)))
                .orElseThrow(() -> refusal(address, wrong));
    }

    // A page that is told 403 forgets its key, and a display goes to sleep.
    private Problem refusal(String address, String wrong) {
        Problem refused = failures.refusal(address, wrong);
        return refused.status() != FORBIDDEN || keptReaders.get().isKnown()
                ? refused
                : Problem.unavailable(
                        "It is not known yet who may read, and this key may be among them: send it again.",
                        RETRY_AFTER_SECONDS);
    }
}
