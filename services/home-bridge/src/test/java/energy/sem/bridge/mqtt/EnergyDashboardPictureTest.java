package energy.sem.bridge.mqtt;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import energy.sem.bridge.Readings;
import energy.sem.bridge.homeassistant.Announcement;
import energy.sem.bridge.homeassistant.Discovery;
import energy.sem.bridge.live.MeterState;
import energy.sem.bridge.value.Snapshot;
import energy.sem.event.MBusReading;

import static org.assertj.core.api.Assertions.assertThat;

/** The picture of docs/home-assistant.md has the names that discovery sends. */
class EnergyDashboardPictureTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:15:03Z");

    @Test
    void the_picture_in_docs_is_drawn_from_the_messages_that_are_sent() throws Exception {
        String drawn = EnergyDashboardPicture.of(messages());
        Path committed = Path.of("../../docs/pictures/home-assistant-energy.svg");
        if (Boolean.getBoolean("sem.docs.update")) {
            Files.writeString(committed, drawn);
        }
        assertThat(drawn)
                .as("docs/pictures/home-assistant-energy.svg; -Dsem.docs.update=true draws it")
                .isEqualTo(Files.readString(committed));
    }

    @Test
    void each_value_that_the_page_names_for_the_dashboard_is_on_it() throws Exception {
        assertThat(EnergyDashboardPicture.of(messages()))
                .contains("Energy from the grid, kWh", "Energy to the grid, kWh", "Power, W", "Cost today, EUR")
                .contains("SEM home gas", "Gas, m³", "SEM home water", "Water, m³");
    }

    private static List<Announcement> messages() {
        List<MBusReading> behind = List.of(
                new MBusReading(1, MBusReading.Kind.GAS, "7SEM0000000001", AT, 112_384L, null, null),
                new MBusReading(2, MBusReading.Kind.WATER, "8SEM0000000001", AT, 872_234L, null, null));
        Snapshot snapshot = new Snapshot(
                new MeterState(Readings.event("home", AT, 1_234_567, behind), AT, Duration.ofSeconds(1)), null);
        Discovery discovery = new Discovery("homeassistant", "sem", "1.4.0");
        List<Announcement> all = new ArrayList<>();
        all.add(discovery.device(MeterDevices.electricity(snapshot, DiscoveryTest.keys(), List.of()), 60, Map.of()));
        MeterDevices.behind(snapshot, behind).forEach(each -> all.add(discovery.device(each, 60, Map.of())));
        return all;
    }
}
