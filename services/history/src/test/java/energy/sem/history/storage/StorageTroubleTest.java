package energy.sem.history.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import energy.sem.history.store.StorageFacts;

import static org.assertj.core.api.Assertions.assertThat;

class StorageTroubleTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant ROOM = NOW.plus(Duration.ofDays(3));
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    @Test
    void nothing_is_wrong_before_anything_is_known_and_when_all_is_well() {
        assertThat(StorageTrouble.of(StorageFacts.NONE, ZONE, NOW)).isEmpty();
        assertThat(StorageTrouble.of(new StorageFacts(0, ROOM, "Europe/Brussels"), ZONE, NOW))
                .isEmpty();
    }

    @Test
    void each_trouble_has_its_word() {
        assertThat(StorageTrouble.of(new StorageFacts(2, NOW, "Europe/London"), ZONE, NOW))
                .extracting(StorageTrouble::word)
                .containsExactly("kept-aside", "no-room", "other-zone");
    }
}
