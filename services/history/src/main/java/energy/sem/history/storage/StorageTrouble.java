package energy.sem.history.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import energy.sem.history.store.StorageFacts;

/** What can be wrong with storing, in the words of answers. */
public enum StorageTrouble {
    /** Values of the last days were kept aside, since they cannot be true. */
    KEPT_ASIDE("kept-aside"),
    /** There is no room for tomorrow's raw readings, which ingest makes days ahead. */
    NO_ROOM("no-room"),
    /** Days are kept in another zone than that of the answers. */
    OTHER_ZONE("other-zone");

    private static final Duration AHEAD = Duration.ofDays(1);

    private final String word;

    StorageTrouble(String word) {
        this.word = word;
    }

    /** What is wrong now. */
    static List<StorageTrouble> of(StorageFacts facts, ZoneId zone, Instant now) {
        List<StorageTrouble> troubles = new ArrayList<>();
        if (facts.keptAside() > 0) {
            troubles.add(KEPT_ASIDE);
        }
        if (facts.roomUntil() != null && facts.roomUntil().isBefore(now.plus(AHEAD))) {
            troubles.add(NO_ROOM);
        }
        if (facts.dayZone() != null && !facts.dayZone().equals(zone.getId())) {
            troubles.add(OTHER_ZONE);
        }
        return troubles;
    }

    /** In answers. */
    public String word() {
        return word;
    }
}
