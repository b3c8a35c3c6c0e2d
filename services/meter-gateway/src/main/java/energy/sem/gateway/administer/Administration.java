package energy.sem.gateway.administer;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import energy.sem.base.Problem;
import energy.sem.gateway.meter.AllMeters;
import energy.sem.gateway.meter.Meter;
import energy.sem.registry.EntryKind;
import energy.sem.registry.KeptKey;
import energy.sem.registry.MeterEntry;
import energy.sem.registry.MeterSetting;
import energy.sem.registry.Registry;
import energy.sem.registry.RegistryChange;
import energy.sem.registry.RegistryEntry;

/** What an administrator may do with meters. Thread-safe. */
@Singleton
class Administration extends Administered<MeterEntry, RegisteredMeter> {
    private static final EntryKind<MeterEntry> METER = EntryKind.METER;

    private final Changes changes;
    private final FollowedRegistry registry;
    private final AllMeters meters;
    private final Clock clock = Clock.systemUTC();

    Administration(Changes changes, FollowedRegistry registry, AllMeters meters) {
        super(METER, changes, registry);
        this.changes = changes;
        this.registry = registry;
        this.meters = meters;
    }

    @Override
    RegisteredMeter seen(String name, MeterEntry entry) {
        return RegisteredMeter.of(name, entry, null, registry.fault(name).orElse(null));
    }

    @Override
    RegisteredMeter unseen(String name) {
        return new RegisteredMeter(name, "registry", null, Map.of(), List.of(), null, null);
    }

    @Override
    RegisteredMeter withFault(RegisteredMeter meter, String why) {
        return new RegisteredMeter(
                meter.meter(), meter.setBy(), meter.version(), meter.settings(), meter.keys(), null, why);
    }

    @Override
    Map<String, RegisteredMeter> ofEnvironment() {
        return meters.ofEnvironment().stream().collect(Collectors.toMap(Meter::name, Administration::ofEnvironment));
    }

    private static RegisteredMeter ofEnvironment(Meter meter) {
        return new RegisteredMeter(
                meter.name(),
                "environment",
                null,
                Map.of(MeterSetting.SOURCE.word(), meter.sourceUrl()),
                meter.keys().stream().map(RegisteredMeter.Key::of).toList(),
                null,
                null);
    }

    @Override
    boolean isOfEnvironment(String name) {
        return meters.isOfEnvironment(name);
    }

    // What is of nothing is told here.
    @Override
    Optional<String> brokenName(String key) {
        return EntryKind.of(key).isPresent() ? METER.name(key) : Optional.of(key);
    }

    /**
     * Adds a meter, or gives one other settings.
     *
     * @param version which one of the entry the change is of; empty for a meter that is new
     * @return with a key in clear when one was made: for a meter that is pushed to and has none
     * @throws Problem 400 for settings that are none, 409 where the meter is of the environment, or there in another version
     */
    RegisteredMeter put(String name, Map<String, String> given, Optional<Long> version, KeyFor keyFor) {
        return put(name, version, before -> {
            MeterEntry entry = entry(before, settings(given));
            String clear =
                    EntrySettings.isPushed(entry.settings()) && entry.keys().isEmpty() ? keyFor.made() : null;
            MeterEntry whole = clear == null
                    ? entry
                    : new MeterEntry(entry.version(), entry.settings(), List.of(KeptKey.from(clear, clock.instant())));
            requireMeter(name, whole);
            return RegistryChange.put(name, whole, RegisteredMeter.of(name, whole, clear, null));
        });
    }

    private static MeterEntry entry(Optional<MeterEntry> before, Map<String, String> settings) {
        if (before.isEmpty()) {
            return MeterEntry.first(settings, Optional.empty());
        }
        // What a newer SEM has set beside is not this one's to drop.
        Map<String, String> all = new HashMap<>(before.get().settings());
        all.keySet().removeIf(word -> MeterSetting.of(word).isPresent());
        all.putAll(settings);
        return before.get().with(all);
    }

    /**
     * Gives a meter one more key.
     *
     * @param bothFor how long those before it open yet
     * @throws Problem 404 when there is no such meter, 409 where it is of the environment, or in another version
     */
    RegisteredMeter rotateKey(String name, Optional<Long> version, Duration bothFor, KeyFor keyFor) {
        return change(name, version, before -> {
            String clear = keyFor.made();
            MeterEntry rotated = before.rotated(clear, clock.instant(), bothFor);
            return RegistryChange.put(name, rotated, RegisteredMeter.of(name, rotated, clear, null));
        });
    }

    /** What became of a line of a file: a key, a fault, or neither for a meter that needs no key. */
    record Added(long line, String meter, String key, String fault) {}

    /**
     * Adds the meters of a file, all of them in one step.
     *
     * @param skipFaulty whether those that can be are added where others cannot; else nothing is
     * @return each line with its key or its fault; without {@code skipFaulty} nothing was added when there is a fault
     */
    List<Added> addAll(List<MeterLines.Line> lines, KeyFor keyFor, boolean skipFaulty) {
        return changes.change(now -> {
            Map<String, Optional<RegistryEntry>> entries = new HashMap<>();
            List<Added> added = new ArrayList<>(lines.size());
            for (MeterLines.Line line : lines) {
                try {
                    added.add(add(line, now, entries, keyFor));
                } catch (Problem e) {
                    added.add(new Added(line.number(), line.meter(), null, e.getMessage()));
                }
            }
            boolean whole = added.stream().allMatch(one -> one.fault() == null);
            return new RegistryChange<>(whole || skipFaulty ? entries : Map.of(), added);
        });
    }

    private Added add(MeterLines.Line line, Registry now, Map<String, Optional<RegistryEntry>> entries, KeyFor keyFor) {
        if (line.fault() != null) {
            throw Problem.badRequest(line.fault());
        }
        String name = line.meter();
        Changes.requireName(METER, name);
        requireOfRegistry(name);
        if (entries.containsKey(METER.key(name))) {
            throw Problem.of(Changes.CONFLICT, "The file has this meter twice.");
        }
        Changes.requireReadable(METER, name, now);
        if (now.named(METER, name).isPresent()) {
            throw Problem.of(Changes.CONFLICT, "There is a meter " + name + " already.");
        }
        Map<String, String> settings = settings(line.settings());
        String clear = EntrySettings.isPushed(settings) ? keyFor.made() : null;
        MeterEntry entry =
                MeterEntry.first(settings, Optional.ofNullable(clear).map(key -> KeptKey.from(key, clock.instant())));
        requireMeter(name, entry);
        entries.put(METER.key(name), Optional.of(entry));
        return new Added(line.number(), name, clear, null);
    }

    private void requireMeter(String name, MeterEntry entry) {
        try {
            Meter unused = registry.made(name, entry);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage());
        }
    }

    private static Map<String, String> settings(Map<String, String> given) {
        try {
            return EntrySettings.checked(given);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage());
        }
    }
}
