package energy.sem.gateway.meter;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static energy.sem.gateway.clock.TimeChoice.ARRIVAL;
import static energy.sem.gateway.clock.TimeChoice.AUTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MetersTest {
    /** As {@code ./sem pair homewizard} gives it; a source that ends with {@code #token} is given it. */
    private static final String TOKEN =
            "0123456789ABCDEF0123456789ABCDEF id=appliance/p1dongle/5c2faf000001 key=sha256/" + "A".repeat(43) + "=";

    @Test
    void a_homewizard_may_have_a_token_and_a_source_that_takes_none_is_refused_with_one() {
        Meter paired = meters(settings(Map.of("a", one("homewizard://h#token", null, null))))
                .named("a")
                .orElseThrow();

        assertThat(paired.toString()).doesNotContain("0123456789ABCDEF");
        refused(Map.of("a", one("tcp://h:1#token", null, null)), "sem.meters.a.source", "tcp takes no token");
    }

    @Test
    void meters_are_listed_by_name() {
        Meters meters = meters(settings(Map.of("roof", pushed("k1"), "home", one("tcp://h:1", null, null))));

        assertThat(meters.all()).extracting(Meter::name).containsExactly("home", "roof");
        assertThat(meters.named("cellar")).isEmpty();
    }

    @Test
    void the_serial_of_a_source_without_serials_is_by_default_the_meters_name() {
        Meters meters = meters(settings(Map.of("a", pushed("k1"), "b", one("push", "k2", "1SEM9"))));

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
        assertThatThrownBy(() -> meters(settings(two))).message().doesNotContain("topsecret");
    }

    @Test
    void a_meter_may_be_encrypted_publish_seldom_and_pass_its_telegrams_on() {
        Meter meter = meters(
                        settings(Map.of("a", one("push", "k", null, "PT5M", "8088", "00112233 " + "AB".repeat(12)))))
                .named("a")
                .orElseThrow();

        assertThat(meter.publishEvery()).hasValue(Duration.ofMinutes(5));
        assertThat(meter.relayPort()).hasValue(8088);
        assertThat(meter.decryptionKey()).hasValue("00112233" + "AB".repeat(12));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://host:23, , true",
        "homewizard://host, , true",
        "mqtt://broker/topic, , true",
        "tcp://host:23, 8088, false",
        "serial:/dev/serial/by-id/x, , false",
        "serial:auto, , false",
        "push, , false"
    })
    void any_gateway_may_read_what_is_in_the_network_unless_its_telegrams_are_passed_on(
            String source, String relayPort, boolean shareable) {
        Meter meter = meters(settings(Map.of("a", one(source, "k", null, null, relayPort, null))))
                .named("a")
                .orElseThrow();

        assertThat(meter.isShareable()).isEqualTo(shareable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topsecret", "00112233445566778899AABBCCDDEE", "00112233445566778899AABBCCDDEEFG"})
    void a_malformed_decryption_key_is_refused_and_not_told(String key) {
        Map<String, MeterSettings.One> meters = Map.of("a", one("push", "k", null, null, null, key));

        refused(meters, "sem.meters.a.decryption-key", "32 hex digits");
        assertThatThrownBy(() -> meters(settings(meters))).message().doesNotContain(key);
    }

    @Test
    void an_encrypted_meter_may_have_an_authentication_key_too() {
        String hex = "0011".repeat(8);
        Meter meter = meters(settings(
                        Map.of("a", one("push", "k", null, null, null, hex, " AB".repeat(16), null, null, null))))
                .named("a")
                .orElseThrow();

        assertThat(meter.authenticationKey()).hasValue("AB".repeat(16));
        assertThat(meter.toString()).doesNotContain("ABAB");
        refused(
                Map.of("a", one("push", "k", null, null, null, hex, "topsecret", null, null, null)),
                "sem.meters.a.authentication-key",
                "hex");
        refused(
                Map.of("a", one("push", "k", null, null, null, null, hex, null, null, null)),
                "sem.meters.a.decryption-key is missing",
                "authentication key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M1S", "PT0S", "PT0.5S", "PT1.5S", "PT-1S", "P1D", "5m", "10"})
    void publishing_not_at_all_or_too_seldom_is_refused(String every) {
        refused(Map.of("a", one("push", "k", null, every, null, null)), "sem.meters.a.publish-every", every);
    }

    @Test
    void a_meter_that_does_not_say_how_seldom_it_is_published_is_as_all_are() {
        Map<String, MeterSettings.One> two =
                Map.of("a", one("push", "k1", null), "b", one("push", "k2", null, "PT1S", null, null));

        assertThat(Meters.of(settings(two), Optional.of("PT10S")).all())
                .extracting(meter -> meter.publishEvery().orElseThrow())
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M1S", "PT0S", "10"})
    void publishing_all_not_at_all_or_too_seldom_is_refused(String every) {
        assertThatThrownBy(() -> Meters.of(settings(Map.of()), Optional.of(every)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sem.publish-every: \"" + every + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "99999999999", "-1", "http"})
    void what_is_no_port_is_refused(String port) {
        refused(Map.of("a", one("push", "k", null, null, port, null)), "sem.meters.a.relay-port", port);
    }

    @Test
    void two_meters_cannot_be_passed_on_at_one_port() {
        refused(
                Map.of(
                        "a",
                        one("push", "k1", null, null, "8088", null),
                        "b",
                        one("push", "k2", null, null, "8088", null)),
                "meters a and b",
                "same port");
    }

    @Test
    void the_time_is_found_out_unless_it_is_said_whose_clock_counts() {
        Map<String, MeterSettings.One> both =
                Map.of("a", pushed("k1"), "b", one("push", "k2", null, null, null, null, null, "arrival", null, null));

        assertThat(meters(settings(both)).all()).extracting(Meter::time).containsExactly(AUTO, ARRIVAL);
        refused(
                Map.of("a", one("push", "k", null, null, null, null, null, "mine", null, null)),
                "sem.meters.a.time",
                "auto");
    }

    @ParameterizedTest
    @CsvSource({
        "40, 40, 1",
        "200/5, 200, 5",
        "1.5, 1.5, 1",
        "1, 1, 1",
        "10000, 10000, 1",
        "20000/110, 20000, 110",
        "600/0.5, 600, 0.5"
    })
    void transformers_have_a_ratio_as_on_their_plate(String ratio, BigDecimal primary, BigDecimal secondary) {
        MeterSettings.One one = one("push", "k", null, null, null, null, null, null, ratio, ratio);

        assertThat(meters(settings(Map.of("a", one))).named("a").orElseThrow().transformers())
                .isEqualTo(new Transformers(new Ratio(primary, secondary), new Ratio(primary, secondary)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "0.5", "5/200", "-40", "40:1", "200/0", "1/0.00001", "10001", "forty", "1e3", "/5", "1,5"})
    void a_ratio_that_is_none_is_refused(String ratio) {
        refused(
                Map.of("a", one("push", "k", null, null, null, null, null, null, ratio, null)),
                "sem.meters.a.current-ratio",
                "200/5");
        refused(
                Map.of("a", one("push", "k", null, null, null, null, null, null, null, ratio)),
                "sem.meters.a.voltage-ratio",
                "10000/100");
    }

    @Test
    void a_meter_in_words_does_not_tell_its_key() {
        assertThat(meters(settings(Map.of("a", pushed("topsecret")))).all().toString())
                .doesNotContain("topsecret");
    }

    private static void refused(Map<String, MeterSettings.One> meters, String setting, String reason) {
        assertThatThrownBy(() -> meters(settings(meters)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(reason)
                .message()
                .doesNotContain("\n");
    }

    private static Meters meters(MeterSettings settings) {
        return Meters.of(settings, Optional.empty());
    }

    private static MeterSettings settings(Map<String, MeterSettings.One> meters) {
        return () -> meters;
    }

    static MeterSettings.One pushed(String key) {
        return one("push", key, null);
    }

    private static MeterSettings.One one(String source, String key, String serial) {
        return one(source, key, serial, null, null, null);
    }

    private static MeterSettings.One one(
            String source, String key, String serial, String publishEvery, String relayPort, String decryptionKey) {
        return one(source, key, serial, publishEvery, relayPort, decryptionKey, null, null, null, null);
    }

    private static MeterSettings.One one(
            String source,
            String key,
            String serial,
            String publishEvery,
            String relayPort,
            String decryptionKey,
            String authenticationKey,
            String time,
            String currentRatio,
            String voltageRatio) {
        return new MeterSettings.One() {
            @Override
            public Optional<String> source() {
                return Optional.ofNullable(source).map(url -> url.replace("#token", ""));
            }

            @Override
            public Optional<String> apiKey() {
                return Optional.ofNullable(key);
            }

            @Override
            public Optional<String> token() {
                return Optional.ofNullable(source)
                        .filter(url -> url.endsWith("#token"))
                        .map(url -> TOKEN);
            }

            @Override
            public Optional<String> caFile() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Optional<String> serial() {
                return Optional.ofNullable(serial);
            }

            @Override
            public Optional<String> decryptionKey() {
                return Optional.ofNullable(decryptionKey);
            }

            @Override
            public Optional<String> authenticationKey() {
                return Optional.ofNullable(authenticationKey);
            }

            @Override
            public Optional<String> publishEvery() {
                return Optional.ofNullable(publishEvery);
            }

            @Override
            public Optional<String> relayPort() {
                return Optional.ofNullable(relayPort);
            }

            @Override
            public Optional<String> connection() {
                return Optional.empty();
            }

            @Override
            public Optional<String> time() {
                return Optional.ofNullable(time);
            }

            @Override
            public Optional<String> currentRatio() {
                return Optional.ofNullable(currentRatio);
            }

            @Override
            public Optional<String> voltageRatio() {
                return Optional.ofNullable(voltageRatio);
            }
        };
    }
}
