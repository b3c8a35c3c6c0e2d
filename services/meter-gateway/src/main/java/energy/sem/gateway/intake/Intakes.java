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
import energy.sem.gateway.publish.LiveTopic;
import energy.sem.gateway.publish.Outbox;
import energy.sem.gateway.publish.RejectedFrames;
import energy.sem.gateway.relay.Relays;

/** The intake of each configured meter. */
@Singleton
public class Intakes {
    private final Map<String, Intake> byMeter = new TreeMap<>();
    private final GatewayTime time;

    Intakes(
            Meters meters,
            @ConfigProperty(name = "sem.time-zone", defaultValue = "Europe/Brussels") ZoneId zone,
            Outbox outbox,
            LiveTopic liveTopic,
            RejectedFrames rejectedFrames,
            Relays relays,
            @ConfigProperty(name = "sem.backlog.folder", defaultValue = ".sem/backlog") Path folder) {
        time = GatewayTime.ofHost(folder);
        for (Meter meter : meters.all()) {
            ClockMemory memory = ClockMemory.of(folder, meter.name());
            byMeter.put(
                    meter.name(),
                    new Intake(
                            meter, zone, time, memory, outbox, liveTopic::publish, rejectedFrames, relays.of(meter)));
        }
    }

    /** The intake of a configured meter. */
    public Intake of(Meter meter) {
        return byMeter.get(meter.name());
    }

    /** This computer's clocks. */
    GatewayTime time() {
        return time;
    }

    /** All of them, by the meters' names. */
    public Collection<Intake> all() {
        return byMeter.values();
    }
}
