package energy.sem.gateway.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

import org.jboss.logging.Logger;

import energy.sem.base.LogLimit;
import energy.sem.base.MeterLog;
import energy.sem.event.EventJson;
import energy.sem.event.TelegramEvent;
import energy.sem.gateway.backlog.Waiting;
import energy.sem.gateway.clock.ClockMemory;
import energy.sem.gateway.clock.GatewayTime;
import energy.sem.gateway.clock.Incoming;
import energy.sem.gateway.health.LineState;
import energy.sem.gateway.health.Manner;
import energy.sem.gateway.health.MeterFindings;
import energy.sem.gateway.health.MeterJournal;
import energy.sem.gateway.health.MeterReport;
import energy.sem.gateway.health.Outcome;
import energy.sem.gateway.meter.Meter;
import energy.sem.gateway.publish.Outbox;
import energy.sem.gateway.publish.RejectedFrames;
import energy.sem.gateway.relay.Relay;
import energy.sem.p1.MeterChecksum;
import energy.sem.p1.P1Time;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;
import energy.sem.source.Source;

/**
 * One meter's way in, whatever brings its telegrams. Thread-safe: telegrams are judged and put into the outbox in one
 * order, that of their arrival here.
 */
public final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Meter meter;
    private final GatewayTime time;
    private final Making making;
    private final MeterChecksum checksum = new MeterChecksum();
    private final MeterJournal journal;
    private final MeterFindings findings;
    private final Outbox outbox;
    private final BiConsumer<String, byte[]> liveView;
    private final RejectedFrames rejectedFrames;
    private final Optional<Relay> relay;
    private final LogLimit logLimit;
    private final ReentrantLock order = new ReentrantLock();

    /** @param liveView shows an event of a meter to who looks, whatever becomes of it */
    Intake(
            Meter meter,
            ZoneId zone,
            GatewayTime time,
            ClockMemory memory,
            Outbox outbox,
            BiConsumer<String, byte[]> liveView,
            RejectedFrames rejectedFrames,
            Optional<Relay> relay) {
        this.meter = meter;
        this.time = time;
        this.making = new Making(meter, zone, memory);
        this.journal = new MeterJournal(time.wall(), meter.source().isPresent() ? LineState.OPENING : LineState.PUSHED);
        this.findings = new MeterFindings(meter.serial());
        this.outbox = outbox;
        this.liveView = liveView;
        this.rejectedFrames = rejectedFrames;
        this.relay = relay;
        this.logLimit = new LogLimit(time.wall());
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
     * A valid telegram.
     *
     * @param bytes as it came; not changed afterwards
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Received(Telegram telegram, byte[] bytes) {}

    /** Takes a telegram that was read from the meter's source. */
    public Taken read(Received received) {
        boolean live = meter.source().map(Source::isLive).orElse(false);
        return take(received.telegram(), Optional.of(received.bytes()), live, List.of());
    }

    /** Takes the telegrams of one push, in their order. */
    public List<Taken> pushed(List<Received> all) {
        List<Taken> taken = new ArrayList<>(all.size());
        List<P1Time> stamps = new ArrayList<>(all.size());
        all.stream().map(r -> r.telegram().at()).filter(Objects::nonNull).forEach(stamps::add);
        int behind = 0;
        order.lock();
        try {
            for (Received one : all) {
                behind += one.telegram().at() == null ? 0 : 1;
                List<P1Time> following = stamps.subList(behind, stamps.size());
                taken.add(take(one.telegram(), Optional.of(one.bytes()), false, following));
            }
        } finally {
            order.unlock();
        }
        return taken;
    }

    /** Takes the values of a sensor that sends no telegram. */
    public Taken sample(Telegram values) {
        return take(values, Optional.empty(), false, List.of());
    }

    private Taken take(Telegram telegram, Optional<byte[]> bytes, boolean live, List<P1Time> following) {
        order.lock();
        try {
            Making.Made made = making.take(new Incoming(telegram, time.now(), live), following);
            journal.telegram(made.own(), bytes, making.clock());
            journal.written(Manner.of(telegram, checksum));
            findings.telegram(made.own(), making.clock(), journal.clockOffset()).forEach(making::note);
            for (int i = 0; i < made.thinned(); i++) {
                journal.thinned();
            }
            if (following.isEmpty()) {
                made.unpublished().ifPresent(event -> liveView.accept(meter.name(), EventJson.write(event)));
            }
            relay.ifPresent(r -> bytes.ifPresent(r::send));
            return made.refused() ? refused() : put(made.published());
        } finally {
            order.unlock();
        }
    }

    private Taken refused() {
        NoTimeYetException noTime = new NoTimeYetException();
        kept(noTime);
        return new Taken(0, CompletableFuture.failedFuture(noTime));
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

    /** Publishes what is held back and need be no longer, though no other telegram came. */
    Taken publishOverdue() {
        order.lock();
        try {
            return put(making.due(time.now()));
        } finally {
            order.unlock();
        }
    }

    /** Publishes all that is held back. */
    public Taken publishRest() {
        order.lock();
        try {
            return put(making.rest(time.now()));
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
        findings.rejected(cause, time.now().wall());
        warn(cause, cause.word() + ": " + masked(detail));
        var unused = rejectedFrames.publish(
                meter.name(), bytes, cause.word(), detail, time.now().wall());
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
        return MeterReport.of(meter, journal.seen(), waiting(), time.now().wall());
    }

    /** How many telegrams or rejected frames had this outcome. */
    public long count(Outcome outcome) {
        return journal.count(outcome);
    }

    /** What of the meter waits on disk. */
    public Waiting waiting() {
        return outbox.waiting(meter.name());
    }

    /** Where the meter is not read here: why, in words for people. */
    public Optional<String> elsewhere() {
        return journal.elsewhere();
    }

    /** The last valid telegram as it came. */
    public Optional<byte[]> lastTelegram() {
        return journal.lastTelegram();
    }
}
