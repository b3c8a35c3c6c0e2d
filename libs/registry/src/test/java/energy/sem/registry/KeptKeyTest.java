package energy.sem.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** From when until when a key opens, and what rotating does to those before it. */
class KeptKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // from when and until when, in seconds from now; opens now, is over now
        "    ,     , true,  false",
        "   0,     , true,  false",
        " 299,     , true,  false",
        " 301,     , false, false",
        "-999,    1, true,  false",
        "-999,    0, false, true",
        "    ,   -1, false, true",
        " 301,  400, false, false",
    })
    void it_opens_from_its_beginning_to_its_end_and_clocks_may_differ_by_five_minutes(
            Long from, Long until, boolean opens, boolean over) {
        KeptKey key = new KeptKey(
                KeptKey.hash("x"),
                Optional.ofNullable(from).map(NOW::plusSeconds),
                Optional.ofNullable(until).map(NOW::plusSeconds));

        assertThat(key.opensAt(NOW)).isEqualTo(opens);
        assertThat(key.isOverAt(NOW)).isEqualTo(over);
    }

    @Test
    void a_new_key_opens_at_once_and_the_one_before_for_as_long_as_was_said() {
        MeterEntry entry =
                MeterEntry.first(Map.of(), Optional.of(KeptKey.always("one"))).rotated("two", NOW, Duration.ofHours(1));

        assertThat(entry.version()).isEqualTo(2);
        assertThat(opening(entry, NOW)).containsExactly(KeptKey.hash("one"), KeptKey.hash("two"));
        assertThat(opening(entry, NOW.plusSeconds(3599))).hasSize(2);
        assertThat(opening(entry, NOW.plusSeconds(3600))).containsExactly(KeptKey.hash("two"));
    }

    @Test
    void a_key_that_was_stolen_is_over_at_once_and_left_out() {
        MeterEntry entry =
                MeterEntry.first(Map.of(), Optional.of(KeptKey.always("one"))).rotated("two", NOW, Duration.ZERO);

        assertThat(entry.keys()).extracting(KeptKey::sha256).containsExactly(KeptKey.hash("two"));
    }

    @Test
    void rotating_again_shortens_and_never_lengthens() {
        MeterEntry entry = MeterEntry.first(Map.of(), Optional.of(KeptKey.always("one")))
                .rotated("two", NOW, Duration.ofHours(1))
                .rotated("three", NOW, Duration.ofDays(9));

        assertThat(opening(entry, NOW)).hasSize(3);
        assertThat(opening(entry, NOW.plusSeconds(3600))).containsExactly(KeptKey.hash("two"), KeptKey.hash("three"));
    }

    @Test
    void of_too_many_the_oldest_are_left_out() {
        MeterEntry entry = MeterEntry.first(Map.of(), Optional.of(KeptKey.always("0")));
        for (int i = 1; i <= 20; i++) {
            entry = entry.rotated(Integer.toString(i), NOW, Duration.ofDays(1));
        }

        assertThat(entry.keys())
                .hasSize(KeptKey.MOST)
                .last()
                .extracting(KeptKey::sha256)
                .isEqualTo(KeptKey.hash("20"));
    }

    @Test
    void made_keys_are_long_and_never_the_same() {
        assertThat(NewKey.random()).hasSize(24).matches("[A-Za-z2-9]+").isNotEqualTo(NewKey.random());
        assertThat(NewKey.forSensor()).hasSize(19);
    }

    private static List<String> opening(MeterEntry entry, Instant at) {
        return entry.keys().stream()
                .filter(key -> key.opensAt(at))
                .map(KeptKey::sha256)
                .toList();
    }
}
