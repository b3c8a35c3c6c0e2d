package energy.sem.gateway.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

import energy.sem.event.EventJson;
import energy.sem.event.ExtremesSince;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.health.LineState;
import energy.sem.gateway.health.MeterJournal;
import energy.sem.gateway.health.MeterReport;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.publish.Outbox;
import energy.sem.gateway.publish.RejectedFrames;
import energy.sem.p1.Plausibility;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.Verdict;

/**
 * One meter's way in, whatever brings its telegrams. Thread-safe: telegrams are judged and put into the outbox in one
 * order, that of their arrival here.
 */
public final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Meter meter;
    private final Clock clock;
    private final TelegramEvents events;
    private final ExtremesSince extremes = new ExtremesSince();
    private final Plausibility plausibility;
    private final MeterJournal journal;
    private final Outbox outbox;
    private final RejectedFrames rejectedFrames;
    private final LogLimit logLimit;
    private final ReentrantLock order = new ReentrantLock();

    Intake(Meter meter, ZoneId zone, Clock clock, Outbox outbox, RejectedFrames rejectedFrames) {
        this.meter = meter;
        this.clock = clock;
        this.events = new TelegramEvents(meter.name(), meter.serial(), zone);
        this.plausibility = new Plausibility(zone);
        this.journal = new MeterJournal(clock, meter.source().isPresent() ? LineState.OPENING : LineState.PUSHED);
        this.outbox = outbox;
        this.rejectedFrames = rejectedFrames;
        this.logLimit = new LogLimit(clock);
    }

    /** Whose way in this is. */
    public Meter meter() {
        return meter;
    }

    /**
     * Takes a valid telegram.
     *
     * @param bytes as it came; not changed afterwards
     * @return done when its event is safe, failed when it is not
     */
    public CompletableFuture<Void> telegram(Telegram telegram, byte[] bytes) {
        return take(telegram, Optional.of(bytes));
    }

    /** Takes the values of a sensor that sends no telegram; otherwise as {@link #telegram}. */
    public CompletableFuture<Void> sample(Telegram values) {
        return take(values, Optional.empty());
    }

    private CompletableFuture<Void> take(Telegram telegram, Optional<byte[]> bytes) {
        CompletableFuture<Void> safe;
        order.lock();
        try {
            Instant arrival = clock.instant();
            Verdict verdict = plausibility.judge(telegram, arrival);
            extremes.add(telegram, events.instant(telegram, arrival), verdict);
            TelegramEvent event = events.event(telegram, arrival, verdict, extremes.take());
            journal.telegram(event, bytes);
            safe = outbox.put(meter.name(), EventJson.write(event));
        } finally {
            order.unlock();
        }
        return safe.whenComplete((nothing, failure) -> {
            journal.kept(failure == null);
            if (failure != null) {
                logLimit.warn(
                        LOG,
                        Outcome.NOT_SAFE.word(),
                        () -> "meter " + meter.name() + ": a telegram could not be made safe: " + failure.getMessage());
            }
        });
    }

    /** Takes a piece of the stream that is no telegram. */
    public void rejected(RejectedFrame frame) {
        rejected(frame.bytes(), Outcome.of(frame.cause()), frame.detail());
    }

    /**
     * Takes something that is no telegram.
     *
     * @param bytes as it came
     * @param detail a sentence without telegram or key
     */
    public void rejected(byte[] bytes, Outcome cause, String detail) {
        journal.rejected(cause);
        logLimit.warn(LOG, cause.word(), () -> "meter " + meter.name() + ": " + cause.word() + ": " + detail);
        var unused = rejectedFrames.publish(meter.name(), bytes, cause.word(), detail, clock.instant());
    }

    /** Notes how the source is, with words for people where something is wrong. */
    public void line(LineState state, String words) {
        journal.line(state, words);
    }

    /** How the meter is now. */
    public MeterReport report() {
        return MeterReport.of(meter, journal.seen(), waiting(), clock.instant());
    }

    /** How many telegrams or rejected frames had this outcome. */
    public long count(Outcome outcome) {
        return journal.count(outcome);
    }

    /** What of the meter waits on disk. */
    public Waiting waiting() {
        return outbox.waiting(meter.name());
    }

    /** The last valid telegram as it came. */
    public Optional<byte[]> lastTelegram() {
        return journal.lastTelegram();
    }
}
