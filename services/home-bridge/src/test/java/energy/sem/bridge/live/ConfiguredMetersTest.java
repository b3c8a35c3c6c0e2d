package energy.sem.bridge.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredMetersTest {
    private Instant now = Instant.parse("2026-11-22T10:15:00Z");
    private final InstantSource source = () -> now;
    private final ConfiguredMeters meters = new ConfiguredMeters(source.withZone(ZoneOffset.UTC));

    @Test
    void a_meter_that_is_not_reported_for_six_hours_while_others_are_is_gone() {
        meters.reported("home");
        report("house", ConfiguredMeters.GONE_AFTER.minusSeconds(30));
        assertThat(meters.isGone("home")).isFalse();

        report("house", Duration.ofSeconds(30));

        assertThat(meters.isGone("home")).isTrue();
        assertThat(meters.isGone("of an earlier run")).isTrue();
        assertThat(meters.isGone("house")).isFalse();
    }

    @Test
    void while_no_gateway_reports_anything_no_meter_is_gone() {
        assertThat(meters.isGone("home")).isFalse();
        meters.reported("home");

        now = now.plus(Duration.ofDays(30));

        assertThat(meters.isGone("home")).isFalse();
        meters.reported("house");
        assertThat(meters.isGone("home")).as("the gateway has just come back").isFalse();
    }

    @Test
    void a_meter_that_was_removed_is_gone_at_once_until_it_is_reported_again() {
        meters.reported("home");
        meters.removed("home");
        assertThat(meters.isGone("home")).isTrue();
        assertThat(meters.isRemoved("house")).isFalse();

        now = now.plus(ConfiguredMeters.LONGEST_GAP.multipliedBy(2));
        assertThat(meters.isGone("home")).as("it was the only one").isTrue();

        meters.reported("home");
        assertThat(meters.isGone("home")).isFalse();
        assertThat(meters.isRemoved("home")).isFalse();
    }

    private void report(String meter, Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(30);
            meters.reported(meter);
        }
    }
}
