package energy.sem.history.group;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import energy.sem.base.GroupSettings;
import energy.sem.base.NoStart;
import energy.sem.base.ReadableMeters;
import energy.sem.history.registry.FollowedRegistry;
import energy.sem.registry.EntryKind;
import energy.sem.registry.GroupEntry;
import energy.sem.registry.Remade;

/** All groups: those of the settings, and beside them those that are administered while SEM runs. Thread-safe. */
@ApplicationScoped
public class Groups {
    private static final Logger LOG = Logger.getLogger(Groups.class);

    private final FollowedRegistry registry;
    private final Map<String, Group> ofSettings = new TreeMap<>();
    private final Remade<GroupEntry, List<Group>> all = new Remade<>(EntryKind.GROUP, this::all);
    private final Set<String> passedOver = ConcurrentHashMap.newKeySet();

    @Inject
    Groups(GroupSettings settings, FollowedRegistry registry) {
        this.registry = registry;
        try {
            settings.groups()
                    .forEach((name, said) -> ofSettings.put(
                            name,
                            Group.of(
                                    name,
                                    said.members().orElse(null),
                                    said.key(),
                                    said.shares().orElse(null))));
        } catch (IllegalArgumentException e) {
            throw new NoStart(e.getMessage());
        }
    }

    // After the catalogue's check (1), which knows the names and forms of all settings.
    void check(@Observes @Priority(10) StartupEvent start) {
        // Being made was the check.
    }

    private List<Group> all(Map<String, GroupEntry> entries) {
        Map<String, Group> byName = new TreeMap<>();
        entries.forEach((name, entry) -> byName.put(name, new Group(name, entry.key())));
        ofSettings.forEach((name, group) -> {
            if (byName.put(name, group) != null && passedOver.add(name)) {
                LOG.warnf("group %s of the registry is passed over: sem.groups.%s of the settings wins", name, name);
            }
        });
        return List.copyOf(byName.values());
    }

    /** Those of which the key opens every member, by name: a group tells of each of them. */
    public List<Group> openTo(ReadableMeters readable) {
        return all.of(registry.now()).stream()
                .filter(each -> each.meters().stream().allMatch(readable::opens))
                .toList();
    }

    /** The one of this name among those of which the key opens every member. */
    public Optional<Group> named(String name, ReadableMeters readable) {
        return openTo(readable).stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }

    /** Whether these are all that there are: shortly after a start those of the registry may not be heard of yet. */
    public boolean isKnown() {
        return registry.isKnown();
    }
}
