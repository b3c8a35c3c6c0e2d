package energy.sem.display.cache;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;

import energy.sem.display.history.HistoryFailure;

/** The views that history failed to renew, each with the moment since when. Not thread-safe. */
final class FailingViews {
    private static final Logger LOG = Logger.getLogger(FailingViews.class);

    private final Map<ViewKey, Instant> since = new HashMap<>();

    boolean contains(ViewKey key) {
        return since.containsKey(key);
    }

    /** History fails for all of these. */
    void all(Set<ViewKey> keys, Instant now) {
        keys.forEach(key -> since.putIfAbsent(key, now));
    }

    /** History was asked for some, and failed for some of them. */
    void asked(Collection<ViewKey> keys, Map<ViewKey, HistoryFailure> failed, Instant now) {
        since.keySet().removeIf(key -> keys.contains(key) && !failed.containsKey(key));
        failed.forEach((key, why) -> {
            if (since.putIfAbsent(key, now) == null) {
                LOG.warnf(
                        "%s of %s, the %s from %s, is not up to date: %s",
                        key.utility().code(), key.meter(), key.period().code(), key.firstDay(), why.getMessage());
            }
        });
    }

    /** Only these are still of interest. */
    void keep(Set<ViewKey> keys) {
        since.keySet().retainAll(keys);
    }

    /** Those that have failed since this moment or longer. */
    List<ViewKey> since(Instant moment) {
        return since.entrySet().stream()
                .filter(each -> !each.getValue().isAfter(moment))
                .map(Map.Entry::getKey)
                .toList();
    }
}
