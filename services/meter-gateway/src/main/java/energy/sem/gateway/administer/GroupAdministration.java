package energy.sem.gateway.administer;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import energy.sem.base.Problem;
import energy.sem.base.ReadKeys;
import energy.sem.registry.EntryKind;
import energy.sem.registry.GroupEntry;
import energy.sem.registry.RegistryChange;
import energy.sem.sharing.SharingKey;

/** What an administrator may do with groups. Thread-safe. */
@Singleton
class GroupAdministration extends Administered<GroupEntry, RegisteredGroup> {
    private final ReadKeys ofSettings;

    GroupAdministration(Changes changes, FollowedRegistry registry, ReadKeys ofSettings) {
        super(EntryKind.GROUP, changes, registry);
        this.ofSettings = ofSettings;
    }

    @Override
    RegisteredGroup seen(String name, GroupEntry entry) {
        return RegisteredGroup.of(name, entry);
    }

    @Override
    RegisteredGroup unseen(String name) {
        return RegisteredGroup.unseen(name);
    }

    @Override
    RegisteredGroup withFault(RegisteredGroup seen, String why) {
        return seen.withFault(why);
    }

    @Override
    Map<String, RegisteredGroup> ofEnvironment() {
        Map<String, RegisteredGroup> all = new TreeMap<>();
        ofSettings
                .groupsOfSettings()
                .forEach((name, meters) -> all.put(name, RegisteredGroup.ofEnvironment(name, new TreeSet<>(meters))));
        return all;
    }

    @Override
    boolean isOfEnvironment(String name) {
        return ofSettings.groupsOfSettings().containsKey(name);
    }

    /**
     * Adds a group, or has one be another.
     *
     * @param version which one of the entry the change is of; empty for a group that is new
     * @throws Problem 409 where the group is of the environment, or there in another version
     */
    RegisteredGroup put(String name, SharingKey key, Optional<Long> version) {
        return put(name, version, before -> {
            GroupEntry entry = new GroupEntry(before.map(GroupEntry::version).orElse(0L) + 1, key);
            return RegistryChange.put(name, entry, RegisteredGroup.of(name, entry));
        });
    }
}
