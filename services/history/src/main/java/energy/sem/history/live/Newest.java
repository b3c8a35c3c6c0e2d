package energy.sem.history.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import energy.sem.event.EventJson;
import energy.sem.event.PlausiblePart;
import energy.sem.event.TelegramEvent;

/**
 * The newest plausible event of each meter since the start of this service. An event older than the newest (a backlog
 * that arrives late) changes nothing here, unless the newest is of a clock that was ahead. Thread-safe.
 */
@ApplicationScoped
public class Newest {
    private static final Logger LOG = Logger.getLogger(Newest.class);

    /** A meter's clock may be ahead by so much without more ado. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);

    private final Map<String, Live> byMeter = new ConcurrentHashMap<>();
    /** When meters were removed. */
    private final Map<String, Instant> removedAt = new ConcurrentHashMap<>();

    private final BroadcastProcessor<Live> updates = BroadcastProcessor.create();
    private final WhereItStopped whereItStopped;

    Newest(@Identifier("where-it-stopped") WhereItStopped whereItStopped) {
        this.whereItStopped = whereItStopped;
    }

    /** The newest event of a meter; empty until one has come. */
    public Optional<Live> of(String meter) {
        return Optional.ofNullable(byMeter.get(meter));
    }

    /** Each new newest event of a meter; who cannot follow misses all but the last. */
    public Multi<Live> updates(String meter) {
        return updates.filter(live -> live.event().meter().equals(meter))
                .onOverflow()
                .dropPreviousItems();
    }

    /** Each new newest event of any meter, in the thread that reads them: who looks does not wait. */
    Multi<Live> all() {
        return updates;
    }

    /** A meter was removed then: what was received before, and may still come, is nobody's newest. */
    void forget(String meter, Instant when) {
        removedAt.put(meter, when);
        byMeter.computeIfPresent(meter, (name, live) -> wasRemovedSince(live.event()) ? null : live);
    }

    @Incoming("telegrams")
    void on(ConsumerRecord<String, byte[]> record) {
        whereItStopped.heard(record);
        if (record.value() == null) {
            return;
        }
        try {
            PlausiblePart.of(EventJson.read(record.value())).ifPresent(this::offer);
        } catch (IOException e) {
            LOG.warnf("an event that cannot be read is passed over: %s", e.getMessage());
        }
    }

    // One thread reads the topic, so nothing comes between looking and putting.
    private void offer(TelegramEvent event) {
        Live old = byMeter.get(event.meter());
        boolean first = old == null || isOfTheFuture(old.event(), event);
        if (!first && !event.at().isAfter(old.event().at())) {
            return;
        }
        Live newest = first ? Live.first(event) : old.followedBy(event);
        byMeter.put(event.meter(), newest);
        if (wasRemovedSince(event)) {
            // Another thread hears of it.
            byMeter.remove(event.meter(), newest);
            return;
        }
        updates.onNext(newest);
    }

    private boolean wasRemovedSince(TelegramEvent event) {
        Instant removed = removedAt.get(event.meter());
        Instant received = event.receivedAt() == null ? event.at() : event.receivedAt();
        return removed != null && !received.isAfter(removed);
    }

    // The clock that the older one had was ahead and has been set right since.
    private static boolean isOfTheFuture(TelegramEvent old, TelegramEvent event) {
        return event.receivedAt() != null && old.at().isAfter(event.receivedAt().plus(CLOCK_TOLERANCE));
    }
}
