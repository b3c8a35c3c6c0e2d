package energy.sem.bridge.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.Desk;
import energy.sem.bridge.alarm.machine.Machine;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Sighting;
import energy.sem.bridge.alarm.rule.AlarmRule;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.rule.Moment;
import energy.sem.bridge.alarm.rule.Past;
import energy.sem.bridge.live.LiveMeters;
import energy.sem.bridge.live.MeterState;
import energy.sem.event.TelegramEvent;

/**
 * One look at everything. A meter counts from its first reading that is of now: a past that is replayed or imported makes no
 * meter that could be missed. For one thread.
 */
final class Round {
    private static final Logger LOG = Logger.getLogger(Round.class);

    /** After a start nothing is told: brokers, meters and history come one after another. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Duration YOUNG = Duration.ofMinutes(5);
    private static final String NO_DATA = "no-data";
    private static final String INSTALLATION = "";

    private final List<AlarmRule> rules;
    private final Desk desk;
    private final LiveMeters meters;
    private final Said said;
    private final Sources sources;
    private final Limits limits;
    private final ZoneId zone;
    private final Instant startedAt;
    private final LogLimit failures;
    private final Recent recent = new Recent();

    /**
     * Where the rest comes from.
     *
     * @param past what history knows
     * @param health what the gateway says of a meter, or {@code null}
     * @param guard what the guard says of a meter, if it does
     * @param removed whether a gateway has said that a meter was removed
     */
    record Sources(
            Past past,
            Function<String, JsonNode> health,
            Function<String, Optional<Moment.Guard>> guard,
            Predicate<String> removed) {}

    Round(
            List<AlarmRule> rules,
            Desk desk,
            LiveMeters meters,
            Said said,
            Sources sources,
            Limits limits,
            ZoneId zone,
            Clock clock) {
        this.rules = List.copyOf(rules);
        this.desk = desk;
        this.meters = meters;
        this.said = said;
        this.sources = sources;
        this.limits = limits;
        this.zone = zone;
        startedAt = clock.instant();
        failures = new LogLimit(clock);
    }

    /** What there is to tell now. */
    List<Notice> look(Instant now) {
        if (now.isBefore(startedAt.plus(GRACE))) {
            return List.of();
        }
        Map<String, MeterState> heard = new HashMap<>();
        meters.all().forEach(each -> heard.put(each.meter(), each));
        TreeSet<String> names = new TreeSet<>(heard.keySet());
        names.addAll(desk.meters());
        names.removeIf(each -> isGone(each, heard.get(each), now));
        desk.keepOnly(names::contains);
        List<Notice> notices = new ArrayList<>();
        for (String meter : names) {
            look(moment(meter, heard.get(meter), now), notices);
        }
        look(new Moment(INSTALLATION, now, zone, null, Duration.ZERO, null, null, sources.past(), limits), notices);
        return notices;
    }

    // A new meter is heard before history has it, which keeps the rows of one that was removed. While nobody knows
    // which
    // there are, none is gone; nor is one whose gateway is away.
    private boolean isGone(String meter, MeterState heard, Instant now) {
        boolean speaks = heard != null && heard.heardAt().isAfter(now.minus(YOUNG));
        return !speaks
                && (sources.removed().test(meter)
                        || sources.past()
                                .meters()
                                .map(all -> !all.contains(meter))
                                .orElse(false));
    }

    private void look(Moment moment, List<Notice> notices) {
        boolean ofInstallation = moment.meter().equals(INSTALLATION);
        boolean mute = false;
        for (AlarmRule rule : rules) {
            if (rule.isOfInstallation() != ofInstallation || (mute && !rule.speaksInSilence())) {
                continue;
            }
            try {
                look(rule, moment, notices);
            } catch (RuntimeException e) {
                failures.warn(LOG, rule.word(), () -> "alarm " + rule.word() + " was not looked at: " + e);
            }
            mute = mute || desk.isActive(new AlarmKey(moment.meter(), NO_DATA, ""));
        }
    }

    private void look(AlarmRule rule, Moment moment, List<Notice> notices) {
        for (Sighting sighting : rule.look(moment)) {
            AlarmKey key = new AlarmKey(moment.meter(), rule.word(), sighting.device());
            notices.addAll(
                    desk.see(new Machine(key, rule.level(), rule.timing()), sighting, rule.mostADay(), moment.now()));
        }
    }

    private Moment moment(String meter, MeterState state, Instant now) {
        Instant heardAt = state == null ? startedAt : state.heardAt();
        Duration silence = Duration.between(heardAt, now);
        TelegramEvent event = state == null || silence.compareTo(YOUNG) >= 0 ? null : said.in(state.event());
        return new Moment(
                meter,
                now,
                zone,
                event,
                silence,
                recent.with(meter, sources.health().apply(meter), now),
                event == null ? null : sources.guard().apply(meter).orElse(null),
                sources.past(),
                limits);
    }
}
