package energy.sem.system.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one meter has sent, and what of it was taken: acknowledged where the way in acknowledges; on a cable, which cannot, what
 * was sent while nothing disturbed the cable and the gateway. Thread-safe.
 */
final class Ledger {
    /** What was said so shortly before a gateway died may have died with it in the cable. */
    private static final long IN_THE_CABLE_NANOS = 3_000_000_000L;

    private static final class Entry {
        private final Reading reading;
        private final byte[] telegram;
        private final long sentNanos = System.nanoTime();

        Entry(Reading reading, byte[] telegram) {
            this.reading = reading;
            this.telegram = telegram;
        }
    }

    private final Map<Instant, Entry> sent = new HashMap<>();
    private final Set<Instant> taken = new HashSet<>();
    private final List<long[]> disturbed = new ArrayList<>();
    private final boolean cable;
    private Instant last;
    private long lines;

    /** @param cable whether nobody acknowledges */
    Ledger(boolean cable) {
        this.cable = cable;
    }

    /** It goes out now. */
    synchronized void sends(Reading reading, byte[] telegram) {
        sent.putIfAbsent(reading.at(), new Entry(reading, telegram));
        lines++;
    }

    /** The gateway said that it is safe; or the cable has it. */
    synchronized void isTaken(Reading reading) {
        taken.add(reading.at());
        if (last == null || reading.at().isAfter(last)) {
            last = reading.at();
        }
    }

    /** From now on nothing is owed by the cable. */
    synchronized void disturbed() {
        disturbed.add(new long[] {System.nanoTime() - IN_THE_CABLE_NANOS, Long.MAX_VALUE});
    }

    /** The other end of the cable has gone, and what was said to it last may have gone with it. */
    synchronized void brokenOff() {
        long now = System.nanoTime();
        disturbed.add(new long[] {now - IN_THE_CABLE_NANOS, now});
    }

    /** What is sent from now on is owed again. */
    synchronized void undisturbed() {
        for (long[] span : disturbed) {
            span[1] = Math.min(span[1], System.nanoTime());
        }
    }

    /** The latest time of a reading that was taken; null before. */
    synchronized Instant last() {
        return last;
    }

    /** How many telegrams went out, again and again counted each time. */
    synchronized long telegrams() {
        return lines;
    }

    /** Everything that was ever sent, by its time. */
    synchronized Map<Instant, Reading> sent() {
        Map<Instant, Reading> all = new HashMap<>();
        sent.forEach((at, entry) -> all.put(at, entry.reading));
        return all;
    }

    /** The bytes of what was sent. */
    synchronized byte[] telegram(Instant at) {
        return sent.get(at).telegram;
    }

    /** The times of what must be stored. */
    synchronized Set<Instant> owed() {
        Set<Instant> owed = new HashSet<>(taken);
        if (cable) {
            owed.removeIf(at -> isDisturbed(sent.get(at).sentNanos));
        }
        return owed;
    }

    private boolean isDisturbed(long nanos) {
        return disturbed.stream().anyMatch(span -> nanos >= span[0] && nanos <= span[1]);
    }
}
