package energy.sem.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.sharing.SharingKey;

import static org.assertj.core.api.Assertions.assertThat;

class RemadeTest {
    private static final MeterEntry ROOF = MeterEntry.first(Map.of(), Optional.empty());
    private static final GroupEntry STREET =
            new GroupEntry(1, SharingKey.of("relative", List.of("roof", "shed"), Map.of()));

    private final Remade<GroupEntry, List<String>> names =
            new Remade<>(EntryKind.GROUP, groups -> List.copyOf(groups.keySet()));

    @Test
    void it_is_the_same_as_long_as_no_entry_of_its_kind_has_changed() {
        List<String> made = names.of(registry(Map.of("group/street", STREET)));

        assertThat(made).containsExactly("street");
        assertThat(names.of(registry(Map.of("group/street", STREET, "meter/roof", ROOF))))
                .isSameAs(made);
        assertThat(names.of(registry(Map.of("group/street", STREET, "group/court", STREET, "meter/roof", ROOF))))
                .containsExactly("court", "street");
        assertThat(names.of(Registry.EMPTY)).isEmpty();
    }

    private static Registry registry(Map<String, RegistryEntry> entries) {
        return new Registry(entries, Map.of());
    }
}
