package energy.sem.history.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import energy.sem.event.Electricity;
import energy.sem.event.TelegramEvent;
import energy.sem.guard.GuardAllowance;
import energy.sem.guard.GuardReading;
import energy.sem.guard.GuardTarget;
import energy.sem.guard.PeakGuard;
import energy.sem.guard.PhaseRoom;
import energy.sem.history.calendar.Household;
import energy.sem.history.peak.MonthPeak;

/**
 * The peak guard of each meter, after each of its telegrams, whether anybody asks or not: what it allows depends on what was
 * before. Thread-safe.
 */
@ApplicationScoped
public class Guards {
    private static final Logger LOG = Logger.getLogger(Guards.class);

    private final Map<String, Guarded> byMeter = new ConcurrentHashMap<>();
    private final Newest newest;
    private final Running running;
    private final Connections connections;
    private final Household household;
    private final Config config;

    Guards(Newest newest, Running running, Connections connections, Household household, Config config) {
        this.newest = newest;
        this.running = running;
        this.connections = connections;
        this.household = household;
        this.config = config;
    }

    private record Guarded(PeakGuard guard, Instant heardAt) {}

    /**
     * What a meter's guard allows now.
     *
     * @param allowance what is allowed
     * @param at the newest telegram's time
     * @param age since that telegram was received
     */
    public record Answer(GuardAllowance allowance, Instant at, Duration age) {}

    // A worker of its own: a question to a database that is away must not keep telegrams waiting. Who cannot follow
    // misses all but the last.
    void follow(@Observes StartupEvent start) {
        newest.all()
                .onOverflow()
                .dropPreviousItems()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .subscribe()
                .with(this::offer, failure -> LOG.error("the peak guard follows no more", failure));
    }

    /** What the meter's guard allows; empty when no telegram with a power has come for a minute and a half. */
    public Optional<Answer> of(String meter) {
        Guarded guarded = byMeter.get(meter);
        if (guarded == null) {
            return Optional.empty();
        }
        Duration age = Duration.between(guarded.heardAt, household.now());
        GuardAllowance allowance = guarded.guard.afterSilence(Math.max(0, age.toMillis()));
        return Optional.ofNullable(allowance)
                .map(each -> new Answer(
                        each, Instant.ofEpochMilli(guarded.guard.newest().atMilli()), age));
    }

    private void offer(Live live) {
        try {
            GuardReading reading = reading(live);
            if (reading != null) {
                String meter = live.event().meter();
                Guarded before = byMeter.get(meter);
                PeakGuard guard = before == null ? PeakGuard.NEW : before.guard;
                byMeter.put(meter, new Guarded(guard.after(reading, target(meter)), heardAt(live.event())));
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "the peak guard passes over a telegram of meter %s",
                    live.event().meter());
        }
    }

    private GuardReading reading(Live live) {
        Electricity electricity = live.event().electricity();
        Integer demandW = electricity == null ? null : running.demandW(live);
        if (demandW == null || electricity.importW() == null) {
            return null;
        }
        MonthPeak peak = running.monthPeak(live.event());
        return new GuardReading(
                live.event().at().toEpochMilli(),
                demandW,
                electricity.importW(),
                peak == null ? 0 : peak.watts(),
                connectionW(live.event()));
    }

    private int connectionW(TelegramEvent event) {
        Connections.Limits limits = connections.limits(event);
        List<PhaseRoom.Load> loads = new ArrayList<>();
        for (Electricity.Phase phase : event.electricity().phases()) {
            // A current has no sign; without powers of phases that of a whole that feeds in would be taken for a load.
            boolean known = phase.exportW() != null
                    || Integer.valueOf(0).equals(event.electricity().exportW());
            if (phase.currentCentiA() != null && known) {
                boolean exports = phase.exportW() != null && phase.exportW() > 0;
                loads.add(new PhaseRoom.Load(exports ? -phase.currentCentiA() : phase.currentCentiA()));
            }
        }
        return PhaseRoom.watts(
                event.electricity().importW(), loads, limits.phases(), limits.fuseCentiA(), limits.watts());
    }

    // By arrival: a meter's clock may be minutes off.
    private Instant heardAt(TelegramEvent event) {
        return event.receivedAt() == null ? event.at() : event.receivedAt();
    }

    private GuardTarget target(String meter) {
        return new GuardTarget(
                config.getOptionalValue("sem.meters." + meter + ".guard-target-w", Integer.class)
                        .orElse(GuardTarget.FLOOR_W),
                config.getOptionalValue("sem.meters." + meter + ".guard-margin-w", Integer.class)
                        .orElse(GuardTarget.MARGIN_W));
    }
}
