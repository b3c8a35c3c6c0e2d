package energy.sem.p1;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Says which instants the stamps of one meter's telegrams mean, in the order in which they come. Only a stamp without a
 * suffix in the hour that a zone has twice leaves a choice; there the first of these that tells decides:
 *
 * <ol>
 *   <li>The pace: while arrivals and stamps go on together, it is the instant that keeps their distance, unless the registers
 *       would have fallen there and not at the other.
 *   <li>The arrival: no instant more than 15 minutes after it.
 *   <li>The registers: no instant at which they would have fallen.
 *   <li>What follows in the same delivery: where the time on the wall goes back, this is the first of the two hours; where
 *       the hour after them comes sooner than the telegram before was, it is the second.
 *   <li>The telegram before: the first of the two that is not before it.
 *   <li>The nearest before the arrival.
 * </ol>
 *
 * <p>Stamps of M-Bus devices are read against the telegram that they came in. Not thread-safe.
 */
public final class StampOrder {

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(15);
    private static final Duration PACE_TOLERANCE = Duration.ofMinutes(1);

    /** So long must arrivals and stamps have gone on together: what is sent afterwards goes faster. */
    private static final Duration PACE_FOR = Duration.ofSeconds(10);

    /** A telegram longer ago than this says nothing of which hour it is. */
    private static final Duration BEFORE = Duration.ofHours(12);

    /** A device is read before the telegram is sent, by the same clock. */
    private static final Duration DEVICE_TOLERANCE = Duration.ofMinutes(1);

    private static final int MOST_DEVICES = 64;

    private final ZoneId zone;
    private Instant before;
    private Instant arrivalBefore;
    private Duration distance;
    private Instant paceFrom;

    private final Map<String, DeviceStamp> devices = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DeviceStamp> eldest) {
            return size() > MOST_DEVICES;
        }
    };

    private record DeviceStamp(P1Time stamp, long value, Instant at) {}

    /** @param zone where the meter hangs, for stamps without suffix */
    public StampOrder(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * The instant that the next telegram's own stamp means.
     *
     * @param arrival when it was received; null while that is not known
     * @param fits whether the telegram's registers could stand so at an instant, by those known
     * @param following the stamps of the telegrams that came behind it in the same delivery, as far as they have one
     */
    public Instant telegram(P1Time stamp, Instant arrival, Predicate<Instant> fits, List<P1Time> following) {
        Instant at = stamp.later(zone);
        if (isTwice(stamp)) {
            at = choose(stamp, arrival, fits, following);
        }
        remember(at, arrival);
        return at;
    }

    private boolean isTwice(P1Time stamp) {
        return stamp.suffix() == P1Time.Suffix.NONE && !stamp.earlier(zone).equals(stamp.later(zone));
    }

    private Instant choose(P1Time stamp, Instant arrival, Predicate<Instant> fits, List<P1Time> following) {
        Instant earlier = stamp.earlier(zone);
        Instant later = stamp.later(zone);
        boolean earlierFits = fits.test(earlier);
        boolean oneFits = earlierFits != fits.test(later);
        Instant fitting = earlierFits ? earlier : later;
        Instant paced = byPace(earlier, later, arrival);
        if (paced != null && (!oneFits || paced.equals(fitting))) {
            return paced;
        }
        if (arrival != null && later.isAfter(arrival.plus(CLOCK_TOLERANCE))) {
            return earlier;
        }
        if (oneFits) {
            return fitting;
        }
        Duration untilAfter = untilAfter(stamp, following);
        if (untilAfter != null && untilAfter.isNegative()) {
            return earlier;
        }
        boolean follows = before != null && !before.isAfter(later) && before.isAfter(earlier.minus(BEFORE));
        boolean nearerToAfter =
                follows && untilAfter != null && untilAfter.compareTo(Duration.between(before, earlier)) < 0;
        return follows && !nearerToAfter && !before.isAfter(earlier) ? earlier : later;
    }

    private Instant byPace(Instant earlier, Instant later, Instant arrival) {
        if (arrival == null
                || distance == null
                || Duration.between(paceFrom, arrivalBefore).compareTo(PACE_FOR) < 0) {
            return null;
        }
        Instant expected = arrival.plus(distance);
        Duration ofEarlier = Duration.between(earlier, expected).abs();
        Duration ofLater = Duration.between(later, expected).abs();
        Instant nearest = ofEarlier.compareTo(ofLater) < 0 ? earlier : later;
        return Duration.between(nearest, expected).abs().compareTo(CLOCK_TOLERANCE) <= 0 ? nearest : null;
    }

    private void remember(Instant at, Instant arrival) {
        before = at;
        if (arrival == null) {
            distance = null;
            return;
        }
        Duration now = Duration.between(arrival, at);
        if (distance == null || now.minus(distance).abs().compareTo(PACE_TOLERANCE) > 0) {
            distance = now;
            paceFrom = arrival;
        }
        arrivalBefore = arrival;
    }

    /**
     * From the last stamp that follows within this pass of the hour to the next, that pass being the second; negative when
     * the time on the wall goes back, so that it is the first; null when nothing tells.
     */
    private Duration untilAfter(P1Time stamp, List<P1Time> following) {
        P1Time last = stamp;
        for (P1Time next : following) {
            boolean back = next.localEpochSecond() < last.localEpochSecond();
            if (!isTwice(next)) {
                return back ? null : Duration.between(last.later(zone), next.later(zone));
            }
            if (back) {
                return Duration.ofSeconds(-1);
            }
            last = next;
        }
        return null;
    }

    /**
     * The instant that an M-Bus device's stamp means: in the hour that comes twice the later one that is not after its
     * telegram, and the same one for as long as stamp and value stay.
     *
     * @param device its {@link MbusDevice#subject()}
     * @param telegramAt the instant of the telegram's own stamp
     */
    public Instant device(String device, P1Time stamp, long value, Instant telegramAt) {
        if (!isTwice(stamp)) {
            return stamp.later(zone);
        }
        DeviceStamp known = devices.get(device);
        if (known != null && known.stamp.equals(stamp) && known.value == value) {
            return known.at;
        }
        Instant later = stamp.later(zone);
        Instant at = later.isAfter(telegramAt.plus(DEVICE_TOLERANCE)) ? stamp.earlier(zone) : later;
        devices.put(device, new DeviceStamp(stamp, value, at));
        return at;
    }
}
