package energy.sem.bridge.live;

import java.time.Clock;

import energy.sem.event.TelegramEvent;

/** Live meters to which a test offers events, as the reader of Kafka does. */
public final class OfferedMeters {
    public final LiveMeters meters;

    public OfferedMeters(Clock clock) {
        meters = new LiveMeters(clock);
    }

    /** The next event of the topic, which is its last for now. */
    public void offer(TelegramEvent event) {
        meters.offer(event);
        meters.tell();
    }
}
