package energy.sem.bridge.alarm.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * All alarms of an installation: where each stands, and what there is to tell. Not thread-safe; the clock is its caller's.
 */
public final class Desk {
    private static final Duration DAY = Duration.ofHours(24);

    private final Map<AlarmKey, AlarmState> states = new HashMap<>();
    private final Map<AlarmKey, List<Instant>> told = new HashMap<>();

    /**
     * What a restart must not forget.
     *
     * @param states by {@link AlarmKey#text}
     * @param told when alarms that have a most-a-day were told, likewise
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Kept(Map<String, AlarmState> states, Map<String, List<Instant>> told) {}

    /**
     * An alarm that is active.
     *
     * @param key which
     * @param state since when, and what is to say
     */
    public record Active(AlarmKey key, AlarmState state) {}

    /** Goes on where it was. */
    public void restore(Kept kept) {
        if (kept.states() != null) {
            kept.states().forEach((text, state) -> {
                AlarmKey key = AlarmKey.of(text);
                if (key != null && state != null && state.phase() != null && state.since() != null) {
                    states.put(key, state);
                }
            });
        }
        if (kept.told() != null) {
            kept.told().forEach((text, times) -> {
                AlarmKey key = AlarmKey.of(text);
                if (key != null && times != null) {
                    told.put(key, new ArrayList<>(times));
                }
            });
        }
    }

    /** What to keep. */
    public Kept kept() {
        Map<String, AlarmState> byText = new TreeMap<>();
        states.forEach((key, state) -> byText.put(key.text(), state));
        Map<String, List<Instant>> timesByText = new TreeMap<>();
        told.forEach((key, times) -> timesByText.put(key.text(), List.copyOf(times)));
        return new Kept(byText, timesByText);
    }

    /**
     * Takes what a rule sees.
     *
     * @param machine of the alarm
     * @param mostADay how often it may be told in 24 hours
     * @return what there is to tell
     */
    public List<Notice> see(Machine machine, Sighting sighting, int mostADay, Instant now) {
        AlarmKey key = machine.key();
        Machine.Step step = machine.after(states.get(key), sighting, now);
        states.put(key, step.state());
        return step.notice().filter(notice -> mostADay == Integer.MAX_VALUE || mayTell(key, mostADay, now)).stream()
                .toList();
    }

    /** Whether this alarm is active. */
    public boolean isActive(AlarmKey key) {
        AlarmState state = states.get(key);
        return state != null && state.isActive();
    }

    /** Whether it is so, of all that was ever looked at: by meter and rule, whichever device it is about. */
    public Map<AlarmKey, Boolean> seen() {
        Map<AlarmKey, Boolean> seen = new HashMap<>();
        states.forEach((key, state) ->
                seen.merge(new AlarmKey(key.meter(), key.rule(), ""), state.isActive(), Boolean::logicalOr));
        return seen;
    }

    /** The active alarms, by key. */
    public List<Active> active() {
        return states.entrySet().stream()
                .filter(each -> each.getValue().isActive())
                .map(each -> new Active(each.getKey(), each.getValue()))
                .sorted((one, other) -> one.key().text().compareTo(other.key().text()))
                .toList();
    }

    /** Meters of which anything is known. */
    public Collection<String> meters() {
        return states.keySet().stream()
                .map(AlarmKey::meter)
                .distinct()
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Forgets all of the meters that are not kept: they have been removed. */
    public void keepOnly(Predicate<String> kept) {
        Predicate<AlarmKey> gone = key -> !key.meter().isEmpty() && !kept.test(key.meter());
        states.keySet().removeIf(gone);
        told.keySet().removeIf(gone);
    }

    private boolean mayTell(AlarmKey key, int mostADay, Instant now) {
        List<Instant> times = told.computeIfAbsent(key, each -> new ArrayList<>());
        times.removeIf(each -> !each.isAfter(now.minus(DAY)));
        if (times.size() >= mostADay) {
            return false;
        }
        times.add(now);
        return true;
    }
}
