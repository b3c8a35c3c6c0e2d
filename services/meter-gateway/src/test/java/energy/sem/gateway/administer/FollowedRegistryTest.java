package energy.sem.gateway.administer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.registry.GroupEntry;
import energy.sem.registry.KeptKey;
import energy.sem.registry.MeterEntry;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.Registry;
import energy.sem.sharing.SharingKey;

import static org.assertj.core.api.Assertions.assertThat;

class FollowedRegistryTest {
    private static final MeterEntry KNOWN = entry("push");
    private static final ReaderEntry ELS = ReaderEntry.first(ReaderEntry.Opens.ALL, KeptKey.always("of els"));
    private static final GroupEntry STREET = new GroupEntry(7, SharingKey.of("relative", List.of("roof"), Map.of()));
    private static final MeterEntry FASTER = entry("tcp://h:1");

    @Test
    void of_a_registry_that_was_lost_is_written_what_nobody_else_wrote_meanwhile() {
        Registry known = new Registry(Map.of("meter/roof", KNOWN, "meter/shed", KNOWN, "reader/els", ELS), Map.of());

        assertThat(FollowedRegistry.missing(known, Registry.EMPTY))
                .isEqualTo(Map.of(
                        "meter/roof", Optional.of(KNOWN),
                        "meter/shed", Optional.of(KNOWN),
                        "reader/els", Optional.of(ELS)));
        assertThat(FollowedRegistry.missing(
                        known, new Registry(Map.of("meter/attic", FASTER, "meter/shed", FASTER), Map.of())))
                .isEqualTo(Map.of("meter/roof", Optional.of(KNOWN), "reader/els", Optional.of(ELS)));
        assertThat(FollowedRegistry.missing(known, known)).isEmpty();
    }

    @Test
    void what_is_there_in_an_older_version_is_written_too_and_what_cannot_be_read_is_left() {
        ReaderEntry rotated = ELS.rotated("new", Instant.EPOCH, Duration.ZERO);

        assertThat(FollowedRegistry.missing(ofEls(rotated), ofEls(ELS)))
                .isEqualTo(Map.of("reader/els", Optional.of(rotated)));
        assertThat(FollowedRegistry.missing(ofEls(ELS), ofEls(rotated))).isEmpty();
        assertThat(FollowedRegistry.missing(ofEls(ELS), new Registry(Map.of(), Map.of("reader/els", "it is not JSON"))))
                .isEmpty();
    }

    @Test
    void readers_and_groups_that_are_written_anew_are_told_by_name_and_version() {
        assertThat(FollowedRegistry.whoReads(Map.of(
                        "meter/roof", Optional.of(KNOWN),
                        "reader/els", Optional.of(ELS),
                        "reader/eva", Optional.of(ELS.with(ReaderEntry.Opens.ALL)),
                        "group/street", Optional.of(STREET))))
                .contains("group/street (version 7), reader/els (version 1), reader/eva (version 2)");
        assertThat(FollowedRegistry.whoReads(Map.of("meter/roof", Optional.of(KNOWN))))
                .isEmpty();
    }

    private static Registry ofEls(ReaderEntry entry) {
        return new Registry(Map.of("reader/els", entry), Map.of());
    }

    private static MeterEntry entry(String source) {
        return MeterEntry.first(Map.of("source", source), Optional.empty());
    }
}
