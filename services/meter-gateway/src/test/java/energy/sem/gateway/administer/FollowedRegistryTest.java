package energy.sem.gateway.administer;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import energy.sem.registry.KeptKey;
import energy.sem.registry.MeterEntry;
import energy.sem.registry.ReaderEntry;
import energy.sem.registry.Registry;

import static org.assertj.core.api.Assertions.assertThat;

class FollowedRegistryTest {
    private static final MeterEntry KNOWN = entry("push");
    private static final ReaderEntry ELS = ReaderEntry.first(ReaderEntry.Opens.ALL, KeptKey.always("of els"));
    private static final MeterEntry FASTER = entry("tcp://h:1");

    @Test
    void of_a_registry_that_was_lost_is_written_what_nobody_else_wrote_meanwhile() {
        Registry known = new Registry(Map.of("roof", KNOWN, "shed", KNOWN), Map.of("els", ELS), Map.of());

        assertThat(FollowedRegistry.missing(known, Registry.EMPTY))
                .isEqualTo(Map.of(
                        "meter/roof", Optional.of(KNOWN),
                        "meter/shed", Optional.of(KNOWN),
                        "reader/els", Optional.of(ELS)));
        assertThat(FollowedRegistry.missing(known, new Registry(Map.of("attic", FASTER, "shed", FASTER), Map.of(), Map.of())))
                .isEqualTo(Map.of("meter/roof", Optional.of(KNOWN), "reader/els", Optional.of(ELS)));
        assertThat(FollowedRegistry.missing(known, known)).isEmpty();
    }

    private static MeterEntry entry(String source) {
        return MeterEntry.first(Map.of("source", source), Optional.empty());
    }
}
