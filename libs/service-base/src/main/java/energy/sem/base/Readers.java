package energy.sem.base;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * The readers of the settings, and the groups that readers may be for. A bean of its own, made when it is first asked: filters of
 * REST, and {@link ReadKeys} with them, are made before Quarkus knows what the settings below a prefix are.
 */
@ApplicationScoped
class Readers {
    private final ReaderSettings settings;
    private final GroupSettings groups;

    @Inject
    Readers(ReaderSettings settings, GroupSettings groups) {
        this.settings = settings;
        this.groups = groups;
    }

    Map<String, ReaderSettings.One> byName() {
        return settings.byName();
    }

    /** The members of the groups of the settings, by the groups' names. */
    Map<String, Set<String>> membersByGroup() {
        Map<String, Set<String>> all = new HashMap<>();
        groups.groups().forEach((name, group) -> all.put(name, members(group.members())));
        return all;
    }

    private static Set<String> members(Optional<String> list) {
        return Arrays.stream(list.orElse("").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toSet());
    }
}
