package energy.sem.registry;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegistryWriterTest {
    private static final MeterEntry ENTRY = MeterEntry.first(Map.of("source", "push"), Optional.empty());
    private static final Registry NONE = Registry.EMPTY;
    private static final Registry GOOD = new Registry(Map.of("meter/roof", ENTRY), Map.of());
    private static final Registry BROKEN = new Registry(Map.of(), Map.of("meter/roof", "not JSON"));
    private static final Registry BROKEN_SINCE =
            new Registry(Map.of("meter/roof", ENTRY), Map.of("meter/roof", "not JSON"));
    private static final Registry ANOTHER_BROKEN = new Registry(Map.of(), Map.of("meter/shed", "not JSON"));

    @Test
    void a_removal_was_written_when_neither_an_entry_nor_a_broken_record_is_left() {
        RegistryChange<Void> removal = RegistryChange.remove(EntryKind.METER, "roof", null);

        assertThat(RegistryWriter.isThere(removal, NONE)).isTrue();
        assertThat(RegistryWriter.isThere(removal, ANOTHER_BROKEN)).isTrue();
        assertThat(RegistryWriter.isThere(removal, GOOD)).isFalse();
        assertThat(RegistryWriter.isThere(removal, BROKEN)).isFalse();
        assertThat(RegistryWriter.isThere(removal, BROKEN_SINCE)).isFalse();
    }

    @Test
    void an_entry_was_written_when_it_is_there() {
        RegistryChange<Void> put = RegistryChange.put("roof", ENTRY, null);

        assertThat(RegistryWriter.isThere(put, GOOD)).isTrue();
        assertThat(RegistryWriter.isThere(put, NONE)).isFalse();
        assertThat(RegistryWriter.isThere(put, BROKEN)).isFalse();
    }
}
