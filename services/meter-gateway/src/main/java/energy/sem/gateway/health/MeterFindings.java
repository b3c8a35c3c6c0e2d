package energy.sem.gateway.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import energy.sem.event.Occurrence;
import energy.sem.event.TelegramEvent;
import energy.sem.gateway.clock.ClockState;

/** What is found of a meter that no telegram says: of its clock, and of its checksum. Thread-safe. */
public final class MeterFindings {
    private final String serialIfNone;
    private final ClockFinding clock = new ClockFinding();
    private final ChecksumFailures failures = new ChecksumFailures();

    /** @param serialIfNone stands for the serial number of a source that sends none */
    public MeterFindings(String serialIfNone) {
        this.serialIfNone = serialIfNone;
    }

    /** A frame was rejected. */
    public synchronized void rejected(Outcome cause, Instant at) {
        if (cause == Outcome.CRC) {
            failures.failed(at);
        }
    }

    /**
     * A valid telegram came: what was found.
     *
     * @param event what it became
     * @param ahead how far the meter's clock is, or null while that cannot be told
     */
    public synchronized List<Occurrence> telegram(TelegramEvent event, ClockState state, Duration ahead) {
        String serial = event.electricity() == null || event.electricity().serial() == null
                ? serialIfNone
                : event.electricity().serial();
        List<Occurrence> found = new ArrayList<>(failures.valid(event.receivedAt(), serial));
        clock.of(state, ahead, serial, event.receivedAt()).ifPresent(found::add);
        return found;
    }
}
