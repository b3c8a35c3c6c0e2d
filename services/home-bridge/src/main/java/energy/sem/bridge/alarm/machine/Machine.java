package energy.sem.bridge.alarm.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import energy.sem.bridge.alarm.machine.AlarmState.Phase;
import energy.sem.bridge.alarm.machine.Sighting.Verdict;

/**
 * The state machine of one alarm: ok, pending, active, clearing. Pure.
 *
 * @param key which alarm
 * @param level how urgent
 * @param timing how long it is held
 */
public record Machine(AlarmKey key, Level level, Timing timing) {
    private static final Duration AGAIN_AFTER = Duration.ofHours(24);

    /**
     * What follows from a sighting.
     *
     * @param state the new state
     * @param notice what there is to tell, or empty
     */
    public record Step(AlarmState state, Optional<Notice> notice) {}

    /** The next state after what a rule sees now. */
    public Step after(AlarmState before, Sighting sighting, Instant now) {
        AlarmState known = before == null ? AlarmState.ok(now) : before;
        AlarmState state = isOfAnotherTime(known, sighting) ? AlarmState.ok(now).during(sighting.occasion()) : known;
        return switch (sighting.verdict()) {
            case ONCE -> once(state, sighting, now);
            case CHANGED -> changed(state, sighting, now);
            case RAISE -> raised(state, sighting, now);
            case CLEAR -> cleared(state, now);
            case KEEP -> kept(state, now);
        };
    }

    private static boolean isOfAnotherTime(AlarmState before, Sighting sighting) {
        return sighting.verdict() != Verdict.ONCE
                && sighting.verdict() != Verdict.CHANGED
                && sighting.occasion() != null
                && !sighting.occasion().equals(before.occasion());
    }

    private Step once(AlarmState state, Sighting sighting, Instant now) {
        if (sighting.occasion().equals(state.occasion())) {
            return new Step(state, Optional.empty());
        }
        return new Step(
                new AlarmState(Phase.OK, now, null, now, sighting.occasion(), sighting.values()),
                Optional.of(Notice.of(key, level, Notice.Kind.ACTIVE, now, sighting.values())));
    }

    private Step changed(AlarmState state, Sighting sighting, Instant now) {
        Step told = once(state, sighting, now);
        return state.occasion() == null ? new Step(told.state(), Optional.empty()) : told;
    }

    private Step raised(AlarmState state, Sighting sighting, Instant now) {
        AlarmState seen = state.with(sighting.values());
        return switch (seen.phase()) {
            case OK -> pending(seen.in(Phase.PENDING, now), now);
            case PENDING -> pending(seen, now);
            case ACTIVE -> again(seen, now);
            case CLEARING -> again(seen.in(Phase.ACTIVE, now), now);
        };
    }

    private Step cleared(AlarmState state, Instant now) {
        return switch (state.phase()) {
            case OK -> new Step(state, Optional.empty());
            case PENDING -> new Step(state.in(Phase.OK, now), Optional.empty());
            case ACTIVE -> clearing(state.in(Phase.CLEARING, now), now);
            case CLEARING -> clearing(state, now);
        };
    }

    // Between the limits nothing turns, and what was on its way goes back.
    private Step kept(AlarmState state, Instant now) {
        return switch (state.phase()) {
            case OK -> new Step(state, Optional.empty());
            case PENDING -> new Step(state.in(Phase.OK, now), Optional.empty());
            case ACTIVE -> again(state, now);
            case CLEARING -> again(state.in(Phase.ACTIVE, now), now);
        };
    }

    private Step pending(AlarmState state, Instant now) {
        if (now.isBefore(state.since().plus(timing.pending()))) {
            return new Step(state, Optional.empty());
        }
        return new Step(
                new AlarmState(Phase.ACTIVE, now, now, now, state.occasion(), state.values()),
                Optional.of(Notice.of(key, level, Notice.Kind.ACTIVE, now, state.values())));
    }

    private Step clearing(AlarmState state, Instant now) {
        if (now.isBefore(state.since().plus(timing.clearing()))) {
            return new Step(state, Optional.empty());
        }
        AlarmState over = new AlarmState(Phase.OK, now, null, null, state.occasion(), state.values());
        return new Step(
                over,
                timing.silentlyOver()
                        ? Optional.empty()
                        : Optional.of(Notice.of(key, level, Notice.Kind.CLEARED, now, state.values())));
    }

    private Step again(AlarmState state, Instant now) {
        if (state.toldAt() != null && now.isBefore(state.toldAt().plus(AGAIN_AFTER))) {
            return new Step(state, Optional.empty());
        }
        return new Step(
                new AlarmState(
                        state.phase(), state.since(), state.activeSince(), now, state.occasion(), state.values()),
                Optional.of(Notice.of(key, level, Notice.Kind.STILL, now, state.values())));
    }
}
