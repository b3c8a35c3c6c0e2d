package energy.sem.gateway.administer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import energy.sem.registry.GroupEntry;
import energy.sem.registry.KeptKey;
import energy.sem.registry.MeterEntry;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.Registry;
import energy.sem.sharing.SharingKey;

import static org.assertj.core.api.Assertions.assertThat;

/** What the gateway remembers of the registry over a restart. */
class RememberedRegistryTest {
    @TempDir
    Path folder;

    @Test
    void what_was_followed_last_is_remembered_without_a_clear_key() throws Exception {
        Registry registry = new Registry(
                Map.of(
                        "meter/roof",
                        MeterEntry.first(Map.of("serial", "a b c"), Optional.of(KeptKey.always("SECRET"))),
                        "meter/shop",
                        MeterEntry.first(Map.of("source", "tcp://h:1"), Optional.empty()),
                        "reader/roof",
                        ReaderEntry.first(
                                new ReaderEntry.Opens(false, Set.of("roof"), Set.of("street")),
                                KeptKey.always("SECRET")),
                        "group/roof",
                        new GroupEntry(3, SharingKey.of("priority", List.of("shop", "roof"), Map.of()))),
                Map.of("meter/x", "broken"));
        keep(folder, registry);

        assertThat(new RememberedRegistry(folder).read()).contains(new Registry(registry.byKey(), Map.of()));
        assertThat(Files.readString(folder.resolve("registry"))).doesNotContain("SECRET");

        keep(folder, Registry.EMPTY);
        assertThat(new RememberedRegistry(folder).read()).contains(Registry.EMPTY);
    }

    @Test
    void where_nothing_was_ever_administered_there_is_no_file() {
        keep(folder, Registry.EMPTY);

        assertThat(folder).isEmptyDirectory();
        assertThat(new RememberedRegistry(folder).read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "roof",
                "roof {}",
                "ROOF {}",
                " {}",
                "roof {\"schema\":9}",
                "reader/roof {}",
                "reader/ROOF {}",
                "group/roof {}",
                "panel/roof {}",
                "\u0000"
            })
    void a_file_that_is_broken_is_not_believed(String text) throws Exception {
        Files.writeString(folder.resolve("registry"), text + "\n");

        assertThat(new RememberedRegistry(folder).read()).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_stops_nothing() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        keep(file, new Registry(Map.of("meter/roof", MeterEntry.first(Map.of(), Optional.empty())), Map.of()));

        assertThat(new RememberedRegistry(file).read()).isEmpty();
    }

    @Test
    void of_many_changes_at_once_the_last_is_kept() {
        try (RememberedRegistry remembered = new RememberedRegistry(folder)) {
            for (int i = 1; i <= 100; i++) {
                remembered.keep(
                        new Registry(Map.of("meter/m" + i, MeterEntry.first(Map.of(), Optional.empty())), Map.of()));
            }
        }

        assertThat(new RememberedRegistry(folder).read())
                .hasValueSatisfying(kept -> assertThat(kept.byKey()).containsOnlyKeys("meter/m100"));
    }

    private static void keep(Path folder, Registry registry) {
        try (RememberedRegistry remembered = new RememberedRegistry(folder)) {
            remembered.keep(registry);
        }
    }
}
