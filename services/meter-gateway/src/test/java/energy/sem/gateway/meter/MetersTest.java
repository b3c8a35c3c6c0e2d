package energy.sem.gateway.meter;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetersTest {

    @Test
    void meters_are_listed_by_name() {
        Meters meters = Meters.of(settings(Map.of("roof", pushed("k1"), "home", one("tcp://h:1", null, null))));

        assertThat(meters.all()).extracting(Meter::name).containsExactly("home", "roof");
        assertThat(meters.named("cellar")).isEmpty();
    }

    @Test
    void the_serial_of_a_source_without_serials_is_by_default_the_meters_name() {
        Meters meters = Meters.of(settings(Map.of("a", pushed("k1"), "b", one("push", "k2", "1SEM9"))));

        assertThat(meters.named("a").orElseThrow().serial()).isEqualTo("a");
        assertThat(meters.named("b").orElseThrow().serial()).isEqualTo("1SEM9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Home", "a-b", "a.b", "123456789012345678901234567890123", "hüis"})
    void a_bad_name_is_refused(String name) {
        refused(Map.of(name, pushed("k")), "sem.meters." + name, "1 to 32 lower-case letters and digits");
    }

    @Test
    void a_meter_without_a_source_is_refused() {
        refused(Map.of("home", one(null, "k", null)), "sem.meters.home.source", "missing");
    }

    @Test
    void a_malformed_source_is_refused() {
        refused(Map.of("home", one("tcp://h", "k", null)), "sem.meters.home.source", "tcp://host:port");
    }

    @Test
    void a_pushed_meter_without_a_key_is_refused() {
        refused(Map.of("home", one("push", " ", null)), "sem.meters.home.api-key", "key");
    }

    @Test
    void two_meters_with_one_key_are_refused_and_the_key_is_not_told() {
        Map<String, MeterSettings.One> two = Map.of("a", pushed("topsecret"), "b", pushed("topsecret"));

        refused(two, "meters a and b", "same key");
        assertThatThrownBy(() -> Meters.of(settings(two))).message().doesNotContain("topsecret");
    }

    @Test
    void a_meter_in_words_does_not_tell_its_key() {
        assertThat(Meters.of(settings(Map.of("a", pushed("topsecret")))).all().toString())
                .doesNotContain("topsecret");
    }

    private static void refused(Map<String, MeterSettings.One> meters, String setting, String reason) {
        assertThatThrownBy(() -> Meters.of(settings(meters)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }

    private static MeterSettings settings(Map<String, MeterSettings.One> meters) {
        return () -> meters;
    }

    private static MeterSettings.One pushed(String key) {
        return one("push", key, null);
    }

    private static MeterSettings.One one(String source, String key, String serial) {
        return new MeterSettings.One() {
            @Override
            public Optional<String> source() {
                return Optional.ofNullable(source);
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<String> serial() {
                return Optional.ofNullable(serial);
            }

            @Override
            public Optional<String> decryptionKey() {
                return Optional.empty();
            }

            @Override
            public Optional<String> publishEvery() {
                return Optional.empty();
            }
        };
    }
}
