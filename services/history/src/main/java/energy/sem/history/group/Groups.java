package energy.sem.history.group;

import java.util.Comparator;
import java.util.List;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;

import energy.sem.base.GroupSettings;
import energy.sem.base.NoStart;
import energy.sem.base.ReadableMeters;

/** All groups of the settings. */
@ApplicationScoped
public class Groups {
    private final List<Group> all;

    Groups(GroupSettings settings) {
        try {
            all = settings.groups().entrySet().stream()
                    .map(each -> Group.of(
                            each.getKey(),
                            each.getValue().members().orElse(null),
                            each.getValue().key(),
                            each.getValue().shares().orElse(null)))
                    .sorted(Comparator.comparing(Group::name))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new NoStart(e.getMessage());
        }
    }

    // After the catalogue's check (1), which knows the names and forms of all settings.
    void check(@Observes @Priority(10) StartupEvent start) {
        // Being made was the check.
    }

    /** Those of which the key opens every member, by name: a group tells of each of them. */
    public List<Group> openTo(ReadableMeters readable) {
        return all.stream()
                .filter(each -> each.meters().stream().allMatch(readable::opens))
                .toList();
    }
}
