package energy.sem.gateway.reading;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;

import energy.sem.base.MeterLog;
import energy.sem.gateway.health.LineState;
import energy.sem.gateway.intake.Intake;
import energy.sem.gateway.intake.MeterStream;
import energy.sem.p1.Frame;
import energy.sem.p1.RejectedFrame;
import energy.sem.p1.Telegram;
import energy.sem.p1.TelegramListener;
import energy.sem.source.LeaveAloneException;
import energy.sem.source.Line;
import energy.sem.source.Source;

/**
 * Reads one meter's source for as long as the gateway runs, on the thread that it is run on. The telegrams of what was
 * read at once are waited for before more is read, so a flood is never held in memory.
 */
final class SourceReading implements Runnable {
    private static final Logger LOG = Logger.getLogger(SourceReading.class);
    // The longest telegram and some more. Of hundreds of meters each has it twice: the JVM copies from a socket by a
    // buffer of its own.
    private static final int BUFFER_BYTES = 9 * 1024;

    private static final long CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Intake intake;
    private final Source source;
    private final Pauses pauses;
    private volatile boolean stopped;
    private volatile boolean leaving;
    private volatile Line open;
    private Duration leaveAlone = Duration.ZERO;
    private String saidLast;

    SourceReading(Intake intake, Source source) {
        this(intake, source, new Pauses(() -> ThreadLocalRandom.current().nextDouble()));
    }

    SourceReading(Intake intake, Source source, Pauses pauses) {
        this.intake = intake;
        this.source = source;
        this.pauses = pauses;
    }

    @Override
    public void run() {
        try {
            while (!isEnding() && readUntilBroken()) {
                if (!isEnding()) {
                    TimeUnit.MILLISECONDS.sleep(pauses.next(leaveAlone).toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Ends the reading between two telegrams, so that none is lost on the way to who reads on; from any thread.
     *
     * @return false when it is not open: {@link #stop} loses nothing
     */
    boolean leave() {
        leaving = true;
        return open != null;
    }

    /**
     * Ends the reading soon; from any thread. What was read is taken.
     *
     * @return false when it is not open, and will not be: an interrupt loses nothing
     */
    boolean stop() {
        stopped = true;
        Line line = open;
        if (line != null) {
            line.close();
        }
        return line != null;
    }

    private boolean isEnding() {
        return stopped || leaving;
    }

    /** Returns false when the source has come to its end for good. */
    private boolean readUntilBroken() throws InterruptedException {
        intake.line(LineState.OPENING, null);
        leaveAlone = Duration.ZERO;
        try (Line line = source.open()) {
            open = line;
            if (stopped) {
                return false;
            }
            intake.line(LineState.OPEN, null);
            readToEnd(line);
            if (!stopped) {
                intake.line(LineState.ENDED, null);
            }
            return false;
        } catch (LeaveAloneException e) {
            leaveAlone = e.pause();
            broken(e.getMessage());
        } catch (IOException e) {
            broken(e.getMessage());
        } catch (RuntimeException e) {
            // A fault of the gateway; other meters must not suffer, and this one may recover.
            String meter = intake.meter().name();
            MeterLog.about(meter, () -> LOG.errorf(e, "meter %s: unexpected failure while reading", meter));
            broken("unexpected failure while reading, see the gateway's log");
        } finally {
            open = null;
        }
        return true;
    }

    private void broken(String words) {
        if (!isEnding()) {
            intake.line(LineState.BROKEN, words);
            say(words + " (trying again)");
        }
    }

    private void say(String words) {
        if (!words.equals(saidLast)) {
            String meter = intake.meter().name();
            MeterLog.about(meter, () -> LOG.warnf("meter %s: %s", meter, words));
            saidLast = words;
        }
    }

    private void readToEnd(Line line) throws IOException, InterruptedException {
        Batch batch = new Batch();
        MeterStream reader = intake.stream(batch);
        byte[] buffer = new byte[BUFFER_BYTES];
        long heardAt = System.nanoTime();
        long checkedAt = heardAt;
        try {
            while (!stopped || line.hasMore()) {
                int count = line.read(buffer);
                if (count < 0) {
                    break;
                }
                long now = System.nanoTime();
                boolean ended = count == 0;
                if (count > 0) {
                    heardAt = now;
                    reader.feed(buffer, 0, count);
                    ended = batch.awaitSafe() > 0;
                }
                if (leaving && ended && !line.hasMore()) {
                    stopped = true;
                    return;
                }
                if (!stopped && now - checkedAt >= CHECK_NANOS) {
                    checkedAt = now;
                    check(line, now - heardAt);
                }
            }
        } finally {
            // A telegram that the line broke off counts as truncated.
            reader.end();
        }
        batch.awaitSafe();
    }

    private void check(Line line, long silentNanos) throws IOException {
        String complaint = line.complaint().orElse(null);
        intake.line(LineState.OPEN, complaint);
        if (complaint != null) {
            say(complaint);
        }
        if (source.silenceSeconds() > 0 && silentNanos > TimeUnit.SECONDS.toNanos(source.silenceSeconds())) {
            // It can be reached, so it is not spared: in a longer pause the meter's first telegrams after the silence
            // were lost.
            pauses.reset();
            throw new IOException(
                    "nothing was received for " + source.silenceSeconds() + " seconds although connected");
        }
    }

    private final class Batch implements TelegramListener {
        private final List<CompletableFuture<Void>> pending = new ArrayList<>();

        @Override
        public void telegram(Telegram telegram, Frame frame) {
            pending.add(
                    intake.read(new Intake.Received(telegram, frame.toBytes())).safe());
            pauses.reset();
            if (saidLast != null) {
                String meter = intake.meter().name();
                MeterLog.about(meter, () -> LOG.infof("meter %s: telegrams arrive again", meter));
                saidLast = null;
            }
        }

        @Override
        public void rejected(RejectedFrame rejected) {
            intake.rejected(rejected);
        }

        /** Returns how many telegrams it waited for. */
        private int awaitSafe() {
            int count = pending.size();
            try {
                CompletableFuture.allOf(pending.toArray(CompletableFuture[]::new))
                        .join();
            } catch (CompletionException e) {
                // Counted and logged by the intake; a cable cannot be asked to send again.
                LOG.debugf(e, "meter %s: not safe", intake.meter().name());
            }
            pending.clear();
            return count;
        }
    }
}
