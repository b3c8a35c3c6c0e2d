package energy.sem.bridge.alarm;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jboss.logging.Logger;

import energy.sem.bridge.alarm.channel.Channel;
import energy.sem.bridge.alarm.channel.Outcome;
import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Post;
import energy.sem.bridge.alarm.text.Words;

/** One channel and what waits for it, on a thread of its own: a channel that hangs holds up no other. Thread-safe. */
final class Mailbox {
    private static final Logger LOG = Logger.getLogger(Mailbox.class);

    private final Channel channel;
    private final Post post;
    private final Words words;
    private final Clock clock;
    private final ExecutorService thread;
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile String trouble;

    Mailbox(Channel channel, Post post, Words words, Clock clock) {
        this.channel = channel;
        this.post = post;
        this.words = words;
        this.clock = clock;
        thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "alarms by " + channel.word());
            made.setDaemon(true);
            return made;
        });
    }

    Channel channel() {
        return channel;
    }

    /** What went wrong last, in words; empty when the newest message arrived. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Takes a notice to send. */
    void take(Notice notice) {
        if (channel.isForPrograms()) {
            submit(() -> tellProgram(notice));
            return;
        }
        synchronized (post) {
            post.take(notice, clock.instant())
                    .ifPresent(lost -> LOG.warnf("too much waits for %s: %s is not sent", channel, lost.id()));
        }
    }

    /** What waits. */
    Post.Kept kept() {
        synchronized (post) {
            return post.kept();
        }
    }

    /** Sends what is due, unless that is under way. */
    void sendSoon() {
        if (sending.compareAndSet(false, true)) {
            submit(() -> {
                try {
                    sendAll();
                } finally {
                    sending.set(false);
                }
            });
        }
    }

    /** Tries a test at once, whatever the hour and however many were sent. */
    Outcome test() throws InterruptedException {
        Notice notice = new Notice(
                "test/" + clock.millis(),
                new AlarmKey("", "test", ""),
                Level.HIGH,
                Notice.Kind.TEST,
                clock.instant(),
                Map.of());
        Outcome outcome = channel.send(notice, words.of(notice));
        trouble = outcome.result() == Outcome.Result.SENT ? null : outcome.words();
        return outcome;
    }

    void close() {
        thread.shutdownNow();
    }

    // What a program hears late it would take for new: it is not tried again.
    private void tellProgram(Notice notice) throws InterruptedException {
        Outcome outcome = channel.send(notice, words.of(notice));
        boolean sent = outcome.result() == Outcome.Result.SENT;
        trouble = sent ? null : outcome.words();
        if (!sent) {
            LOG.warnf("%s: %s; %s is not sent", channel.word(), outcome.words(), notice.id());
        }
    }

    private void sendAll() throws InterruptedException {
        while (true) {
            Optional<Post.Waiting> next;
            synchronized (post) {
                next = post.next(clock.instant());
            }
            if (next.isEmpty()) {
                return;
            }
            Outcome outcome =
                    channel.send(next.get().notice(), words.of(next.get().notice()));
            settle(next.get(), outcome, clock.instant());
        }
    }

    private void settle(Post.Waiting tried, Outcome outcome, Instant now) {
        synchronized (post) {
            switch (outcome.result()) {
                case SENT -> {
                    post.done(tried, true, now);
                    trouble = null;
                }
                case REFUSED -> {
                    post.done(tried, false, now);
                    trouble = outcome.words();
                    LOG.warnf(
                            "%s: %s; %s is not sent",
                            channel, outcome.words(), tried.notice().id());
                }
                case LATER -> {
                    boolean again = post.failed(tried, outcome.retryAfter(), now);
                    trouble = outcome.words();
                    LOG.warnf(
                            "%s: %s; %s %s",
                            channel,
                            outcome.words(),
                            tried.notice().id(),
                            again ? "is tried again" : "was tried four times and is not sent");
                }
            }
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void submit(Work work) {
        try {
            thread.execute(() -> {
                try {
                    work.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    // Not its message: a library may put an address with a token into it.
                    LOG.warnf("%s failed (%s)", channel, e.getClass().getSimpleName());
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("alarms are sent no more: home-bridge stops");
        }
    }
}
