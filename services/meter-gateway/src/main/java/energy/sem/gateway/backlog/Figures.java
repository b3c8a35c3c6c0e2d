package energy.sem.gateway.backlog;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What of each meter waits, for those who only look: they wait neither for the disk nor for one another. Read by any
 * thread; written by one at a time, below the backlog's lock.
 */
final class Figures {
    private final Map<String, Waiting> byMeter = new ConcurrentHashMap<>();

    Waiting of(String meter) {
        return byMeter.getOrDefault(meter, Waiting.NONE);
    }

    /** Notes how much waits in a queue now. */
    void note(MeterQueue queue) {
        long dropped = of(queue.meter()).dropped();
        byMeter.put(queue.meter(), new Waiting(queue.length(), queue.bytes(), queue.oldestAt(), dropped));
    }

    /** Notes that so many more were lost. */
    void lost(String meter, long more) {
        Waiting before = of(meter);
        byMeter.put(meter, new Waiting(before.telegrams(), before.bytes(), before.oldestAt(), before.dropped() + more));
    }

    /** Forgets what waits, but not what was lost: the disk cannot be read. */
    void forget() {
        byMeter.replaceAll((meter, before) -> new Waiting(0, 0, null, before.dropped()));
    }
}
