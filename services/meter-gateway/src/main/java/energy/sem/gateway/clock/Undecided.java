package energy.sem.gateway.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Telegrams that wait until their time is sure. Registers only rise, so of many a part says the same: beyond two thousand
 * every second of the older ones goes. Not thread-safe.
 */
final class Undecided {
    private static final Duration ENOUGH = Duration.ofMinutes(1);
    private static final Duration IDLE_READING = Duration.ofSeconds(15);
    private static final Duration IDLE_PUSH = Duration.ofMinutes(5);

    private static final int MOST = 2000;

    private List<One> undecided = new ArrayList<>(0);
    private List<One> withoutTime = new ArrayList<>(0);

    /**
     * @param stated what its stamp says, or null
     * @param kind how that is odd, or null
     */
    record One(Incoming in, Instant stated, ClockRun.Kind kind) {}

    void add(One one) {
        add(one, undecided);
    }

    /** Takes one that can have its time only when this computer has one. */
    void addWithoutTime(One one) {
        add(one, withoutTime);
    }

    private static void add(One one, List<One> to) {
        if (to.size() == MOST) {
            List<One> part = new ArrayList<>(MOST);
            for (int i = 0; i < MOST; i++) {
                if (i % 2 == 0 || i > MOST / 2) {
                    part.add(to.get(i));
                }
            }
            to.clear();
            to.addAll(part);
        }
        to.add(one);
    }

    boolean areSome() {
        return !undecided.isEmpty();
    }

    /** Gives out those that wait to be sure. */
    List<One> take() {
        List<One> all = undecided;
        undecided = new ArrayList<>(0);
        return all;
    }

    /** Gives out those that had no time, if this computer has one now. */
    List<One> withoutTime(Moment now) {
        if (!now.known() || withoutTime.isEmpty()) {
            return List.of();
        }
        List<One> all = withoutTime;
        withoutTime = new ArrayList<>(0);
        return all;
    }

    /** Whether the first has waited for so long that some are enough. */
    boolean areEnough(Moment now) {
        return areSome() && isBefore(0, ENOUGH, now);
    }

    /** Whether no further one came for so long that none will: what is read comes each ten seconds at least. */
    boolean areNoMore(Moment now) {
        int last = undecided.size() - 1;
        return areSome() && isBefore(last, undecided.get(last).in().live() ? IDLE_READING : IDLE_PUSH, now);
    }

    private boolean isBefore(int index, Duration time, Moment now) {
        return now.since(undecided.get(index).in().arrival()).compareTo(time) >= 0;
    }
}
