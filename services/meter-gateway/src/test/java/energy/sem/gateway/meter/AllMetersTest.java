package energy.sem.gateway.meter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.registry.MeterEntry;
import energy.sem.registry.KeptKey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which meter a key opens, as meters of the registry come and go beside those of the environment. */
class AllMetersTest {
    private static final Instant NOW = Instant.parse("2026-11-30T20:00:00Z");
    private static final MeterMaker MAKER = new MeterMaker(Optional.empty());

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final AllMeters meters = new AllMeters(
            Meters.of(() -> Map.of("home", MetersTest.pushed("key of home")), Optional.empty()), new Clock() {
                @Override
                public Instant instant() {
                    return now.get();
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            });

    @Test
    void a_key_opens_its_own_meter_from_when_it_is_registered_until_it_is_removed() {
        assertThat(opened("key of roof")).isEmpty();

        meters.registered(List.of(meter("roof", "key of roof"), meter("shop", "key of shop")));
        assertThat(opened("key of roof")).contains("roof");
        assertThat(opened("key of shop")).contains("shop");
        assertThat(opened("key of home")).contains("home");
        assertThat(meters.all()).extracting(Meter::name).containsExactly("home", "roof", "shop");

        meters.registered(List.of(meter("shop", "key of shop")));
        assertThat(opened("key of roof")).isEmpty();
        assertThat(opened("key of shop")).contains("shop");
        assertThat(meters.all()).extracting(Meter::name).containsExactly("home", "shop");
    }

    @Test
    void until_the_registry_is_known_nobody_can_say_that_a_key_is_wrong() {
        assertThat(meters.isRegistryKnown()).isFalse();

        meters.registered(List.of());
        assertThat(meters.isRegistryKnown()).isFalse();

        meters.registryIsKnown();
        assertThat(meters.isRegistryKnown()).isTrue();
        assertThat(opened("key of home")).contains("home");
    }

    @Test
    void the_environment_wins() {
        meters.registered(List.of(meter("home", "another key")));

        assertThat(opened("another key")).isEmpty();
        assertThat(opened("key of home")).contains("home");
        assertThat(meters.isOfEnvironment("home")).isTrue();
        assertThat(meters.isOfEnvironment("roof")).isFalse();
    }

    @Test
    void both_keys_open_while_one_is_rotated_and_then_the_new_one_alone() {
        MeterEntry first = MeterEntry.first(Map.of(), Optional.of(KeptKey.always("old")));
        meters.registered(List.of(MAKER.ofEntry("roof", first)));
        meters.registered(List.of(MAKER.ofEntry("roof", first.rotated("new", NOW, Duration.ofHours(1)))));

        assertThat(opened("old")).contains("roof");
        assertThat(opened("new")).contains("roof");

        now.set(NOW.plusSeconds(3600));
        assertThat(opened("old")).isEmpty();
        assertThat(opened("new")).contains("roof");
    }

    @Test
    void a_key_that_two_entries_have_opens_the_first_one_and_stays_with_it() {
        meters.registered(List.of(meter("roof", "same")));
        meters.registered(List.of(meter("attic", "same"), meter("roof", "same")));
        assertThat(opened("same")).contains("roof");

        meters.registered(List.of(meter("roof", "same")));
        assertThat(opened("same")).contains("roof");
    }

    @Test
    void ten_thousand_come_and_half_of_them_go() {
        List<Meter> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(meter("m" + i, "key " + i));
        }
        meters.registered(all);
        meters.registered(all.subList(0, 5_000));

        assertThat(opened("key 4999")).contains("m4999");
        assertThat(opened("key 5000")).isEmpty();
        assertThat(meters.all()).hasSize(5_001);
    }

    @ParameterizedTest
    @CsvSource({
        "source,        nonsense://x,     source: ",
        "source,        tcp://,           source: ",
        "publish-every, PT0.5S,           publish-every: ",
        "publish-every, often,            publish-every: ",
        "time,          yesterday,        time: ",
        "current-ratio, 0,                current-ratio: ",
        "voltage-ratio, -1,               voltage-ratio: ",
    })
    void an_entry_with_a_setting_that_is_none_is_told_by_its_name(String setting, String value, String words) {
        assertThatThrownBy(() -> MAKER.ofEntry("roof", MeterEntry.first(Map.of(setting, value), Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(words);
    }

    @Test
    void an_entry_has_the_settings_that_it_says_and_those_of_all_for_the_rest() {
        MeterMaker every = new MeterMaker(Optional.of("PT30S"));
        Meter plain = every.ofEntry("roof", MeterEntry.first(Map.of("colour", "red"), Optional.empty()));
        Meter said = every.ofEntry(
                "shop",
                MeterEntry.first(
                        Map.of("source", "tcp://h:1", "serial", "S1", "publish-every", "PT10S", "current-ratio", "40"),
                        Optional.empty()));

        assertThat(plain.sourceUrl()).isEqualTo("push");
        assertThat(plain.source()).isEmpty();
        assertThat(plain.serial()).isEqualTo("roof");
        assertThat(plain.publishEvery()).contains(Duration.ofSeconds(30));
        assertThat(said.source()).isPresent();
        assertThat(said.serial()).isEqualTo("S1");
        assertThat(said.publishEvery()).contains(Duration.ofSeconds(10));
        assertThat(said.transformers().wholeTimes()).isEqualTo(40);
    }

    private Optional<String> opened(String key) {
        return meters.openedBy(key).map(Meter::name);
    }

    private static Meter meter(String name, String key) {
        return MAKER.ofEntry(name, MeterEntry.first(Map.of(), Optional.of(KeptKey.always(key))));
    }
}
