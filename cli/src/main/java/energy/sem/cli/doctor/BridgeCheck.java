package energy.sem.cli.doctor;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import energy.sem.cli.process.Service;

/** Whether home-bridge, where it is on, reaches the broker that it publishes to. */
final class BridgeCheck implements Check {
    @Override
    public String name() {
        return "bridge";
    }

    @Override
    public List<Finding> look(Patient patient) throws IOException, InterruptedException {
        if (!patient.services().contains(Service.BRIDGE)) {
            return List.of(Finding.well("home-bridge is off: it has no broker and nobody to alarm"));
        }
        JsonNode mqtt = patient.json(Service.BRIDGE, "/api/v1/bridge").path("mqtt");
        if (mqtt.isMissingNode()) {
            return List.of(Finding.well("home-bridge publishes to no broker: SEM_MQTT_URL is not set"));
        }
        if (mqtt.hasNonNull("trouble")) {
            return List.of(Finding.fault(
                    mqtt.path("trouble").asText(),
                    "docs/home-assistant.md has what each of these means; the log: " + patient.log(Service.BRIDGE)));
        }
        return List.of(
                mqtt.path("connected").asBoolean()
                        ? Finding.well("the broker " + mqtt.path("address").asText() + " gets what meters say")
                        : Finding.unknown(
                                "home-bridge connects to "
                                        + mqtt.path("address").asText() + " at this moment",
                                ""));
    }
}
