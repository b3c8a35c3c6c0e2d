package energy.sem.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what a meter's next event has to say of its {@linkplain Occurrence occurrences}: what has changed since the
 * event before; at the start and once an hour all of it, so that what was lost on the way is told again. A state keeps the
 * time of the telegram that said it first. Not thread-safe.
 */
public final class OccurrencesSince {
    private static final Duration ALL_EVERY = Duration.ofHours(1);

    /** A state that changes more often in an hour is only told by the hour: a text with a clock in it fills no table. */
    private static final int MOST_CHANGES = 300;

    /** More than a port has; who sends ever new serial numbers does not fill the memory. */
    private static final int MOST_KNOWN = 1000;

    private final Map<Subject, Known> states = new HashMap<>();
    private final Set<Occurrence> toldEntries = new HashSet<>();
    private final Set<Occurrence> news = new LinkedHashSet<>();
    private final Map<Subject, Occurrence> noted = new LinkedHashMap<>();
    private List<Occurrence> current = List.of();
    private Instant allToldAt;

    private record Subject(String kind, String serial, Integer number) {
        static Subject of(Occurrence occurrence) {
            return new Subject(occurrence.kind(), occurrence.serial(), occurrence.number());
        }
    }

    private static final class Known {
        private Occurrence occurrence;
        private int changes;
    }

    /** Takes all that the next telegram says. */
    public void add(List<Occurrence> said) {
        List<Occurrence> resolved = new ArrayList<>(said.size());
        for (Occurrence each : said) {
            resolved.add(each.ofLog() ? entry(each) : state(each));
        }
        current = resolved;
    }

    /** Takes what was found without a telegram saying so. */
    public void note(Occurrence found) {
        if (found.ofLog()) {
            entry(found);
        } else {
            noted.put(Subject.of(found), state(found));
        }
    }

    private Occurrence entry(Occurrence entry) {
        if (toldEntries.size() > MOST_KNOWN) {
            toldEntries.clear();
        }
        if (toldEntries.add(entry)) {
            news.add(entry);
        }
        return entry;
    }

    private Occurrence state(Occurrence said) {
        if (states.size() > MOST_KNOWN) {
            states.clear();
            noted.clear();
        }
        Known known = states.computeIfAbsent(Subject.of(said), absent -> new Known());
        Occurrence before = known.occurrence;
        Occurrence now = said;
        if (before != null && before.saysSame(said)) {
            // An old telegram that comes late says since when it was so before.
            if (!said.at().isBefore(before.at())) {
                return before;
            }
        } else if (before != null && said.at().equals(before.at())) {
            // Two telegrams of one instant: the later one counts.
            now = said.since(said.at().plusMillis(1));
        }
        known.occurrence = now;
        if (before == null || ++known.changes <= MOST_CHANGES) {
            news.add(now);
        }
        return now;
    }

    /**
     * What the event that is made now says; begins anew.
     *
     * @param arrival when its telegram came
     */
    public List<Occurrence> take(Instant arrival) {
        if (allToldAt == null || Duration.between(allToldAt, arrival).abs().compareTo(ALL_EVERY) >= 0) {
            allToldAt = arrival;
            news.addAll(current);
            news.addAll(noted.values());
            toldEntries.retainAll(news);
            states.values().forEach(known -> known.changes = 0);
        }
        if (news.isEmpty()) {
            return List.of();
        }
        List<Occurrence> taken = List.copyOf(news);
        news.clear();
        return taken;
    }
}
