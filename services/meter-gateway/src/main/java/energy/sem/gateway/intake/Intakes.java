package energy.sem.gateway.intake;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.meter.Meters;
import energy.sem.gateway.publish.Outbox;
import energy.sem.gateway.publish.RejectedFrames;
import energy.sem.gateway.relay.Relays;

/** The intake of each configured meter. */
@Singleton
public class Intakes {
    private final Map<String, Intake> byMeter = new TreeMap<>();

    Intakes(
            Meters meters,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone,
            Outbox outbox,
            RejectedFrames rejectedFrames,
            Relays relays,
            @ConfigProperty(name = "sem.backlog.folder", defaultValue = ".sem/backlog") Path folder) {
        GatewayTime time = GatewayTime.ofHost();
        for (Meter meter : meters.all()) {
            ClockMemory memory = ClockMemory.of(folder, meter.name());
            byMeter.put(meter.name(), new Intake(meter, zone, time, memory, outbox, rejectedFrames, relays.of(meter)));
        }
    }

    /** The intake of a configured meter. */
    public Intake of(Meter meter) {
        return byMeter.get(meter.name());
    }

    /** All of them, by the meters' names. */
    public Collection<Intake> all() {
        return byMeter.values();
    }
}
