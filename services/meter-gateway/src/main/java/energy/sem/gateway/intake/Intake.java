package energy.sem.gateway.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.base.MeterLog;
import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.event.TelegramEvents;
import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.health.LineState;
import energy.sem.gateway.health.Manner;
import energy.sem.gateway.health.MeterJournal;
import energy.sem.gateway.health.MeterReport;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.publish.Outbox;
import energy.sem.gateway.publish.RejectedFrames;
import energy.sem.gateway.relay.Relay;
import energy.sem.p1.MeterChecksum;
import energy.sem.p1.Plausibility;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;
import energy.sem.p1.Verdict;

/**
 * One meter's way in, whatever brings its telegrams. Thread-safe: telegrams are judged and put into the outbox in one
 * order, that of their arrival here.
 */
public final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Meter meter;
    private final Clock clock;
    private final EventStream events;
    private final Plausibility plausibility;
    private final MeterChecksum checksum = new MeterChecksum();
    private final MeterJournal journal;
    private final Outbox outbox;
    private final RejectedFrames rejectedFrames;
    private final Optional<Relay> relay;
    private final LogLimit logLimit;
    private final ReentrantLock order = new ReentrantLock();

    Intake(Meter meter, ZoneId zone, Clock clock, Outbox outbox, RejectedFrames rejectedFrames, Optional<Relay> relay) {
        this.meter = meter;
        this.clock = clock;
        this.events = new EventStream(new TelegramEvents(meter.name(), meter.serial(), zone), meter.publishEvery());
        this.plausibility = new Plausibility(zone);
        this.journal = new MeterJournal(clock, meter.source().isPresent() ? LineState.OPENING : LineState.PUSHED);
        this.outbox = outbox;
        this.rejectedFrames = rejectedFrames;
        this.relay = relay;
        this.logLimit = new LogLimit(clock);
    }

    /** Whose way in this is. */
    public Meter meter() {
        return meter;
    }

    /**
     * What became of a telegram.
     *
     * @param published how many events were published at it: 1; with {@code publish-every} 0 to 2, for at an edge the
     *     telegram before it is published too
     * @param safe done when they are safe, failed when one is not
     */
    public record Taken(int published, CompletableFuture<Void> safe) {}

    /**
     * Takes a valid telegram.
     *
     * @param bytes as it came; not changed afterwards
     */
    public Taken telegram(Telegram telegram, byte[] bytes) {
        return take(telegram, Optional.of(bytes));
    }

    /** Takes the values of a sensor that sends no telegram; otherwise as {@link #telegram}. */
    public Taken sample(Telegram values) {
        return take(values, Optional.empty());
    }

    private Taken take(Telegram telegram, Optional<byte[]> bytes) {
        order.lock();
        try {
            Instant arrival = clock.instant();
            Verdict verdict = plausibility.judge(telegram, arrival);
            EventStream.Made made = events.take(telegram, arrival, verdict);
            journal.telegram(made.event(), bytes);
            journal.written(Manner.of(telegram, checksum));
            if (made.leftOut()) {
                journal.thinned();
            }
            relay.ifPresent(r -> bytes.ifPresent(r::send));
            return put(made.published());
        } finally {
            order.unlock();
        }
    }

    // Below the lock, so that the outbox has them in order.
    private Taken put(List<TelegramEvent> published) {
        List<CompletableFuture<Void>> all = new ArrayList<>(published.size());
        for (TelegramEvent event : published) {
            all.add(outbox.put(meter.name(), EventJson.write(event)).whenComplete((nothing, failure) -> kept(failure)));
        }
        return new Taken(
                all.size(),
                all.size() == 1 ? all.get(0) : CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)));
    }

    private void kept(Throwable failure) {
        journal.kept(failure == null);
        if (failure != null) {
            warn(Outcome.NOT_SAFE, "a telegram could not be made safe: " + failure.getMessage());
        }
    }

    /** Publishes the telegram that {@code publish-every} holds back, if its quarter hour is over and no other came. */
    Taken publishOverdue() {
        order.lock();
        try {
            return put(events.overdue(clock.instant()).stream().toList());
        } finally {
            order.unlock();
        }
    }

    /** Publishes the telegram that {@code publish-every} holds back, if there is one. */
    Taken publishRest() {
        order.lock();
        try {
            return put(events.rest().stream().toList());
        } finally {
            order.unlock();
        }
    }

    /** A new reader of the meter's bytes, which knows what the readers before it learned of the meter. */
    public MeterStream stream(TelegramListener listener) {
        return MeterStream.of(meter, checksum, listener);
    }

    /** Takes a piece of the stream that is no telegram. */
    public void rejected(RejectedFrame frame) {
        rejected(frame.bytes(), Outcome.of(frame.cause()), frame.isWhole(), frame.detail());
    }

    /**
     * Takes something that is no telegram.
     *
     * @param bytes as it came
     * @param detail a sentence without telegram or key
     */
    public void rejected(byte[] bytes, Outcome cause, String detail) {
        rejected(bytes, cause, false, detail);
    }

    private void rejected(byte[] bytes, Outcome cause, boolean whole, String detail) {
        journal.rejected(cause, whole);
        warn(cause, cause.word() + ": " + masked(detail));
        var unused = rejectedFrames.publish(meter.name(), bytes, cause.word(), detail, clock.instant());
    }

    private void warn(Outcome cause, String words) {
        MeterLog.about(
                meter.name(), () -> logLimit.warn(LOG, cause.word(), () -> "meter " + meter.name() + ": " + words));
    }

    // A detail may quote the wrong line behind a colon, and with it a serial number: that is for the topic, not the
    // log.
    private static String masked(String detail) {
        int quoted = detail.indexOf(": ");
        return quoted < 0 ? detail : detail.substring(0, quoted) + " (see the topic sem.telegrams.rejected)";
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
