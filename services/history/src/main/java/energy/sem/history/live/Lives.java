package energy.sem.history.live;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;

/** Each meter's newest reading, wherever it is known from first: Kafka, or the tables after a start. */
@ApplicationScoped
public class Lives {
    private final Newest newest;
    private final Stored stored;

    Lives(Newest newest, Stored stored) {
        this.newest = newest;
        this.stored = stored;
    }

    /** The newest reading of a meter; empty when it has none or there is no such meter. */
    public Optional<Live> newest(String meter) {
        Optional<Live> live = newest.of(meter);
        return live.isPresent() ? live : stored.reading(meter).map(Live::first);
    }

    /** Each newer one as it comes; who cannot follow misses all but the last. */
    public Multi<Live> updates(String meter) {
        return newest.updates(meter);
    }
}
