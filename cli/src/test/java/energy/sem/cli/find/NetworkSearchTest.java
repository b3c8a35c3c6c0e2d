package energy.sem.cli.find;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;

import org.junit.jupiter.api.Test;

import energy.sem.cli.meter.MeterSources;
import energy.sem.source.Announced;
import energy.sem.source.find.FoundMeter;
import energy.sem.source.find.NetworkSearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Devices that announce themselves on loopback are found. */
class NetworkSearchTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void what_announces_itself_is_found_with_the_line_to_type() throws Exception {
        try (JmDNS devices = JmDNS.create(LOOPBACK)) {
            devices.registerService(
                    ServiceInfo.create("_hwenergy._tcp.local.", "p1meter-000001", 80, 0, 0, homeWizard("HWE-P1", "1")));
            devices.registerService(ServiceInfo.create(
                    "_hwenergy._tcp.local.", "energysocket-000002", 80, 0, 0, homeWizard("HWE-SKT", "1")));
            devices.registerService(ServiceInfo.create(
                    "_esphomelib._tcp.local.", "slimmelezer", 6053, 0, 0, Map.of("project_name", "a.reader")));

            List<Announced> found = NetworkSearch.of(
                            List.of(LOOPBACK), MeterSources.known().serviceTypes())
                    .search(Duration.ofSeconds(10));

            assertThat(found)
                    .extracting(Announced::name)
                    .contains("p1meter-000001", "energysocket-000002", "slimmelezer");
            assertThat(FoundText.lines(FoundMeter.of(found, MeterSources.known())))
                    .containsSubsequence(
                            "p1meter-000001 at 127.0.0.1: a HomeWizard P1 meter, by its API v1",
                            "    ./sem up --meter home=homewizard://127.0.0.1")
                    .contains("slimmelezer at 127.0.0.1: an ESPHome device (a.reader)")
                    .noneMatch(line -> line.contains("energysocket"));
        }
    }

    @Test
    void a_machine_without_a_network_says_so() {
        assertThatThrownBy(() -> NetworkSearch.of(List.of(), Set.of("_x._tcp")).search(Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("this machine is in no network");
    }

    @Test
    void what_a_device_says_of_itself_cannot_control_the_terminal() {
        Announced device = new Announced(
                "_esphomelib._tcp", "a\u001b[2Jb", "192.168.1.9", 6053, Map.of("project_name", "x\ny\u0007\u202ez"));

        assertThat(FoundText.lines(FoundMeter.of(List.of(device), MeterSources.known())))
                .contains("a?[2Jb at 192.168.1.9: an ESPHome device (x?y??z)")
                .allMatch(line -> line.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void a_device_of_v2_is_paired_first_and_one_whose_api_is_off_is_switched_on_first() {
        assertThat(FoundText.lines(FoundMeter.of(
                        List.of(device("_homewizard._tcp", "1"), device("_hwenergy._tcp", "0")), MeterSources.known())))
                .contains(
                        "    ./sem pair homewizard 192.168.1.8",
                        "    switch on its local API in the HomeWizard app",
                        "    ./sem up --meter home=homewizard://192.168.1.8");
    }

    private static Announced device(String type, String enabled) {
        return new Announced(type, "p1meter-000001", "192.168.1.8", 80, homeWizard("HWE-P1", enabled));
    }

    private static Map<String, String> homeWizard(String product, String enabled) {
        return Map.of(
                "api_enabled", enabled,
                "path", "/api/v1",
                "serial", "5c2faf000001",
                "product_name", "P1 Meter",
                "product_type", product);
    }
}
