package energy.sem.bridge.mqtt;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jboss.logging.Logger;

import energy.sem.bridge.live.ConfiguredMeters;
import energy.sem.bridge.live.LiveMeters;
import energy.sem.bridge.live.MeterState;

/** What publishes each meter: those that are heard, and those of which the broker keeps something. Not thread-safe. */
final class Publishers {
    private static final Logger LOG = Logger.getLogger(Publishers.class);

    private final LiveMeters live;
    private final ConfiguredMeters configured;
    private final Announced announced;
    private final Function<String, MeterPublisher> make;
    private final Map<String, MeterPublisher> byMeter = new TreeMap<>();

    Publishers(
            LiveMeters live, ConfiguredMeters configured, Announced announced, Function<String, MeterPublisher> make) {
        this.live = live;
        this.configured = configured;
        this.announced = announced;
        this.make = make;
    }

    /** That of a meter, made at the first call. */
    MeterPublisher of(String meter) {
        return byMeter.computeIfAbsent(meter, make);
    }

    /** The broker may have forgotten everything: what holds is said again. */
    void startOver(Instant now) {
        for (MeterState each : live.all()) {
            of(each.meter());
        }
        // Those of an earlier run that are not heard: the broker may still say that they are online.
        announced.meters().forEach(this::of);
        byMeter.values().forEach(each -> each.startOver(now));
    }

    /** Says which meters have fallen silent. */
    void look(Instant now) {
        byMeter.values().forEach(each -> each.look(now));
    }

    /** Takes back what the broker keeps of meters that are neither heard nor configured. */
    void takeBackGone(Instant now) {
        byMeter.entrySet().removeIf(each -> {
            boolean gone = !each.getValue().isHeard(now) && configured.isGone(each.getKey());
            if (gone) {
                LOG.infof(
                        "no meter %s is configured any more: what the broker keeps of it is taken back", each.getKey());
                each.getValue().takeBack();
            }
            return gone;
        });
    }
}
