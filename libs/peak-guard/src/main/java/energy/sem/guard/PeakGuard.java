package energy.sem.guard;

import energy.sem.quarter.QuarterHours;

/**
 * The guard of one meter after its newest telegram: an immutable state, and what it allows. It follows the budget of the
 * quarter hour down at once and up in few large steps, so that a charger is not led up and down; it lets a short burst
 * pass, because ten seconds of a boiling tap are 33 W of a quarter hour and no reason to stop a car; and after a stop it
 * leaves room for no new start for five minutes, after a second one within an hour for the rest of it.
 *
 * @param newest the reading that it is after; {@code null} before the first
 * @param heldW the limit without the tolerance for bursts, W
 * @param raisedAtMilli when the limit last rose
 * @param burst the one that is let pass; {@code null} when there is none
 * @param pausedUntilMilli until when nothing large shall start
 * @param brakedAtMilli when the import was last above the limit for longer than a burst
 * @param brakedW the import then, W
 * @param lastStopMilli when something large was last stopped
 * @param allowance what is allowed; {@code null} before the first
 */
public record PeakGuard(
        GuardReading newest,
        long heldW,
        long raisedAtMilli,
        Burst burst,
        long pausedUntilMilli,
        long brakedAtMilli,
        int brakedW,
        long lastStopMilli,
        GuardAllowance allowance) {

    private static final long NEVER = Long.MIN_VALUE / 2;

    /** Before the first telegram. */
    public static final PeakGuard NEW = new PeakGuard(null, 0, 0, null, NEVER, NEVER, 0, NEVER, null);

    /** How long what is switched on may last without counting, and how large it is at least, W. */
    static final long BURST_MILLI = 10_000;

    static final int BURST_W = 500;

    /** A rise is at least so large and so long after the one before, W and ms, and none comes in the last five minutes. */
    static final int RISE_W = 500;

    static final long RISE_EVERY_MILLI = 60_000;

    static final long NO_RISE_MILLI = 300_000;

    /** A pause lasts at least so long. */
    static final long PAUSE_MILLI = 300_000;

    /** After two stops none starts until so long after the first: two an hour, and a minute to react. */
    static final long TWO_STOPS_MILLI = 3_660_000;

    /** What falls by so much so soon after the limit was passed has been stopped: a car of 6 A, W and ms. */
    static final int STOP_W = 1200;

    static final long STOP_WITHIN_MILLI = 60_000;

    /** Less than any car begins with: 6 A on one phase (IEC 61851), W. */
    static final int NO_START_W = 6 * 230 - 1;

    /** What a household may switch on at once, W, and how long it takes until a charger has made room for it. */
    static final int STEP_W = 4000;

    static final long REACTION_MILLI = 50_000;

    /** Without a telegram for so long the guard is careful, then silent. */
    static final long CAREFUL_AFTER_MILLI = 30_000;

    static final long SILENT_AFTER_MILLI = 90_000;

    /** The guard after one more telegram; one that is not later than the newest begins anew. */
    public PeakGuard after(GuardReading reading, GuardTarget target) {
        PeakGuard before = newest == null || reading.atMilli() <= newest.atMilli() ? NEW : this;
        return before.next(reading, target.watts(reading.monthPeakW()));
    }

    private PeakGuard next(GuardReading reading, int targetW) {
        long now = reading.atMilli();
        QuarterBudget budget = QuarterBudget.at(now, targetW, reading.demandW(), reading.importW());
        long limitW = Math.max(1, reading.connectionW());
        long affordableW = Math.max(1, Math.min(limitW, withoutReserve(reading, targetW, budget.restMilli())));

        boolean rises = newest == null || isNewQuarter(now) || mayRise(affordableW, budget.restMilli(), now);
        long held = rises ? affordableW : Math.min(heldW, affordableW);
        long raisedAt = rises ? now : raisedAtMilli;

        Burst burst = burst(reading);
        long toleratedW = burst == null ? 0 : Math.min(reading.importW(), held + reading.importW() - burst.baseW());
        boolean brakes = reading.importW() > Math.max(held, toleratedW);
        boolean stops = now >= pausedUntilMilli && isStop(reading);
        long pausedUntil = stops ? Math.max(now + PAUSE_MILLI, lastStopMilli + TWO_STOPS_MILLI) : pausedUntilMilli;

        long allowed = Math.max(held, toleratedW);
        if (now < pausedUntil) {
            allowed = Math.min(allowed, Math.max(0, reading.importW()) + (long) NO_START_W);
        }
        return new PeakGuard(
                reading,
                held,
                raisedAt,
                burst,
                pausedUntil,
                brakes ? now : stops ? NEVER : brakedAtMilli,
                brakes ? (burst == null ? reading.importW() : burst.baseW()) : brakedW,
                stops ? now : lastStopMilli,
                new GuardAllowance(
                        (int) Math.max(1, Math.min(limitW, allowed)),
                        budget.projectedW(),
                        targetW,
                        seconds(budget.restMilli()),
                        reading.demandW() > targetW));
    }

    /** A rise at once, from the import before it, W. */
    record Burst(long sinceMilli, int baseW) {}

    private Burst burst(GuardReading reading) {
        long now = reading.atMilli();
        boolean rose = newest != null
                && now - newest.atMilli() <= BURST_MILLI
                && reading.importW() >= newest.importW() + BURST_W;
        // A tap that is opened while a car begins counts from itself on.
        if (rose && (burst == null || newest.importW() <= heldW)) {
            return new Burst(now, newest.importW());
        }
        if (burst == null || reading.importW() < burst.baseW() + BURST_W / 2) {
            return null;
        }
        return now - burst.sinceMilli() < BURST_MILLI ? burst : new Burst(burst.sinceMilli(), reading.importW());
    }

    private boolean isNewQuarter(long now) {
        return QuarterHours.of(now) != QuarterHours.of(newest.atMilli());
    }

    private boolean mayRise(long affordableW, long restMilli, long now) {
        return affordableW >= heldW + RISE_W && restMilli > NO_RISE_MILLI && now - raisedAtMilli >= RISE_EVERY_MILLI;
    }

    private boolean isStop(GuardReading reading) {
        return reading.atMilli() - brakedAtMilli <= STOP_WITHIN_MILLI && brakedW - reading.importW() >= STOP_W;
    }

    // Room for a step of the household that nobody has reacted to yet; near the end such a step weighs less.
    private static long withoutReserve(GuardReading reading, int targetW, long restMilli) {
        long reserveW = STEP_W * Math.min(restMilli, REACTION_MILLI) / QuarterHours.MILLIS;
        return QuarterBudget.at(reading.atMilli(), (int) (targetW - reserveW), reading.demandW(), 0)
                .allowedW();
    }

    /**
     * What is allowed when the newest telegram is so old. In the quarter hour after the telegram's nothing of the one before
     * holds any more: it is as if the import had stayed, and never more than the target.
     *
     * @param silentMilli since the newest telegram, at least 0
     * @return from 30 s on not more than the target, by which nothing is lost however long it lasts; {@code null} before
     *     the first telegram and from 90 s on
     */
    public GuardAllowance afterSilence(long silentMilli) {
        if (newest == null || silentMilli >= SILENT_AFTER_MILLI) {
            return null;
        }
        long now = newest.atMilli() + silentMilli;
        boolean isNew = isNewQuarter(now);
        GuardAllowance known = isNew ? asIfItStayed(now).allowance() : allowance;
        int allowedW = isNew || silentMilli >= CAREFUL_AFTER_MILLI
                ? Math.min(known.targetW(), known.allowedImportW())
                : known.allowedImportW();
        long restMilli = QuarterHours.MILLIS - Math.floorMod(now, QuarterHours.MILLIS);
        return new GuardAllowance(allowedW, known.projectedW(), known.targetW(), seconds(restMilli), known.lost());
    }

    private PeakGuard asIfItStayed(long now) {
        long sinceEdgeMilli = Math.floorMod(now, QuarterHours.MILLIS);
        long demandW = Math.max(0, newest.importW()) * sinceEdgeMilli / QuarterHours.MILLIS;
        GuardReading same =
                new GuardReading(now, (int) demandW, newest.importW(), newest.monthPeakW(), newest.connectionW());
        return next(same, allowance.targetW());
    }

    private static int seconds(long restMilli) {
        return (int) ((restMilli + 999) / 1000);
    }
}
