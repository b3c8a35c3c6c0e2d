package energy.sem.bridge.mqtt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.Readings;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.value.Snapshot;
import energy.sem.event.MBusReading;
import energy.sem.event.TelegramEvent;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceLimitTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:00Z");

    private final DeviceLimit limit = new DeviceLimit("home", Set.of());

    @Test
    void a_device_with_the_electricity_meters_serial_number_is_left_out() {
        assertThat(published(gas(Readings.SERIAL), gas(Readings.GAS))).containsExactly(Readings.GAS);
    }

    @Test
    void of_two_kinds_with_one_serial_number_the_first_stays_in_whatever_order_they_come() {
        MBusReading gas = gas("7SEM");
        MBusReading water = new MBusReading(2, MBusReading.Kind.WATER, "7SEM", AT, 2L, null, null);

        assertThat(limit.of(snapshot(gas, water))).containsExactly(gas);
        assertThat(limit.of(snapshot(water, gas))).containsExactly(gas);
    }

    @Test
    void serial_numbers_that_are_made_up_one_after_the_other_are_left_out_after_some() {
        for (int i = 0; i < 100; i++) {
            boolean some = i < DeviceLimit.MOST;
            assertThat(published(gas("MADE-UP-" + i))).hasSize(some ? 1 : 0);
        }
        assertThat(published(gas("MADE-UP-0"))).hasSize(1);
    }

    @Test
    void those_of_earlier_runs_count() {
        List<String> topics = new ArrayList<>(List.of("availability", "registers", "cost/today"));
        for (int i = 0; i < DeviceLimit.MOST; i++) {
            topics.add("registers/OLD-" + i);
        }
        DeviceLimit later = new DeviceLimit("home", Set.copyOf(topics));

        assertThat(later.of(snapshot(gas("NEW")))).isEmpty();
        assertThat(later.of(snapshot(gas("OLD-3")))).hasSize(1);
    }

    @Test
    void what_has_no_serial_number_is_left_out() {
        assertThat(limit.of(snapshot(gas(null), gas(" ")))).isEmpty();
    }

    private List<String> published(MBusReading... devices) {
        return limit.of(snapshot(devices)).stream().map(MBusReading::serial).toList();
    }

    private static MBusReading gas(String serial) {
        return new MBusReading(1, MBusReading.Kind.GAS, serial, AT, 1L, null, null);
    }

    private static Snapshot snapshot(MBusReading... devices) {
        TelegramEvent event = Readings.event("home", AT, 1000, List.of(devices));
        return new Snapshot(new MeterState(event, AT, null), null);
    }
}
