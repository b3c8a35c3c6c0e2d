package energy.sem.bridge.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import energy.sem.bridge.live.MeterListener;
import energy.sem.bridge.live.MeterState;
import energy.sem.event.MBusReading;
import energy.sem.event.Occurrence;
import energy.sem.event.OccurrenceKind;
import energy.sem.event.TelegramEvent;

/**
 * What is known of the meter that is told: its newest reading while that is fresh, and the counts that a meter says now and then
 * only. Thread-safe.
 */
final class ToldMeter implements MeterListener {
    /** Clients take the last answer for what is now; who is answered nothing for a minute knows that nobody knows. */
    static final Duration FRESH = Duration.ofSeconds(60);

    private final String name;
    private final Clock clock;
    private final Map<String, Long> counts = new HashMap<>();
    private MeterState newest;
    private MBusReading gas;
    private Long gasLitresSinceBefore;

    ToldMeter(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    @Override
    public synchronized void heard(MeterState state) {
        if (state.meter().equals(name)) {
            newest = state;
            state.event().occurrences().forEach(this::count);
            gas(state.event()).ifPresent(this::gas);
        }
    }

    private static Optional<MBusReading> gas(TelegramEvent event) {
        return event.devices().stream()
                .filter(device -> device.kind() == MBusReading.Kind.GAS && device.volumeLitre() != null)
                .findFirst();
    }

    // A gas meter is read every five minutes or each hour; the telegrams between repeat its reading.
    private void gas(MBusReading reading) {
        boolean same = gas != null && Objects.equals(gas.serial(), reading.serial());
        if (!same) {
            gasLitresSinceBefore = null;
        } else if (reading.at().isAfter(gas.at())) {
            gasLitresSinceBefore = reading.volumeLitre() - gas.volumeLitre();
        }
        gas = reading;
    }

    /** The gas meter's newest reading, while the meter is fresh that passes it on. */
    synchronized Optional<MBusReading> freshGas() {
        return fresh().isPresent() ? Optional.ofNullable(gas) : Optional.empty();
    }

    /** What flowed between its last two readings, litres; null before there are two. */
    synchronized Long gasLitresSinceBefore() {
        return gasLitresSinceBefore;
    }

    private void count(Occurrence occurrence) {
        if (occurrence.value() != null && !occurrence.ofLog()) {
            counts.put(key(occurrence.kind(), occurrence.number()), occurrence.value());
        }
    }

    /** The newest reading; empty when it came longer than {@link #FRESH} ago, or none has come. */
    synchronized Optional<TelegramEvent> fresh() {
        return Optional.ofNullable(newest)
                .filter(state -> Duration.between(at(state), clock.instant()).compareTo(FRESH) <= 0)
                .map(MeterState::event);
    }

    // What is read from Kafka right after a start may have come to the gateway minutes ago.
    private static Instant at(MeterState state) {
        Instant received = state.event().receivedAt();
        return received == null || received.isAfter(state.heardAt()) ? state.heardAt() : received;
    }

    /** How often the meter says that it happened, of a phase or, with null, of all; null where it does not say. */
    synchronized Long count(OccurrenceKind kind, Integer phase) {
        return counts.get(key(kind.word(), phase));
    }

    private static String key(String kind, Integer number) {
        return kind + " " + number;
    }
}
