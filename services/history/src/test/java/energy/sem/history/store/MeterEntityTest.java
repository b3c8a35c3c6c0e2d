package energy.sem.history.store;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeterEntityTest {
    @Test
    void devices_come_electricity_first_and_then_as_they_followed_each_other_whatever_their_ids() {
        MeterEntity meter = new MeterEntity();
        meter.name = "home";
        meter.devices = List.of(
                device(1, "gas", "7GAS", 100),
                device(2, "electricity", "1NEW", 900),
                device(3, "water", "8WATER", 50),
                device(4, "electricity", "1OLD", 100));

        assertThat(meter.toMeter().devices())
                .extracting(Device::serial)
                .containsExactly("1OLD", "1NEW", "7GAS", "8WATER");
    }

    private static DeviceEntity device(int id, String kind, String serial, long firstAt) {
        DeviceEntity device = new DeviceEntity();
        device.id = id;
        device.kind = kind;
        device.serial = serial;
        device.firstAt = firstAt;
        return device;
    }
}
